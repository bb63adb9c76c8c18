package io.github.frebscope.config;

import io.github.frebscope.internal.text.Texts;
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
    int port = portColon();
    return port < 0 ? "" : information.substring(0, port);
  }

  /** The port; empty when the text is of another form. */
  public OptionalInt port() {
    int port = portColon();
    if (port < 0) {
      return OptionalInt.empty();
    }
    try {
      return OptionalInt.of(
          Integer.parseInt(information.substring(port + 1, information.lastIndexOf(':'))));
    } catch (NumberFormatException e) {
      return OptionalInt.empty();
    }
  }

  /** The host name in lower case; empty for every host, or when the text is of another form. */
  public String host() {
    return portColon() < 0
        ? ""
        : information.substring(information.lastIndexOf(':') + 1).strip().toLowerCase(Locale.ROOT);
  }

  /** Net.tcp has {@code 808:*} and net.msmq the machine's name: they have no such colon. */
  private int portColon() {
    return information.lastIndexOf(':', information.lastIndexOf(':') - 1);
  }

  /** {@code http *:80:shop.example}: one line. */
  @Override
  public String toString() {
    return Texts.shown(protocol + " " + information);
  }
}
