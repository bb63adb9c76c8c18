package io.github.frebscope.doctor;

import io.github.frebscope.doctor.Finding.Log;
import io.github.frebscope.farm.ServerEvidence;
import io.github.frebscope.farm.SiteEvidence;
import io.github.frebscope.log.KnownEvent;
import io.github.frebscope.log.WindowsEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Windows events that tell of crashed processes and disabled pools just when something failed. */
final class CrashRule implements Rule {
  private static final Duration NEAR = Duration.ofSeconds(60);

  /** An explanation for one site of one server. */
  private record Key(Explanation explanation, ServerEvidence server, Optional<String> site) {}

  /** What an event speaks for. */
  static Optional<Explanation> tellsOf(WindowsEvent event) {
    return KnownEvent.of(event)
        .map(KnownEvent::kind)
        .map(
            kind ->
                switch (kind) {
                  case CRASH -> Explanation.WORKER_CRASH;
                  case POOL_DISABLED -> Explanation.POOL_DOWN;
                  default -> null;
                });
  }

  @Override
  public Stream<Finding> find(Examination examination) {
    Map<Key, List<WindowsEvent>> found = new LinkedHashMap<>();
    for (ServerEvidence server : examination.evidence().servers()) {
      for (WindowsEvent event : server.events()) {
        Optional<Explanation> explanation = tellsOf(event);
        if (explanation.isPresent()
            && examination.hasFailure(event.time().minus(NEAR), event.time().plus(NEAR))) {
          Key key = new Key(explanation.get(), server, site(server, event));
          found.computeIfAbsent(key, k -> new ArrayList<>()).add(event);
        }
      }
    }
    return found.entrySet().stream().map(e -> finding(e.getKey(), e.getValue()));
  }

  /** The site whose pool the event names. */
  private static Optional<String> site(ServerEvidence server, WindowsEvent event) {
    return event.pool().flatMap(pool -> Sites.ofPool(server, pool)).map(SiteEvidence::name);
  }

  private static Finding finding(Key key, List<WindowsEvent> events) {
    Finding.Draft draft =
        Finding.of(key.explanation(), Optional.of(key.server().name()), key.site());
    draft.say(
        "When something failed, Windows noted on "
            + key.server().name()
            + ": "
            + Words.sentence(KnownEvent.of(events.get(0)).orElseThrow().meaning()));
    events.forEach(event -> draft.fact(Log.EVENTS, Facts.event(key.server(), event)));
    if (key.server().files().httpErrLogs().isEmpty()) {
      draft.missing("HTTPERR logs of " + key.server().name());
    }
    return draft
        .tryThis(
            "Collect a dump of the process at the next such event, and the Application log around"
                + " it.")
        .build();
  }
}
