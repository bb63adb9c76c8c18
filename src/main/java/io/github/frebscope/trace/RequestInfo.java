package io.github.frebscope.trace;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the root element of a trace says about its request. IIS computes it when the request ends,
 * so it holds even when the events after some point are missing.
 *
 * <p>Every accessor answers empty when the attribute is missing or cannot be read as its type; the
 * text as written is in {@link #attributes()}. Immutable and safe for use by several threads.
 */
public final class RequestInfo {
  private final Map<String, String> attributes;

  private RequestInfo(Map<String, String> attributes) {
    this.attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
  }

  /** From the attributes of the root element, in their order; the map is copied. */
  public static RequestInfo of(Map<String, String> attributes) {
    return new RequestInfo(attributes);
  }

  /** All attributes as written, in their order, namespace declarations left out. */
  public Map<String, String> attributes() {
    return attributes;
  }

  private Optional<String> text(String name) {
    return Optional.ofNullable(attributes.get(name));
  }

  private OptionalLong number(String name) {
    String value = attributes.get(name);
    return value == null ? OptionalLong.empty() : Decimals.parse(value);
  }

  /** The absolute URL with its port, as the client asked for it; may be an empty text. */
  public Optional<String> url() {
    return text("url");
  }

  /** The site's id. */
  public OptionalLong siteId() {
    return number("siteId");
  }

  /** The application pool's name. */
  public Optional<String> appPool() {
    return text("appPoolId");
  }

  /** The worker process. */
  public OptionalLong processId() {
    return number("processId");
  }

  /** The HTTP verb. */
  public Optional<String> verb() {
    return text("verb");
  }

  /** The user the client named; IIS leaves it out when the request ended before authentication. */
  public Optional<String> remoteUserName() {
    return text("remoteUserName");
  }

  /** The authenticated user, an empty text for anonymous; left out like {@link #remoteUserName}. */
  public Optional<String> userName() {
    return text("userName");
  }

  /** The account the request ran under, {@code DOMAIN\\user}; left out like the others. */
  public Optional<String> tokenUserName() {
    return text("tokenUserName");
  }

  /** {@code anonymous}, {@code Negotiate}, ..., or {@code NOT_AVAILABLE} without a user. */
  public Optional<String> authenticationType() {
    return text("authenticationType");
  }

  /** The request's id: a GUID in braces. */
  public Optional<String> activityId() {
    return text("activityId");
  }

  /** What fired the trace: {@code STATUS_CODE}, {@code TIME_TAKEN}, ... */
  public Optional<String> failureReason() {
    return text("failureReason");
  }

  /** The response's status when the file was written: what the client got, for a complete trace. */
  public Optional<StatusCode> status() {
    return text("statusCode").flatMap(StatusCode::parse);
  }

  /**
   * The status that matched the rule; {@code 0} when the trigger was not a status. It can differ
   * from {@link #status()}: a child request's status fires too, and a later module may change it.
   */
  public Optional<StatusCode> triggerStatus() {
    return text("triggerStatusCode").flatMap(StatusCode::parse);
  }

  /** How long the request took, in steps of IIS's clock of 10 to 16 ms. */
  public Optional<Duration> timeTaken() {
    OptionalLong millis = number("timeTaken");
    return millis.isPresent()
        ? Optional.of(Duration.ofMillis(millis.getAsLong()))
        : Optional.empty();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RequestInfo that && attributes.equals(that.attributes);
  }

  @Override
  public int hashCode() {
    return attributes.hashCode();
  }

  /** {@code GET http://host/path -> 502.3 in 8078 ms}. */
  @Override
  public String toString() {
    return verb().orElse("?")
        + " "
        + url().orElse("?")
        + " -> "
        + status().map(StatusCode::toString).orElse("?")
        + timeTaken().map(t -> " in " + MeasuredTime.of(t)).orElse("");
  }
}
