package io.github.frebscope.query;

import io.github.frebscope.cause.Confidence;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Something that many traces show together and none of them alone: that a process hung, that one
 * backend of several is at fault, that an error began at a certain moment.
 *
 * <p>Texts from traces in it are made safe to print and cut when they are very long, but not
 * redacted. Immutable and safe for use by several threads.
 *
 * @param kind what it is
 * @param sentence what was found, with counts and times in UTC: a few sentences for people
 * @param causeId the cause that it points to, the id of one of {@link
 *     io.github.frebscope.catalog.Causes}; empty when it points to none
 * @param confidence how sure it is
 * @param count how many traces it rests on, at least 1
 * @param files some of their files, the first in time first, at most {@value #MOST_FILES}
 * @param place where: what all of those traces have in common
 * @param from when the first of them began; empty when none of them has a time
 * @param until when the last of them began; empty when none of them has a time
 * @param next what would decide it, a sentence; empty when there is nothing to decide
 */
public record SetFinding(
    Kind kind,
    String sentence,
    Optional<String> causeId,
    Confidence confidence,
    int count,
    List<String> files,
    Place place,
    Optional<Instant> from,
    Optional<Instant> until,
    Optional<String> next) {
  /** How many files are named. */
  public static final int MOST_FILES = 3;

  /** Refuses nulls and keeps a copy of the files. */
  public SetFinding {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(sentence, "sentence");
    Objects.requireNonNull(causeId, "causeId");
    Objects.requireNonNull(confidence, "confidence");
    files = List.copyOf(files);
    Objects.requireNonNull(place, "place");
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(until, "until");
    Objects.requireNonNull(next, "next");
  }

  /** What many traces can show together. */
  public enum Kind {
    /**
     * Every request to the application behind a worker process, or to one backend, waited for its
     * whole time-out, whatever its URL. At least 6 in a row to 3 URLs, each begun while the one
     * before still waited, the last after the first had given up, and no answer in between.
     */
    HANG,
    /**
     * New connections of one server failed without a wait, to more than one backend, for minutes at
     * most. At least 8 in a row, no more than 30 s apart.
     */
    CONNECTIONS_AT_ONCE,
    /**
     * Failures come in bursts of 3 or more within 2 min of a process's first trace, and seldom
     * otherwise. At least 2 starts, and only those whose time the traces tell.
     */
    COLD_START,
    /**
     * Failures of a site, or those of one kind, concern one backend and hardly any other that is
     * known. At least 8 failures and 2 backends.
     */
    ONE_BACKEND,
    /**
     * Failures of a site, or those of one kind, concern one server and hardly any other that serves
     * it. At least 8 failures and 2 servers.
     */
    ONE_SERVER,
    /**
     * From a moment on nearly all that failed at a backend has one error code, and nothing before.
     * At least 8 failures with it over an hour, and as much before.
     */
    CODE_SINCE,
    /**
     * Failures because the client had left, which are no fault of the backend. At least 3 of them.
     */
    CLIENT_GONE;

    /** The word used in output: {@code hang}, {@code connections-at-once}, ... */
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** {@link #id()}. */
    @Override
    public String toString() {
      return id();
    }
  }

  /**
   * What the traces of a finding have in common; empty where they differ or do not tell.
   *
   * @param server the server's name
   * @param processId the worker process
   * @param appPool the application pool
   * @param site the site's id
   * @param backend the host, URL or farm that was asked
   */
  public record Place(
      Optional<String> server,
      OptionalLong processId,
      Optional<String> appPool,
      OptionalLong site,
      Optional<String> backend) {
    /** Refuses nulls. */
    public Place {
      Objects.requireNonNull(server, "server");
      Objects.requireNonNull(processId, "processId");
      Objects.requireNonNull(appPool, "appPool");
      Objects.requireNonNull(site, "site");
      Objects.requireNonNull(backend, "backend");
    }
  }

  /** {@code hang, medium, APP_HANG: sentence}. */
  @Override
  public String toString() {
    return kind
        + ", "
        + confidence
        + causeId.map(id -> ", " + id).orElse("")
        + ": "
        + TerminalText.line(sentence);
  }
}
