package io.github.frebscope.farm;

import io.github.frebscope.internal.text.Texts;
import io.github.frebscope.internal.url.UrlParts;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A failure as a client saw it. Immutable and safe for use by several threads.
 *
 * @param time when, UTC; by the client's clock, and whether the client noted the beginning or the
 *     end of its request is not known
 * @param url the URL as the client has it, with or without the host
 * @param status the status that the client got; empty when it is not told
 * @param client who, when it is told
 */
public record Incident(Instant time, String url, OptionalInt status, Optional<String> client) {
  /** Refuses nulls. */
  public Incident {
    Objects.requireNonNull(time, "time");
    Objects.requireNonNull(url, "url");
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(client, "client");
  }

  /** The host in {@link #url()}, in small letters and without its port; empty when it has none. */
  public Optional<String> host() {
    return UrlParts.host(absolute());
  }

  /** The path in {@link #url()} without the query, {@code /} when there is none. */
  public String path() {
    return UrlParts.path(absolute()).orElse("/");
  }

  /** Whether a path of a log is that of {@link #url()}, letter case, escapes and blanks aside. */
  public boolean isAt(String path) {
    return LoggedUrl.path(path).equals(LoggedUrl.path(path()));
  }

  /** People write URLs without the scheme, and paths without the slash. */
  private String absolute() {
    String path = url.split("[?#]", 2)[0];
    if (path.startsWith("/") || path.contains("//")) {
      return url;
    }
    String first = path.split("/", 2)[0];
    boolean isHost = (first.contains(".") && path.contains("/")) || first.contains(":");
    return (isHost ? "//" : "/") + url;
  }

  /** {@code 2026-02-23T09:21:06Z 502 http://stats.mosaic.example/report}: one line. */
  @Override
  public String toString() {
    return time
        + (status.isPresent() ? " " + status.getAsInt() : "")
        + " "
        + Texts.shown(url)
        + client.map(who -> " for " + Texts.shown(who)).orElse("");
  }
}
