package io.github.frebscope.cause;

import io.github.frebscope.catalog.ErrorCode;
import io.github.frebscope.catalog.ErrorCodes;
import io.github.frebscope.catalog.ExchangePhase;
import io.github.frebscope.catalog.TimeLimits;
import io.github.frebscope.trace.MeasuredTime;
import io.github.frebscope.trace.StatusCode;
import io.github.frebscope.trace.Trace;
import io.github.frebscope.trace.TraceEvent;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * A failed request, as rules for causes see it: who set the status and when is known, as far as the
 * trace tells it; why is to be found out. An empty answer means "the trace does not tell". No
 * method takes null; those that look for events or headers take time that grows with the digest.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class Failure {
  private final Trace trace;
  private final StatusCode status;
  private final String module;
  private final TraceEvent setBy;
  private final int depth;
  private final Long errorCode;
  private final boolean exitCode;
  private final TraceEvent codeToldBy;
  private final boolean relayed;
  private final MeasuredTime waited;
  private final String backend;
  private final String farm;
  private final TimeLimits limits;
  private final Exchange exchange;
  private final Headers headers;

  // Rules ask for these dozens of times.
  private final OptionalLong hresult;
  private final String symbol;
  private final Optional<String> words;

  /** Made when first asked for. Two threads may make one at once, of equal content. */
  private volatile Optional<StartReport> start;

  private Failure(Builder b) {
    trace = Objects.requireNonNull(b.trace, "trace");
    status = Objects.requireNonNull(b.status, "status");
    module = b.module;
    setBy = b.setBy;
    depth = setBy == null ? 0 : setBy.requestDepth();
    errorCode = b.errorCode;
    exitCode = b.exitCode;
    codeToldBy = b.codeToldBy;
    relayed = b.relayed;
    waited = b.waited;
    backend = b.backend;
    farm = b.farm;
    limits = b.limits;
    exchange = Exchange.before(trace.events(), depth, end());
    headers = new Headers(trace.events(), depth, end());
    hresult = hresult(errorCode, exitCode);
    symbol = exitCode ? null : symbol(hresult);
    words = Words.of(trace.events(), setBy, depth);
  }

  private static OptionalLong hresult(Long code, boolean isExitCode) {
    return code == null
        ? OptionalLong.empty()
        : OptionalLong.of(isExitCode ? code : ErrorCodes.hresult(code));
  }

  private static String symbol(OptionalLong hresult) {
    return hresult.isEmpty()
        ? null
        : ErrorCodes.find(hresult.getAsLong()).map(ErrorCode::name).orElse(null);
  }

  /** A builder; it needs the trace and the status. */
  public static Builder builder(Trace trace, StatusCode status) {
    return new Builder(trace, status);
  }

  private int end() {
    return setBy == null ? Integer.MAX_VALUE : setBy.index();
  }

  /** The trace, or a digest of it with the events that the rules ask for. */
  public Trace trace() {
    return trace;
  }

  /** The status to explain. */
  public StatusCode status() {
    return status;
  }

  /** Whether that is the status, {@code 502.3} for example. */
  public boolean isStatus(int wanted, int subStatus) {
    return status.equals(StatusCode.of(wanted, subStatus));
  }

  /** The module that set it, by its usual name. */
  public Optional<String> module() {
    return Optional.ofNullable(module);
  }

  /** Whether one of these modules set it; false when it is not known who did. */
  public boolean isBy(String... modules) {
    return module != null && Arrays.asList(modules).contains(module);
  }

  /** The event that set it. */
  public Optional<TraceEvent> setBy() {
    return Optional.ofNullable(setBy);
  }

  /**
   * The error code as the file has it: unsigned; 0 is a value. It is that of the event that set the
   * status, or when that has none or 0, what the module told in another event: {@link
   * #codeToldBy()}.
   */
  public OptionalLong errorCode() {
    return errorCode == null ? OptionalLong.empty() : OptionalLong.of(errorCode);
  }

  /**
   * The error code as an HRESULT, however IIS wrote it: a plain Win32 or WinHTTP number is the same
   * error as its HRESULT. What a program returned ({@link #isExitCode()}) stays as it is.
   */
  public OptionalLong hresult() {
    return hresult;
  }

  /** Whether the error code is what a program returned and no error of Windows. */
  public boolean isExitCode() {
    return exitCode;
  }

  /** Whether the error code is that of a symbol, for example {@code ERROR_WINHTTP_TIMEOUT}. */
  public boolean isCode(String... symbols) {
    return symbol != null && Arrays.asList(symbols).contains(symbol);
  }

  /** The event that tells the error code, when it is not the one that set the status. */
  public Optional<TraceEvent> codeToldBy() {
    return Optional.ofNullable(codeToldBy);
  }

  /** Whether a backend had answered so and the module passed it on. */
  public boolean isRelayed() {
    return relayed;
  }

  /**
   * The silence before the status was set, inside its stage of the pipeline. What was not traced is
   * silent too: see {@link #isWaitOfModule()}.
   */
  public Optional<MeasuredTime> waited() {
    return Optional.ofNullable(waited);
  }

  /**
   * Whether the silence is surely the module's own. If not, it is the longest that the module can
   * have waited: others before it were not traced.
   */
  public boolean isWaitOfModule() {
    return waited != null && setBy != null && SilenceOwner.isModule(trace.events(), setBy);
  }

  /** The limits a silence is held against. */
  public TimeLimits limits() {
    return limits;
  }

  /**
   * How far the module had got with its backend when the status was set, as its events tell: {@link
   * ExchangePhase#BEFORE} when none of the exchange was traced.
   */
  public ExchangePhase phase() {
    return exchange.phase();
  }

  /** The event that began the phase. */
  public Optional<TraceEvent> phaseBegan() {
    return exchange.began();
  }

  /** Whether an event shows that the connection to the backend was there. */
  public boolean isConnected() {
    return exchange.connected().isPresent();
  }

  /** The event that shows that the connection to the backend was there. */
  public Optional<TraceEvent> connected() {
    return exchange.connected();
  }

  /** The event that shows that the headers of the backend's answer had arrived. */
  public Optional<TraceEvent> answered() {
    return exchange.answered();
  }

  /** Host, URL or farm that was asked. */
  public Optional<String> backend() {
    return Optional.ofNullable(backend);
  }

  /**
   * Whether the module asks a process that it runs on this very server: that has no name in a
   * trace, and no logs of IIS.
   */
  boolean isOfProcess() {
    return isBy("AspNetCoreModule", "AspNetCoreModuleV2", "httpPlatformHandler");
  }

  /** The server farm that the request was routed to. */
  public Optional<String> farm() {
    return Optional.ofNullable(farm);
  }

  /**
   * A header of the request as it arrived, names in any case.
   *
   * @return its value, empty text included; empty when there is no such header or headers were not
   *     traced
   */
  public Optional<String> header(String name) {
    return headers.arrived(name);
  }

  /** A header of the request as a module set it before the status was set; the last one. */
  public Optional<String> setHeader(String name) {
    return headers.set(name);
  }

  /** What the module said of the error, the data of SET_RESPONSE_ERROR_DESCRIPTION, in a line. */
  public Optional<String> words() {
    return words;
  }

  /** The events of the request itself before the status was set, without those of children. */
  public Stream<TraceEvent> before() {
    return trace.events().stream().filter(e -> isOwn(e) && e.index() < end());
  }

  /** The last event of one of those names before the status was set. */
  public Optional<TraceEvent> lastBefore(String... names) {
    List<String> wanted = Arrays.asList(names);
    List<TraceEvent> events = trace.events();
    for (int i = events.size() - 1; i >= 0; i--) {
      TraceEvent event = events.get(i);
      if (event.index() < end() && isOwn(event) && wanted.contains(event.name())) {
        return Optional.of(event);
      }
    }
    return Optional.empty();
  }

  /** The first event of one of those names, before or after. */
  public Optional<TraceEvent> first(String... names) {
    List<String> wanted = Arrays.asList(names);
    for (TraceEvent event : trace.events()) {
      if (isOwn(event) && wanted.contains(event.name())) {
        return Optional.of(event);
      }
    }
    return Optional.empty();
  }

  private boolean isOwn(TraceEvent event) {
    return event.requestDepth() == depth;
  }

  /** What the trace holds of a start that failed, for the rules that look at one. */
  Optional<StartReport> start() {
    Optional<StartReport> known = start;
    if (known == null) {
      known = StartReport.of(this);
      start = known;
    }
    return known;
  }

  /** A value for the templates of a cause; empty when it is missing or unknown. */
  Optional<String> value(String name) {
    return FailureValues.of(this, name);
  }

  /** {@code 502.3 by ApplicationRequestRouting}. */
  @Override
  public String toString() {
    return status + " by " + (module == null ? "unknown" : module);
  }

  /**
   * Collects what is known, for tests of your own rules; the classifier does it from a trace. Null
   * means "the trace does not tell". Not safe for use by several threads.
   */
  public static final class Builder {
    private final Trace trace;
    private final StatusCode status;
    private String module;
    private TraceEvent setBy;
    private Long errorCode;
    private boolean exitCode;
    private TraceEvent codeToldBy;
    private boolean relayed;
    private MeasuredTime waited;
    private String backend;
    private String farm;
    private TimeLimits limits = TimeLimits.standard();

    private Builder(Trace trace, StatusCode status) {
      this.trace = trace;
      this.status = status;
    }

    /** The module by its usual name, and the event in which it set the status. */
    public Builder by(String newModule, TraceEvent event) {
      module = newModule;
      setBy = event;
      return this;
    }

    /** The error code, and whether it is what a program returned. */
    public Builder errorCode(Long newErrorCode, boolean isExitCode) {
      errorCode = newErrorCode;
      exitCode = isExitCode;
      return this;
    }

    /**
     * The event that tells the error code, if it is another one than the one that set the status.
     */
    public Builder codeToldBy(TraceEvent event) {
      codeToldBy = event;
      return this;
    }

    /** Whether a backend had answered so. */
    public Builder relayed(boolean isRelayed) {
      relayed = isRelayed;
      return this;
    }

    /** The silence before. */
    public Builder waited(MeasuredTime silence) {
      waited = silence;
      return this;
    }

    /** Whom the module asked, and the farm it belongs to. */
    public Builder backend(String newBackend, String newFarm) {
      backend = newBackend;
      farm = newFarm;
      return this;
    }

    /** The limits of a configuration. */
    public Builder limits(TimeLimits newLimits) {
      limits = Objects.requireNonNull(newLimits, "limits");
      return this;
    }

    /** The failed request. */
    public Failure build() {
      return new Failure(this);
    }
  }
}
