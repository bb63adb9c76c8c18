package io.github.frebscope.classify;

import io.github.frebscope.trace.StatusCode;
import io.github.frebscope.trace.TraceEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What a trace tells of the event that set a status, its module, and the module's backend. */
final class Attribution {
  private final Facts facts;
  private final StatusEvent set;
  private final ArrExchange exchange;
  private final Optional<Backend> backend;
  private final Duration wait;
  private final Origin origin;

  private Attribution(Facts facts, StatusEvent set) {
    this.facts = facts;
    this.set = set;
    List<TraceEvent> events = facts.trace().events();
    int depth = set.event().requestDepth();
    exchange = ArrExchange.before(events, depth, set.index());
    backend = Backend.find(events, depth, set.index(), set.status(), isByArr());
    wait = Silence.before(events, set.event(), set.notificationMask());
    origin = origin();
  }

  static Attribution of(Facts facts, StatusEvent set) {
    return new Attribution(facts, set);
  }

  private boolean isByArr() {
    return set.module().filter(Names.ARR::equals).isPresent();
  }

  private Origin origin() {
    if (set.module().isEmpty()) {
      return Origin.UNKNOWN;
    }
    OptionalLong code = set.errorCode();
    boolean couldBePassedOn =
        Repertoire.isForwarder(set.module().get())
            && set.status().subStatus() == 0
            && code.orElse(0) == 0;
    if (!couldBePassedOn) {
      return Origin.OWN;
    }
    if (!isByArr() || code.isEmpty() || exchange.step() == ArrExchange.Step.NONE) {
      return Origin.UNKNOWN;
    }
    return exchange.answer().isPresent() ? Origin.RELAYED : Origin.OWN;
  }

  boolean isRelayed() {
    return origin == Origin.RELAYED;
  }

  /** A verdict about a status with all that the event tells; text and confidence are missing. */
  Verdict.Builder verdict(String rule, StatusCode status) {
    String module = set.module().orElse(null);
    return Verdict.builder(rule)
        .status(status)
        .module(module, module == null ? null : Handlers.area(facts, module))
        .notification(set.notification().orElse(null))
        .errorCode(set.errorCode().isPresent() ? set.errorCode().getAsLong() : null)
        .backend(backend.map(Backend::name).orElse(null))
        .waited(wait)
        .origin(origin);
  }

  /** The event itself first, then what supports it. */
  List<Evidence> evidence() {
    List<Evidence> evidence = new ArrayList<>();
    String code = set.errorCode().isPresent() ? ", ErrorCode " + set.errorCode().getAsLong() : "";
    evidence.add(Proof.of(set.event(), "set " + set.status() + code));
    exchange.answer().ifPresent(e -> evidence.add(Proof.of(e, "the backend had answered")));
    if (!isRelayed()) {
      exchange
          .latest()
          .filter(e -> exchange.answer().filter(e::equals).isEmpty())
          .ifPresent(e -> evidence.add(Proof.of(e, "ARR was " + exchange.step().text())));
    }
    backend.ifPresent(b -> evidence.add(Proof.of(b.event(), "names the backend " + b.name())));
    reportedError().ifPresent(e -> evidence.add(Proof.of(e, "reported the failure")));
    description()
        .ifPresent(e -> evidence.add(Proof.of(e, "the module's own words: " + Proof.words(e))));
    return evidence;
  }

  /** The last error event of the module's own area before the status was set. */
  private Optional<TraceEvent> reportedError() {
    Optional<String> area = set.module().map(module -> Handlers.area(facts, module));
    return facts.last(
        e ->
            e.index() < set.index()
                && e.requestDepth() == set.event().requestDepth()
                && e.level() >= 1
                && e.level() <= 2
                && e.area().isPresent()
                && e.area().equals(area));
  }

  /** SET_RESPONSE_ERROR_DESCRIPTION belongs to the status event before it. */
  private Optional<TraceEvent> description() {
    return facts
        .first(
            e ->
                e.index() > set.index()
                    && (e.is(Names.ERROR_DESCRIPTION) || StatusEvent.EVENTS.contains(e.name())))
        .filter(e -> e.is(Names.ERROR_DESCRIPTION))
        .filter(e -> e.requestDepth() == set.event().requestDepth());
  }

  /** What happened, in one sentence. */
  String sentence() {
    String module = set.moduleOrUnnamed();
    String status = Wording.status(set);
    String where = set.notification().map(n -> " in " + n).orElse("");
    String silence = Wording.silence(wait);
    if (isRelayed()) {
      return backend.map(b -> "The backend " + b.name()).orElse("The backend")
          + " itself answered "
          + status
          + " and "
          + module
          + " passed it on"
          + where
          + ": the response headers had arrived before the status was set, "
          + silence
          + ".";
    }
    return module
        + (origin == Origin.OWN ? " itself answered " : " set ")
        + status
        + where
        + code()
        + ", "
        + silence
        + step()
        + backend.map(b -> asked() + b.name()).orElse("")
        + "."
        + doubt();
  }

  /** Whether the request had reached the backend; without ARR_* events nobody knows. */
  private String asked() {
    return switch (exchange.step()) {
      case NONE -> "; its backend was ";
      case SENDING_HEADERS -> "; it was to ask ";
      default -> "; it had asked ";
    };
  }

  private String code() {
    return set.errorCode().isPresent()
        ? Wording.errorCode(set.errorCode().getAsLong(), set.module().orElse(""))
        : "";
  }

  private String step() {
    return exchange.step() == ArrExchange.Step.NONE || !isByArr()
        ? ""
        : " while " + exchange.step().text();
  }

  private String doubt() {
    return origin == Origin.UNKNOWN && isByArr() && exchange.step() == ArrExchange.Step.NONE
        ? " Whether the backend answered so or ARR itself failed was not traced: trace the area"
            + " RequestRouting at Information."
        : "";
  }
}
