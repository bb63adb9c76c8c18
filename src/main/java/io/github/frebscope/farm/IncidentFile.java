package io.github.frebscope.farm;

import io.github.frebscope.internal.text.Texts;
import io.github.frebscope.log.LogProblem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What clients saw, from a table with a line per failure: comma, semicolon or tab between fields,
 * quotes as in RFC 4180, in UTF-8 or UTF-16. The first row names the columns: {@code time}, {@code
 * time_utc}, {@code timestamp}, or {@code date} and {@code time}; {@code url}, {@code uri} or
 * {@code path}, and {@code host}; {@code status} or {@code code}; {@code client} or {@code ip}, in
 * any case. Without such a row the columns are taken from what stands in them, if that leaves no
 * choice.
 *
 * <p>Times are ISO 8601, UTC when they have no offset, or seconds or milliseconds since 1970. A
 * time like {@code 03/04/2026} is refused, since it can be two days.
 *
 * <p>Immutable and safe for use by several threads.
 *
 * @param file the table
 * @param incidents what could be read, in the order of the table
 * @param problems rows that could not, each with its line, why, and what to write instead
 */
public record IncidentFile(String file, List<Incident> incidents, List<LogProblem> problems) {
  private static final List<Character> SEPARATORS = List.of(',', ';', '\t');

  /** Refuses nulls. */
  public IncidentFile {
    Objects.requireNonNull(file, "file");
    incidents = List.copyOf(incidents);
    problems = List.copyOf(problems);
  }

  /**
   * Reads a table. It is held in memory once.
   *
   * @throws IOException if the file cannot be read; what is wrong inside is in {@link #problems()}
   */
  public static IncidentFile read(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new IOException(file + ": a folder; name the table itself, incidents.csv for example");
    }
    return parse(file.toString(), decoded(Files.readAllBytes(file)));
  }

  /**
   * Reads a table that is a text already.
   *
   * @param file what to call it
   */
  public static IncidentFile parse(String file, String text) {
    List<CsvRows.Row> rows = new ArrayList<>();
    CsvRows.read(text, separator(text), rows::add);
    rows.removeIf(row -> row.isBlank() || row.cells().get(0).startsWith("#"));
    List<Incident> incidents = new ArrayList<>();
    List<LogProblem> problems = new ArrayList<>();
    if (rows.isEmpty()) {
      problems.add(new LogProblem(0, "no rows; write a line time,url,status and one per failure"));
      return new IncidentFile(file, incidents, problems);
    }
    List<String> first = rows.get(0).cells();
    Optional<IncidentColumns> named = IncidentColumns.named(first);
    Optional<IncidentColumns> columns = named.or(() -> IncidentColumns.evident(first));
    if (columns.isEmpty()) {
      problems.add(
          new LogProblem(
              rows.get(0).line(),
              "no column is known to be the time or the URL; name them in the first line:"
                  + " time,url,status,client"));
      return new IncidentFile(file, incidents, problems);
    }
    for (CsvRows.Row row : rows.subList(named.isPresent() ? 1 : 0, rows.size())) {
      add(row, columns.get(), incidents, problems);
    }
    if (incidents.isEmpty() && problems.isEmpty()) {
      problems.add(new LogProblem(0, "no rows below the names of the columns"));
    }
    return new IncidentFile(file, incidents, problems);
  }

  private static void add(
      CsvRows.Row row,
      IncidentColumns columns,
      List<Incident> incidents,
      List<LogProblem> problems) {
    Optional<Instant> time = columns.timeIn(row.cells());
    Optional<String> url = columns.urlIn(row.cells());
    if (row.isTorn()) {
      problems.add(new LogProblem(row.line(), "a quote is not closed; close or double it"));
      return;
    }
    if (time.isEmpty()) {
      problems.add(
          new LogProblem(
              row.line(),
              "no time in "
                  + Texts.shown(String.join(" | ", row.cells()))
                  + "; write it as 2026-02-23T09:21:06Z"));
      return;
    }
    if (url.isEmpty()) {
      problems.add(new LogProblem(row.line(), "no URL; write it as http://host/path or /path"));
      return;
    }
    if (columns.isStatusBroken(row.cells())) {
      problems.add(
          new LogProblem(
              row.line(), "the status is no number of three digits; the row is taken without it"));
    }
    incidents.add(
        new Incident(
            time.get(), url.get(), columns.statusIn(row.cells()), columns.clientIn(row.cells())));
  }

  /** The one that occurs most in the first line that says something, outside of quotes. */
  private static char separator(String text) {
    String first =
        text.lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .findFirst()
            .orElse("")
            .replaceAll("\"[^\"]*\"", "");
    char best = ',';
    for (char c : SEPARATORS) {
      if (count(first, c) > count(first, best)) {
        best = c;
      }
    }
    return best;
  }

  private static long count(String text, char c) {
    return text.chars().filter(other -> other == c).count();
  }

  private static String decoded(byte[] bytes) {
    int first = bytes.length < 2 ? 0 : ((bytes[0] & 0xFF) << 8) | (bytes[1] & 0xFF);
    boolean isUtf16 = first == 0xFEFF || first == 0xFFFE;
    String text = new String(bytes, isUtf16 ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8);
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /** {@code incidents.csv: 4 incidents, 1 problem}. */
  @Override
  public String toString() {
    return file
        + ": "
        + Texts.count(incidents.size(), "incident")
        + (problems.isEmpty() ? "" : ", " + Texts.count(problems.size(), "problem"));
  }
}
