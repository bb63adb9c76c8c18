/**
 * Where traces are: single files, the folders IIS writes, collected farms and zip archives.
 *
 * <p>Start with {@link io.github.frebscope.source.TraceFinder}. It is given one or several {@link
 * io.github.frebscope.source.TraceRoot}s and answers {@link
 * io.github.frebscope.source.FoundTraces}: the {@link io.github.frebscope.source.TraceFile}s in a
 * stable order, and what could not be looked into.
 *
 * <pre>{@code
 * List<TraceRoot> roots =
 *     List.of(
 *         TraceRoot.parse("WEB01=D:\\logs\\FailedReqLogFiles"),
 *         TraceRoot.of(Path.of("collected-farm.zip")));
 * try (FoundTraces found = TraceFinder.standard().find(roots)) {
 *   for (TraceFile file : found.files()) {
 *     try (InputStream in = file.open()) {
 *       System.out.println(file + ": " + in.readAllBytes().length + " bytes");
 *     }
 *   }
 *   found.problems().forEach(System.err::println);
 * }
 * }</pre>
 *
 * <p>IIS writes {@code <directory>\W3SVC<siteId>\fr000001.xml} (the directory: Microsoft's
 * documentation of {@code traceFailedRequestsLogging}; the names: real servers), with more than six
 * digits beyond 999999. No layout of folders above that is assumed.
 *
 * <p>All types are immutable to their users and safe for use by several threads. No method takes or
 * returns null: what may be absent is an {@link java.util.Optional}.
 */
package io.github.frebscope.source;
