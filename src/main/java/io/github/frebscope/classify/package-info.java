/**
 * Who produced the status that a client got, and why.
 *
 * <p>Give a {@link io.github.frebscope.classify.Classifier} a trace, get a {@link
 * io.github.frebscope.classify.Verdict}:
 *
 * <pre>{@code
 * Verdict verdict = Classifier.standard().classify(Frebscope.read(Path.of("fr000070.xml")));
 * System.out.println(verdict);
 * // 502.3 by ApplicationRequestRouting (RequestRouting), CONNECT_REFUSED, high: ...
 * verdict.evidence().forEach(System.out::println);
 * // event 160 MODULE_SET_RESPONSE_ERROR_STATUS: set 502.3, ErrorCode 2147954429
 * }</pre>
 *
 * <p>A trace is first cut down to the digest of {@link
 * io.github.frebscope.classify.Classifier#eventNames()}, so that a whole trace and a file that was
 * read as a digest give the same verdict. Then the rules for who are asked in order, and the first
 * that has an answer speaks; {@link io.github.frebscope.classify.Verdict#rule()} says which:
 *
 * <ol>
 *   <li>{@code child-status}: a child request failed, and the request itself took its status over.
 *   <li>{@code status-event}, {@code relayed-status}: an event of the request itself says which
 *       module set the error status. In the last unbroken run of events with that status the one
 *       decides whose sub-status fired the rule, else the first; later ones only repeat it or
 *       change the sub-status.
 *   <li>{@code replaced-status}: an error fired the rule, but an error page made it a success.
 *   <li>{@code rewrite-abort}: a rewrite rule dropped the connection; IIS calls that status 200.
 *   <li>{@code no-failure}, {@code slow-request}, {@code child-status-fired}: no module to blame.
 *   <li>{@code trace-ends-early}: the file stops before the failure, so nothing can be told.
 *   <li>Indirect evidence, when no event says who set the status: first what modules report of
 *       their own failure ({@code arr-open-step}, {@code ancm-forward-fail}, {@code fastcgi-error},
 *       {@code cgi-failure} and others), then what shows that a module took part ({@code
 *       arr-routed}, {@code handler-chosen}, {@code sub-status} and others). A module is named only
 *       when all the strongest of these point to it; otherwise {@code not-traced} says what to
 *       trace. What was not traced is never proof that something did not happen.
 * </ol>
 *
 * <p>For a failure, the rules of package {@code cause} then say why. The confidence of a verdict is
 * that of the weaker half of what it says: who set the status, and why. A code that stands for
 * several things by its own documentation bounds it to medium, and the verdict names the others as
 * alternatives.
 *
 * <p>All types are immutable and safe for use by several threads, builders aside. No method takes
 * or returns null unless it says so.
 */
package io.github.frebscope.classify;
