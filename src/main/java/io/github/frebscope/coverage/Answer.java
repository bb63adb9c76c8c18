package io.github.frebscope.coverage;

import java.util.Objects;

/**
 * Whether an event would have been recorded, and why one can say so.
 *
 * <p>Immutable and safe for use by several threads.
 *
 * @param recording the answer
 * @param reason why, in a few words for people, for example {@code area RequestRouting was not
 *     seen: it may be off or nothing happened}
 */
public record Answer(Recording recording, String reason) {
  /** Refuses nulls. */
  public Answer {
    Objects.requireNonNull(recording, "recording");
    Objects.requireNonNull(reason, "reason");
  }

  static Answer recorded(String reason) {
    return new Answer(Recording.RECORDED, reason);
  }

  static Answer notRecorded(String reason) {
    return new Answer(Recording.NOT_RECORDED, reason);
  }

  static Answer unknown(String reason) {
    return new Answer(Recording.UNKNOWN, reason);
  }

  /** Whether the event would be in the trace. */
  public boolean isRecorded() {
    return recording == Recording.RECORDED;
  }

  /** Whether nobody can tell. */
  public boolean isUnknown() {
    return recording == Recording.UNKNOWN;
  }

  /** {@code unknown: area RequestRouting was not seen: it may be off or nothing happened}. */
  @Override
  public String toString() {
    return recording.text() + ": " + reason;
  }
}
