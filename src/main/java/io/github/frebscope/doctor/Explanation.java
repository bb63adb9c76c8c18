package io.github.frebscope.doctor;

/** Why a client saw a failure and there is no trace of it, or what the failure goes with. */
public enum Explanation {
  /** Failed Request Tracing is off, not installed, or has no rule at all: nothing can be traced. */
  RECORDER_OFF("Tracing is off"),
  /** The configuration is not there, so that nobody knows whether tracing was on. */
  RECORDER_UNPROVEN("Whether tracing was on is not known"),
  /** A rule exists, and does not cover this URL or this status. */
  RULE_MISS("The tracing rule does not cover it"),
  /** The rule covers it, the site answered so, and no file was written. */
  WRITE_FAIL("The trace could not be written"),
  /** It is older than the oldest file that rotation has left. */
  ROTATED_AWAY("The trace was deleted by rotation"),
  /** The file is there and ends before the failure. */
  TRUNCATED("The trace was cut at its size limit"),
  /** Another site or server of the farm answered it: its log has the line. */
  PRODUCED_BY_FRONT_END("The front end made it"),
  /** The member answered after the front end had given up. */
  FRONT_GAVE_UP("The front end gave up waiting"),
  /** The member closed the connection before it had answered. */
  MEMBER_ABORTED("The member closed the connection"),
  /** http.sys answered because the pool was stopped, disabled or full. */
  POOL_DOWN("The application pool was down"),
  /** The worker process ended with requests in hand. */
  WORKER_CRASH("The worker process died"),
  /** Requests waited in http.sys's queue for a worker process. */
  QUEUE_WAIT("Requests waited for a worker process"),
  /** Neither the site nor http.sys of the members knows of it: it never arrived. */
  PRODUCED_UPSTREAM("It was made in front of these servers"),
  /** It goes with the start of a worker process. */
  COLDSTART_SUSPECT("A cold start is suspected");

  private final String title;

  Explanation(String title) {
    this.title = title;
  }

  /** A few words for a heading. */
  public String title() {
    return title;
  }
}
