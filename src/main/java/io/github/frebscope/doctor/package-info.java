/**
 * Why is there no trace? Reads the evidence of a farm together and says which box failed, why
 * nothing was recorded, and what to set.
 *
 * <p>Start with {@link io.github.frebscope.doctor.FarmDiagnosis}.
 */
package io.github.frebscope.doctor;
