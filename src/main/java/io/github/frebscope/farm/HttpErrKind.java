package io.github.frebscope.farm;

import io.github.frebscope.log.HttpErrLine;
import io.github.frebscope.log.HttpErrReason;

/** What an entry of http.sys says of a request of the front end. */
enum HttpErrKind {
  /** It waited for a worker process until somebody gave up. */
  QUEUED,
  /** http.sys did not take it, or answered 503 itself. */
  REFUSED,
  /** The worker process gave it up, or went. */
  ABANDONED,
  /** The connection closed before the end of the answer. */
  DROPPED,
  /** Something else. */
  OTHER;

  static HttpErrKind of(HttpErrLine entry) {
    HttpErrKind kind = HttpErrReason.of(entry.reason()).map(HttpErrKind::of).orElse(OTHER);
    return kind == OTHER && entry.status().orElse(0) == 503 ? REFUSED : kind;
  }

  private static HttpErrKind of(HttpErrReason reason) {
    return switch (reason.kind()) {
      case POOL_DOWN, QUEUE_FULL -> REFUSED;
      case QUEUE_WAIT -> QUEUED;
      // Request_Cancelled is of this kind as well, and nobody documents where the request was.
      case CLIENT_LEFT -> reason.phrase().equals("Client_Reset") ? QUEUED : OTHER;
      case WORKER_LOST -> ABANDONED;
      case CONNECTION_DROPPED -> DROPPED;
      default -> OTHER;
    };
  }
}
