/**
 * IIS's configuration as it is in force: {@code applicationHost.config}, {@code web.config} files
 * and {@code <location>} elements put together as IIS does, and every value with the place it comes
 * from.
 *
 * <pre>{@code
 * ServerConfig config = ServerConfig.read(ConfigFiles.in(Path.of("web01")));
 * Site shop = config.site("shop").orElseThrow();
 * RecorderReport report =
 *     RecorderCheck.of(config, shop, RequestOutcome.of("/shop/cart", 502, 4));
 * report.works();          // whether a trace would have been written: NO
 * report.answer().rule();  // the rule that counts for the URL
 * report.faults();         // what is in the way, and the commands that mend it
 * }</pre>
 *
 * <p>{@link io.github.frebscope.config.ServerConfig} answers for sites, pools and URLs; {@link
 * io.github.frebscope.config.RecorderCheck} proves that a request is traced, or says why not;
 * {@link io.github.frebscope.config.FailureRules} is the rules alone.
 *
 * <p>All values are immutable and safe for use by several threads. No method takes or returns null.
 * What is wrong in a file is one of {@link io.github.frebscope.config.ServerConfig#problems()},
 * with file and line; only an {@code applicationHost.config} that cannot be read is an exception.
 */
package io.github.frebscope.config;
