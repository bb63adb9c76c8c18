/**
 * The evidence around the traces, put together: which server's logs, configuration and traces a
 * collected folder holds, what its logs show over time, and what front end and member say of the
 * same request.
 */
package io.github.frebscope.farm;
