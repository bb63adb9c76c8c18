package io.github.frebscope.report;

import io.github.frebscope.trace.DataField;
import io.github.frebscope.trace.TraceEvent;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keeps secrets out of what is printed. Switched on, it masks
 *
 * <ul>
 *   <li>the values of headers that carry credentials ({@code Cookie}, {@code Authorization}, client
 *       certificates, names with token, secret, password, session, ...), single or in a dump;
 *   <li>the values of parameters with such names in URLs and query strings, the user and password
 *       in front of a host, and sessions that ASP.NET puts in the path;
 *   <li>what is a credential by its shape: JSON Web Tokens, {@code Basic} and {@code Bearer}
 *       values;
 *   <li>bodies of requests and responses, whole.
 * </ul>
 *
 * A masked value shows its length only: {@code [masked, 24 characters]}. Names of users, hosts and
 * files stay. It knows names and shapes; a secret that is neither named nor shaped like one, say a
 * word in a path, stays visible.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class Redaction {
  private static final Redaction ON = new Redaction(true);
  private static final Redaction OFF = new Redaction(false);

  /** Data that says which header or server variable the event is about. */
  private static final Set<String> NAMING =
      Set.of("headername", "name", "variablename", "servervariable");

  /** Data that holds the value of what {@link #NAMING} or a {@code {VARIABLE}} names. */
  private static final Set<String> VALUES =
      Set.of(
          "headervalue",
          "value",
          "expandedvalue",
          "oldvalue",
          "newvalue",
          "expandedinput",
          "rewriteurl",
          "redirecturl");

  private static final Set<String> URLS =
      Set.of(
          "url",
          "uri",
          "requesturl",
          "rewriteurl",
          "redirecturl",
          "newurl",
          "oldurl",
          "querystring",
          "filenameorurl");

  /** A server variable in a rule of URL Rewrite: {@code {HTTP_COOKIE}}. */
  private static final Pattern VARIABLE = Pattern.compile("\\{([A-Za-z0-9_-]+)(?::[^}]*)?\\}");

  private final boolean on;

  private Redaction(boolean on) {
    this.on = on;
  }

  /** Masks secrets. */
  public static Redaction on() {
    return ON;
  }

  /** Lets everything through as it stands in the trace. */
  public static Redaction off() {
    return OFF;
  }

  /** {@code secrets are masked} or {@code secrets are shown}. */
  @Override
  public String toString() {
    return on ? "secrets are masked" : "secrets are shown";
  }

  /** Whether secrets are masked. */
  public boolean isOn() {
    return on;
  }

  /** A URL, a path or a query string without its secrets. */
  public String url(String url) {
    return on ? UrlRedaction.mask(url) : url;
  }

  /** Any text without its secrets. */
  public String text(String text) {
    return on ? TextRedaction.mask(text) : text;
  }

  /** The value of a header without its secrets. */
  public String header(String name, String value) {
    return on ? TextRedaction.header(name, value) : value;
  }

  /**
   * The value of an event's data without its secrets.
   *
   * @param event the event; its other data may tell what the value is
   * @param field one of its data
   */
  public String data(TraceEvent event, DataField field) {
    return data(field, () -> isAboutSecret(event));
  }

  /**
   * The value of a data whose event is not known, without its secrets: one that another data of the
   * event tells about, the value of a header or a server variable, may be a secret and is masked.
   */
  String data(DataField field) {
    return data(field, () -> true);
  }

  private String data(DataField field, BooleanSupplier isAboutSecret) {
    String value = field.value();
    if (!on || value.isEmpty()) {
      return value;
    }
    String name = field.name().toLowerCase(Locale.ROOT);
    if (name.equals("buffer")) {
      return Mask.body(value);
    }
    if (name.equals("headers")) {
      return TextRedaction.headers(value);
    }
    if (VALUES.contains(name) && isAboutSecret.getAsBoolean()) {
      return Mask.of(value);
    }
    if (!NAMING.contains(name) && SecretNames.isParameter(field.name())) {
      return Mask.of(value);
    }
    return URLS.contains(name) ? UrlRedaction.mask(value) : TextRedaction.mask(value);
  }

  /** The text that IIS added to a value, without its secrets. */
  String description(TraceEvent event, String dataName) {
    Optional<String> text = event.description(dataName);
    return text.map(this::text).orElse("");
  }

  private static boolean isAboutSecret(TraceEvent event) {
    for (DataField field : event.data()) {
      boolean naming = NAMING.contains(field.name().toLowerCase(Locale.ROOT));
      if (naming && SecretNames.isHeader(field.value())) {
        return true;
      }
      Matcher variable = VARIABLE.matcher(field.value());
      while (variable.find()) {
        if (SecretNames.isHeader(variable.group(1))) {
          return true;
        }
      }
    }
    return false;
  }
}
