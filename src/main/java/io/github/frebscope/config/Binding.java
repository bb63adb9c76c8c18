package io.github.frebscope.config;

import java.util.Locale;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * A binding of a site.
 *
 * @param protocol {@code http}, {@code https}, or another of a listener
 * @param information as written, {@code *:80:shop.example}
 */
public record Binding(String protocol, String information) {
  /** Refuses nulls. */
  public Binding {
    Objects.requireNonNull(protocol, "protocol");
    Objects.requireNonNull(information, "information");
  }

  /** The address, {@code *} for all; empty when the text is of another form. */
  public String address() {
    int port = information.lastIndexOf(':', information.lastIndexOf(':') - 1);
    return port < 0 ? "" : information.substring(0, port);
  }

  /** The port. */
  public OptionalInt port() {
    int host = information.lastIndexOf(':');
    int port = information.lastIndexOf(':', host - 1);
    try {
      return port < 0
          ? OptionalInt.empty()
          : OptionalInt.of(Integer.parseInt(information.substring(port + 1, host)));
    } catch (NumberFormatException e) {
      return OptionalInt.empty();
    }
  }

  /** The host name in lower case; empty for every host. */
  public String host() {
    return information.substring(information.lastIndexOf(':') + 1).strip().toLowerCase(Locale.ROOT);
  }
}
