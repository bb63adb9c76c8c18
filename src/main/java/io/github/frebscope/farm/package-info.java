/**
 * The evidence around the traces, put together: which server's logs, configuration and traces a
 * collected folder holds, what its logs show over time, and what front end and member say of the
 * same request.
 *
 * <pre>{@code
 * FarmEvidence evidence = EvidenceReader.standard().read(Farm.open(Path.of("D:\\farm")));
 * for (SiteEvidence site : evidence.sites().toList()) {
 *   System.out.println(site + ", asked last at " + site.traffic().last());
 * }
 * }</pre>
 *
 * <p>{@link io.github.frebscope.farm.TraceMatch} finds the trace of each line, {@link
 * io.github.frebscope.farm.IncidentMatch} the lines of what a client saw, {@link
 * io.github.frebscope.farm.RequestJoin} the member's part of a front end's failure, and {@link
 * io.github.frebscope.farm.ColdStarts} the first requests that waited for a process. They take
 * values and read nothing, so each can be used alone.
 */
package io.github.frebscope.farm;
