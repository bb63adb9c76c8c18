package io.github.frebscope.config;

import java.util.Objects;
import java.util.Optional;

/**
 * One step of the proof that a site writes a trace.
 *
 * @param kind what was looked at
 * @param outcome how it is
 * @param sentence what was found, one sentence for people
 * @param setting the element and attribute it rests on; empty when there is none
 * @param remedy what to do; empty when nothing needs to be done
 */
public record RecorderStep(
    Kind kind,
    Outcome outcome,
    String sentence,
    Optional<Setting<String>> setting,
    Optional<Remedy> remedy) {
  /** What a step looks at, in the order in which it is done. */
  public enum Kind {
    /** The module that writes traces is installed and in use at the URL. */
    INSTALLED(true),
    /** The site's switch is on. */
    SWITCH(true),
    /** A rule is for the URL. */
    RULE(true),
    /** The conditions of that rule cover the status. */
    CONDITIONS(true),
    /** The status is what writes the file, so that it can be found by its status. */
    TRIGGER(false),
    /** The rule records the areas of the modules that can have made the failure. */
    AREAS(false),
    /** Where the files go, and whether the process can write there. */
    DIRECTORY(true),
    /** How many files are kept. */
    FILES(false),
    /** Where a file is cut. */
    SIZE(false);

    private final boolean decisive;

    Kind(boolean decisive) {
      this.decisive = decisive;
    }

    /** Whether there is no file when this is not so; else there is one with less in it. */
    public boolean isDecisive() {
      return decisive;
    }
  }

  /** How a step went. */
  public enum Outcome {
    /** As it must be. */
    PASS,
    /** Not so. */
    FAIL,
    /** So for some requests, or for a part of what a file can tell. */
    PARTIAL,
    /** The configuration does not tell. */
    CANNOT_TELL
  }

  /** Refuses nulls. */
  public RecorderStep {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(sentence, "sentence");
    Objects.requireNonNull(setting, "setting");
    Objects.requireNonNull(remedy, "remedy");
  }

  static RecorderStep pass(Kind kind, String sentence) {
    return new RecorderStep(kind, Outcome.PASS, sentence, Optional.empty(), Optional.empty());
  }

  static RecorderStep of(
      Kind kind, Outcome outcome, String sentence, Setting<String> setting, Remedy remedy) {
    return new RecorderStep(kind, outcome, sentence, Optional.of(setting), Optional.of(remedy));
  }

  /** Whether all is as it must be. */
  public boolean isPassed() {
    return outcome == Outcome.PASS;
  }

  /** {@code SWITCH FAIL: Failed Request Tracing of site crm is off}. */
  @Override
  public String toString() {
    return kind + " " + outcome + ": " + sentence;
  }
}
