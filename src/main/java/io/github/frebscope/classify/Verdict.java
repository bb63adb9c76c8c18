package io.github.frebscope.classify;

import io.github.frebscope.catalog.Cause;
import io.github.frebscope.cause.Alternative;
import io.github.frebscope.cause.Confidence;
import io.github.frebscope.cause.Diagnosis;
import io.github.frebscope.cause.Evidence;
import io.github.frebscope.trace.StatusCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/**
 * Who produced the status that the client got and why, as far as the trace can tell, and the events
 * that prove it. An empty answer means "this trace cannot tell", never "there was none".
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class Verdict {
  private final String rule;
  private final StatusCode status;
  private final String module;
  private final String area;
  private final String notification;
  private final Long errorCode;
  private final String backend;
  private final Duration wait;
  private final Origin origin;
  private final boolean failure;
  private final Confidence confidence;
  private final Confidence moduleConfidence;
  private final List<Evidence> evidence;
  private final String who;
  private final List<Clause> repeatable;
  private final Diagnosis diagnosis;
  private final Hop hop;
  private final Route route;

  private Verdict(Builder b) {
    rule = Objects.requireNonNull(b.rule, "rule");
    status = b.status;
    module = b.module;
    area = b.area;
    notification = b.notification;
    errorCode = b.errorCode;
    backend = b.backend;
    wait = b.wait;
    origin = Objects.requireNonNull(b.origin, "origin");
    failure = b.failure;
    moduleConfidence = Objects.requireNonNull(b.confidence, "confidence");
    confidence = Confidence.lower(moduleConfidence, b.diagnosis.confidence());
    evidence = List.copyOf(b.evidence);
    who = Objects.requireNonNull(b.explanation, "explanation");
    repeatable = List.copyOf(b.repeatable);
    diagnosis = b.diagnosis;
    hop = b.hop;
    route = b.route;
  }

  /** A builder; it needs a rule, a confidence and an explanation. */
  public static Builder builder(String rule) {
    return new Builder(rule);
  }

  /** The id of the rule that spoke, in kebab case. */
  public String rule() {
    return rule;
  }

  /** The status the verdict is about; empty when the trace names none. */
  public Optional<StatusCode> status() {
    return Optional.ofNullable(status);
  }

  /** The module that set the status the client got. */
  public Optional<String> module() {
    return Optional.ofNullable(module);
  }

  /** The trace area that belongs to the module, for example {@code RequestRouting}. */
  public Optional<String> area() {
    return Optional.ofNullable(area);
  }

  /** The pipeline notification the module ran in, for example {@code EXECUTE_REQUEST_HANDLER}. */
  public Optional<String> notification() {
    return Optional.ofNullable(notification);
  }

  /** The error code of the deciding event, as the unsigned number in the file; 0 is a value. */
  public OptionalLong errorCode() {
    return errorCode == null ? OptionalLong.empty() : OptionalLong.of(errorCode);
  }

  /**
   * Whether {@link #errorCode()} is usually the exit code of a CGI or FastCGI program and no error
   * of Windows, so that the name Windows has for the number would mislead.
   */
  public boolean isExitCode() {
    return errorCode != null
        && status != null
        && Repertoire.isExitCode(Names.usual(module().orElse("")), status, errorCode);
  }

  /** The host, URL or farm that was asked, as far as the trace shows it. */
  public Optional<String> backend() {
    return Optional.ofNullable(backend);
  }

  /** The silence before the deciding event, as exact as IIS's clock of 10 to 16 ms. */
  public Optional<Duration> waited() {
    return Optional.ofNullable(wait);
  }

  /** Whether the module made the status itself or passed on what a backend answered. */
  public Origin origin() {
    return origin;
  }

  /**
   * Whether the client was let down: it got an error status, a page in place of one, or its
   * connection was dropped. A slow request that ended well is no failure, nor one in which only a
   * child request failed.
   */
  public boolean isFailure() {
    return failure;
  }

  /**
   * Why the request failed: one of {@link io.github.frebscope.catalog.Causes}, or of a rule that
   * was added. Empty when no rule fits, when several fit equally (then {@link #alternatives()} has
   * them), and for statuses that say it themselves, as 404.11 does.
   */
  public Optional<Cause> cause() {
    return diagnosis.cause();
  }

  /**
   * Other causes that fit, the likeliest first, with what speaks against each; those between which
   * it is open when there is no {@link #cause()}.
   */
  public List<Alternative> alternatives() {
    return diagnosis.alternatives();
  }

  /** What to do about it, in a sentence or two. */
  public Optional<String> remedy() {
    return diagnosis.remedy();
  }

  /** What to look at or to trace to be sure. */
  public Optional<String> next() {
    return diagnosis.next();
  }

  /** Where this server stood on the request's way through ARR, and the ids to join traces by. */
  public Hop hop() {
    return hop;
  }

  /** The way the request took inside IIS: rewrite rule, farm, backend, and how far it got. */
  public Route route() {
    return route;
  }

  /** How sure this is: of the module and, when there is one, of the cause. */
  public Confidence confidence() {
    return confidence;
  }

  /** How sure it is who set the status, whatever is known of the cause. */
  public Confidence moduleConfidence() {
    return moduleConfidence;
  }

  /** The events that prove it, the deciding one first; empty when nothing can be told. */
  public List<Evidence> evidence() {
    return evidence;
  }

  /** What happened, or what is missing to tell, in a few sentences: {@link #why()}, then who. */
  public String explanation() {
    return why().map(why -> why + " " + who).orElse(who);
  }

  /** Why the request failed, in a sentence or two, or between which causes that is open. */
  public Optional<String> why() {
    return Optional.of(diagnosis.sentence()).filter(text -> !text.isEmpty());
  }

  /**
   * Who set the status and what is known of it, or what is missing to tell, in a sentence or two;
   * without the wait and the backend when {@link #why()} has them.
   */
  public String who() {
    return who;
  }

  /** This verdict with the way of the request. */
  Verdict on(Route newRoute) {
    return newRoute.equals(route) ? this : copy(rule).route(newRoute).build();
  }

  /**
   * This verdict with its texts replaced by equal ones, so that many verdicts can share them.
   *
   * @param shared answers the one copy of a text to keep
   */
  public Verdict sharing(UnaryOperator<String> shared) {
    return copy(shared.apply(rule))
        .module(shared(module, shared), shared(area, shared))
        .notification(shared(notification, shared))
        .backend(shared(backend, shared))
        .evidence(
            evidence.stream()
                .map(e -> new Evidence(e.event(), shared.apply(e.name()), shared.apply(e.reason())))
                .toList())
        .explanation(shared.apply(who))
        .diagnosis(diagnosis.sharing(shared))
        .route(route.sharing(shared))
        .build();
  }

  private Builder copy(String sameRule) {
    return new Builder(sameRule)
        .status(status)
        .module(module, area)
        .notification(notification)
        .errorCode(errorCode)
        .backend(backend)
        .waited(wait)
        .origin(origin)
        .failure(failure)
        .confidence(moduleConfidence)
        .evidence(evidence)
        .explanation(who)
        .repeatable(repeatable)
        .diagnosis(diagnosis)
        .hop(hop)
        .route(route);
  }

  /**
   * This verdict with the reason why the request failed. It is as sure as the less sure of both,
   * and what the reason says is not said again.
   */
  Verdict because(Diagnosis why) {
    List<Evidence> all = new ArrayList<>(evidence);
    all.addAll(why.evidence());
    return copy(rule)
        .evidence(Proof.unique(all))
        .explanation(Clause.without(who, repeatable, why.sentence()))
        .repeatable(List.of())
        .diagnosis(why.withoutEvidence())
        .build();
  }

  /**
   * This verdict with the server's place.
   *
   * @param more what follows from the place, sentences with a blank before each; may be empty
   */
  Verdict at(Hop newHop, String more) {
    return newHop.equals(hop) ? this : copy(rule).hop(newHop).explanation(who + more).build();
  }

  private static String shared(String text, UnaryOperator<String> shared) {
    return text == null ? null : shared.apply(text);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Verdict that
        && rule.equals(that.rule)
        && Objects.equals(status, that.status)
        && Objects.equals(module, that.module)
        && Objects.equals(area, that.area)
        && Objects.equals(notification, that.notification)
        && Objects.equals(errorCode, that.errorCode)
        && Objects.equals(backend, that.backend)
        && Objects.equals(wait, that.wait)
        && origin == that.origin
        && failure == that.failure
        && moduleConfidence == that.moduleConfidence
        && evidence.equals(that.evidence)
        && who.equals(that.who)
        && diagnosis.equals(that.diagnosis)
        && hop.equals(that.hop)
        && route.equals(that.route);
  }

  @Override
  public int hashCode() {
    return Objects.hash(rule, status, module, errorCode, evidence);
  }

  /** {@code 502.3 by AspNetCoreModuleV2 (ANCM), BACKEND_RESET, medium: explanation}. */
  @Override
  public String toString() {
    return status().map(StatusCode::toString).orElse("?")
        + " by "
        + module().orElse("unknown")
        + area().map(a -> " (" + a + ")").orElse("")
        + cause().map(c -> ", " + c.id()).orElse("")
        + ", "
        + confidence
        + ": "
        + explanation();
  }

  /** Collects the parts of a verdict. Null means "cannot tell" wherever it is accepted. */
  public static final class Builder {
    private final String rule;
    private StatusCode status;
    private String module;
    private String area;
    private String notification;
    private Long errorCode;
    private String backend;
    private Duration wait;
    private Origin origin = Origin.UNKNOWN;
    private boolean failure = true;
    private Confidence confidence;
    private List<Evidence> evidence = List.of();
    private String explanation;
    private List<Clause> repeatable = List.of();
    private Diagnosis diagnosis = Diagnosis.NONE;
    private Hop hop = Hop.UNKNOWN;
    private Route route = Route.NONE;

    private Builder(String rule) {
      this.rule = rule;
    }

    /** The status, or null. */
    public Builder status(StatusCode newStatus) {
      status = newStatus;
      return this;
    }

    /** The module and its area, or nulls. */
    public Builder module(String newModule, String newArea) {
      module = newModule;
      area = newArea;
      return this;
    }

    /** The notification, or null. */
    public Builder notification(String newNotification) {
      notification = newNotification;
      return this;
    }

    /** The error code, or null. */
    public Builder errorCode(Long newErrorCode) {
      errorCode = newErrorCode;
      return this;
    }

    /** The backend, or null. */
    public Builder backend(String newBackend) {
      backend = newBackend;
      return this;
    }

    /** The silence before the deciding event, or null. */
    public Builder waited(Duration newWait) {
      wait = newWait;
      return this;
    }

    /** Whether the module failed itself or passed an answer on; unknown when not given. */
    public Builder origin(Origin newOrigin) {
      origin = newOrigin;
      return this;
    }

    /** Whether the client was let down; it was, unless this is said. */
    public Builder failure(boolean isFailure) {
      failure = isFailure;
      return this;
    }

    /** How sure it is who set the status. */
    public Builder confidence(Confidence newConfidence) {
      confidence = newConfidence;
      return this;
    }

    /** The proof, the deciding event first. */
    public Builder evidence(List<Evidence> newEvidence) {
      evidence = newEvidence;
      return this;
    }

    /** Who set the status, one or two sentences. */
    public Builder explanation(String newExplanation) {
      explanation = newExplanation;
      return this;
    }

    /** What of the explanation need not be said when the reason says it. */
    Builder repeatable(List<Clause> clauses) {
      repeatable = clauses;
      return this;
    }

    /** Why the request failed; nothing is known when this is not called. */
    public Builder diagnosis(Diagnosis newDiagnosis) {
      diagnosis = Objects.requireNonNull(newDiagnosis, "diagnosis");
      return this;
    }

    /** The server's place; unknown when this is not called. */
    public Builder hop(Hop newHop) {
      hop = Objects.requireNonNull(newHop, "hop");
      return this;
    }

    /** The way of the request; none when this is not called. */
    public Builder route(Route newRoute) {
      route = Objects.requireNonNull(newRoute, "route");
      return this;
    }

    /**
     * The verdict.
     *
     * @throws NullPointerException if the confidence or the explanation is missing
     */
    public Verdict build() {
      return new Verdict(this);
    }
  }
}
