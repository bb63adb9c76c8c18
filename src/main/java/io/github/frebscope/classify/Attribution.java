package io.github.frebscope.classify;

import io.github.frebscope.cause.Evidence;
import io.github.frebscope.trace.MeasuredTime;
import io.github.frebscope.trace.StatusCode;
import io.github.frebscope.trace.TraceEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What a trace tells of the event that set a status, its module, and the module's backend. */
final class Attribution {
  private static final StatusCode NO_SERVER = StatusCode.of(502, 4);

  private static final String LOOK_THERE = " Look for the reason at the backend.";

  private final Facts facts;
  private final StatusEvent set;
  private final ArrExchange exchange;
  private final Optional<Backend> backend;
  private final Circumstances circumstances;
  private final Duration wait;
  private final boolean isTimed;
  private final Origin origin;

  private Attribution(Facts facts, StatusEvent set) {
    this.facts = facts;
    this.set = set;
    List<TraceEvent> events = facts.trace().events();
    int depth = set.event().requestDepth();
    exchange = ArrExchange.before(events, depth, set.index());
    // Another module's failure has a backend only if ARR had really asked it.
    backend =
        isByArr() || exchange.step() != ArrExchange.Step.NONE
            ? Backend.find(events, depth, set.index(), set.status(), isByArr())
            : Optional.empty();
    circumstances = new Circumstances(facts, set);
    isTimed = facts.trace().start().isPresent();
    wait = Silence.before(events, set.event(), set.notificationMask());
    origin = origin();
  }

  static Attribution of(Facts facts, StatusEvent set) {
    return new Attribution(facts, set);
  }

  /** What need not be said again when the reason tells it. */
  private List<Clause> clauses() {
    List<Clause> clauses = new ArrayList<>();
    if (isTimed) {
      clauses.add(new Clause(", " + silence(), MeasuredTime.of(wait).toString()));
    }
    backend.ifPresent(b -> clauses.add(new Clause(asked() + b.name(), b.name())));
    clauses.add(new Clause(LOOK_THERE, "answered " + set.status()));
    return clauses;
  }

  private String silence() {
    return isTimed
        ? Wording.silence(wait)
        : "after a wait of unknown length, as no event has a time";
  }

  private boolean isByArr() {
    return set.usualModule().equals(Names.ARR);
  }

  private Origin origin() {
    OptionalLong code = set.errorCode();
    if (set.module().isEmpty() || set.isByFollower()) {
      return Origin.UNKNOWN;
    }
    if (code.orElse(0) != 0 || !Repertoire.canPassOn(set.usualModule(), set.status())) {
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
        .waited(isTimed ? wait : null)
        .origin(origin)
        .repeatable(clauses());
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
    evidence.addAll(circumstances.evidence());
    return evidence;
  }

  /** What happened, in a sentence or two. */
  String sentence() {
    return (isRelayed() ? relayed() : own()) + circumstances.sentences();
  }

  private String relayed() {
    return backend.map(b -> "The backend " + b.name()).orElse("The backend")
        + " answered "
        + Wording.status(set)
        + " and "
        + set.moduleOrUnnamed()
        + " passed it on"
        + where()
        + ": the response headers had arrived before the status was set, "
        + silence()
        + "."
        + LOOK_THERE;
  }

  private String own() {
    return set.moduleOrUnnamed()
        + (origin == Origin.OWN ? " itself answered " : " set ")
        + Wording.status(set)
        + where()
        + code()
        + ", "
        + silence()
        + step()
        + backend.map(b -> asked() + b.name()).orElse("")
        + "."
        + doubt();
  }

  private String where() {
    return set.notification().map(n -> " in " + n).orElse("");
  }

  /** Whether the request had reached the backend; without ARR_* events nobody knows. */
  private String asked() {
    if (!isByArr()) {
      return "; ARR had dealt with ";
    }
    if (set.status().equals(NO_SERVER)) {
      return "; it found no server for ";
    }
    return switch (exchange.step()) {
      case NONE -> "; its backend was ";
      case SENDING_HEADERS -> "; it was to ask ";
      default -> "; it had asked ";
    };
  }

  private String code() {
    return set.errorCode().isPresent()
        ? Wording.errorCode(set.errorCode().getAsLong(), set.status(), set.usualModule())
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
