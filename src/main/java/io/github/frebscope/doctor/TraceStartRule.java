package io.github.frebscope.doctor;

import io.github.frebscope.doctor.Finding.Log;
import io.github.frebscope.farm.ColdStarts;
import io.github.frebscope.farm.SiteEvidence;
import io.github.frebscope.query.Ledger;
import io.github.frebscope.query.SetFinding;
import io.github.frebscope.query.TraceSet;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Traces of a site that fail just after the start of its worker processes, told by their process
 * ids. (Signature S1 of a cold start.)
 */
final class TraceStartRule implements Rule {
  @Override
  public Stream<Finding> find(Examination examination) {
    return examination
        .evidence()
        .sites()
        .filter(site -> !site.traces().isEmpty())
        .flatMap(
            site ->
                ColdStarts.inTraces(TraceSet.of(site.traces(), Ledger.empty())).stream()
                    .map(found -> finding(site, found)));
  }

  private static Finding finding(SiteEvidence site, SetFinding found) {
    Fact fact =
        Fact.of("trace-starts", found.sentence())
            .on(site.server())
            .with("traces", (long) found.count());
    if (found.from().isPresent()) {
      fact = fact.at(found.from().get());
    }
    return Finding.of(
            Explanation.COLDSTART_SUSPECT, Optional.of(site.server()), Optional.of(site.name()))
        .say(
            "Traces of site "
                + site.name()
                + " on "
                + site.server()
                + " fail just after the start of its worker processes, and seldom otherwise.")
        .fact(Log.TRACES, fact)
        .atMost(found.confidence())
        .tryThis(found.next().orElse("See in the System log (source WAS) why processes start."))
        .build();
  }
}
