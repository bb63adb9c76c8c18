package io.github.frebscope.log;

import io.github.frebscope.internal.text.Texts;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One entry of an HTTPERR log: a request or connection that http.sys ended itself, so that no
 * worker process saw it or finished it (KB820729). What is {@code -} in the log is empty.
 *
 * @param file the log as it was found
 * @param number the 1-based line number
 * @param time when, UTC, to the second
 * @param clientIp who asked
 * @param clientPort the client's port
 * @param serverIp the server's address
 * @param serverPort the server's port
 * @param verb the verb
 * @param url path and query as sent
 * @param status the status that http.sys answered, if it answered
 * @param siteId the site, when the request had reached one
 * @param reason the reason phrase as written, {@code AppOffline}; empty when it is {@code -}
 * @param queue the request queue, which has the name of the application pool
 */
public record HttpErrLine(
    String file,
    long number,
    Instant time,
    Optional<String> clientIp,
    OptionalInt clientPort,
    Optional<String> serverIp,
    OptionalInt serverPort,
    Optional<String> verb,
    Optional<String> url,
    OptionalInt status,
    Optional<String> siteId,
    String reason,
    Optional<String> queue) {
  /** Refuses nulls. */
  public HttpErrLine {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(time, "time");
    Objects.requireNonNull(clientIp, "clientIp");
    Objects.requireNonNull(clientPort, "clientPort");
    Objects.requireNonNull(serverIp, "serverIp");
    Objects.requireNonNull(serverPort, "serverPort");
    Objects.requireNonNull(verb, "verb");
    Objects.requireNonNull(url, "url");
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(siteId, "siteId");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(queue, "queue");
  }

  /** The path of {@link #url()}, without the query. */
  public Optional<String> path() {
    return url.map(text -> text.indexOf('?') < 0 ? text : text.substring(0, text.indexOf('?')));
  }

  /** {@code 2026-02-23T08:12:35Z AppOffline 503 /home Shop}: one line. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder().append(time);
    text.append(' ').append(reason.isEmpty() ? "-" : Texts.shown(reason));
    status.ifPresent(s -> text.append(' ').append(s));
    url.ifPresent(u -> text.append(' ').append(Texts.shown(u)));
    queue.ifPresent(q -> text.append(' ').append(Texts.shown(q)));
    return text.toString();
  }
}
