/**
 * What is in {@code testdata}: the stories of the traces, the damaged files, the layouts and the
 * farm, each with the answer its author knows.
 *
 * <p>{@code TestData} writes all of it again; a test checks that the files in the repository are
 * those.
 */
package io.github.frebscope.testing.data;
