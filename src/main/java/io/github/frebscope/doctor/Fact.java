package io.github.frebscope.doctor;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Something that was seen, and where.
 *
 * @param kind what sort of fact, {@code w3c-first-hit}
 * @param text one sentence for people
 * @param server the server it was seen on; empty for the farm
 * @param time when it happened
 * @param source the file, with the line if there is one: {@code web01/LogFiles/u_ex260223.log:812}
 * @param details its figures by name, in order: texts, {@code Long}s, {@code Double}s or {@code
 *     Boolean}s
 */
public record Fact(
    String kind,
    String text,
    Optional<String> server,
    Optional<Instant> time,
    Optional<String> source,
    Map<String, Object> details) {
  /** Refuses nulls. */
  public Fact {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(server, "server");
    Objects.requireNonNull(time, "time");
    Objects.requireNonNull(source, "source");
    details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
  }

  /** A fact of the farm as a whole. */
  public static Fact of(String kind, String text) {
    return new Fact(kind, text, Optional.empty(), Optional.empty(), Optional.empty(), Map.of());
  }

  /** The same, seen on a server. */
  public Fact on(String server) {
    return new Fact(kind, text, Optional.of(server), time, source, details);
  }

  /** The same, with its time. */
  public Fact at(Instant time) {
    return new Fact(kind, text, server, Optional.of(time), source, details);
  }

  /** The same, with the place it was read at. */
  public Fact from(String source) {
    return new Fact(kind, text, server, time, Optional.of(source), details);
  }

  /** The same, with one more figure. */
  public Fact with(String name, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(details);
    more.put(name, value);
    return new Fact(kind, text, server, time, source, more);
  }

  /** The sentence. */
  @Override
  public String toString() {
    return text;
  }
}
