package io.github.frebscope.classify;

import java.util.Locale;

/** Where a server stood when it served a request. */
public enum Role {
  /** In front: Application Request Routing sent the request on, or was to. */
  FRONT_END,
  /** Behind a front end, which had sent the request here. */
  MEMBER,
  /** Behind a front end, and it sent the request on once more. */
  MEMBER_AND_FRONT_END,
  /** The trace does not tell: there was no ARR, or it was not traced. */
  UNKNOWN;

  /** The word used in output: {@code front-end}, {@code member}, ... */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** {@link #id()}. */
  @Override
  public String toString() {
    return id();
  }
}
