package io.github.frebscope.testing.script;

import com.google.common.collect.ImmutableMap;
import java.util.Map;
import java.util.Optional;

/** The language of a server: its culture and the system's messages for error codes. */
public enum Language {
  /** English. */
  ENGLISH(
      "en-US",
      ImmutableMap.ofEntries(
          Map.entry(0L, "The operation completed successfully."),
          Map.entry(2L, "The system cannot find the file specified."),
          Map.entry(3L, "The system cannot find the path specified."),
          Map.entry(5L, "Access is denied."),
          Map.entry(0x80004005L, "Unspecified error"),
          Map.entry(0x80070002L, "The system cannot find the file specified."),
          Map.entry(0x80070005L, "Access is denied."),
          Map.entry(0x8007000DL, "The data is invalid."),
          Map.entry(0x80070032L, "The request is not supported."),
          Map.entry(0x80070057L, "The parameter is incorrect."),
          Map.entry(0x800700B7L, "Cannot create a file when that file already exists."),
          Map.entry(
              0x800703E3L,
              "The I/O operation has been aborted because of either a thread exit or an"
                  + " application request."),
          Map.entry(0x800704CDL, "An operation was attempted on a nonexistent network connection."),
          Map.entry(
              0x80072746L, "An existing connection was forcibly closed by the remote host."))),
  /** German. */
  GERMAN(
      "de-DE",
      ImmutableMap.of(
          0L, "Der Vorgang wurde erfolgreich beendet.",
          5L, "Zugriff verweigert",
          0x80070002L, "Das System kann die angegebene Datei nicht finden.",
          0x80070005L, "Zugriff verweigert"));

  private final String culture;
  private final ImmutableMap<Long, String> messages;

  Language(String culture, ImmutableMap<Long, String> messages) {
    this.culture = culture;
    this.messages = messages;
  }

  /** For example {@code en-US}. */
  public String culture() {
    return culture;
  }

  /**
   * What IIS prints for an error code: message, line end, {@code (0x...)}.
   *
   * @return empty for codes the system has no message for, such as all of WinHTTP's
   */
  Optional<String> text(String code) {
    long value = Long.parseLong(code);
    return Optional.ofNullable(messages.get(value))
        .map(message -> message + "\n (0x" + Long.toHexString(value) + ")");
  }
}
