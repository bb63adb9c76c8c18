/**
 * IIS's configuration as it is in force: {@code applicationHost.config}, {@code web.config} files
 * and {@code <location>} elements put together as IIS does, and every value with the place it comes
 * from.
 */
package io.github.frebscope.config;
