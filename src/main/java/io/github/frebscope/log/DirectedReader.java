package io.github.frebscope.log;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * One reading of one log whose fields a {@code #Fields:} line names: directives, entries and what
 * is neither. What an entry is worth is for the two kinds of such logs to say.
 */
abstract class DirectedReader {
  private static final int LONGEST_DIRECTIVE = 1 << 16;

  private final String file;
  private final LineReader lines;
  private final LogOptions options;
  private final ByteRow row;
  private final Tally tally;
  private final LogClock clock = new LogClock();
  private FieldNames names; // null before the first #Fields: line
  private boolean missingTold;

  DirectedReader(String file, LineReader lines, LogOptions options) {
    this.file = file;
    this.lines = lines;
    this.options = options;
    row = new ByteRow(file, lines);
    tally = new Tally(file);
  }

  /** Looks at the names of a new {@code #Fields:} line. */
  abstract void check(FieldNames newNames) throws LogFormatException;

  /** Whether a line may have that many fields. */
  abstract boolean hasUsual(int fields);

  /** Takes the entry that {@link #row()} is at. */
  abstract void entry(long millis);

  /** Fields that are looked at and that the current names do not have. */
  abstract List<String> missing();

  String file() {
    return file;
  }

  ByteRow row() {
    return row;
  }

  long number() {
    return lines.number();
  }

  FieldNames names() {
    return names;
  }

  void names(FieldNames newNames) {
    names = newNames;
    row.names(newNames);
    missingTold = false;
  }

  LogFile read() throws IOException {
    while (lines.next()) {
      switch (lines.kind()) {
        case LINE -> {
          if (!line(false)) {
            return tally.file();
          }
        }
        case OPEN -> {
          if (!line(true)) {
            return tally.file();
          }
        }
        case LONG -> tally.damaged(lines.number(), Damage.LONG);
        case ZEROS -> Damage.zeros(lines, tally);
      }
    }
    return tally.file();
  }

  /** Reads a line; false when reading must stop. */
  private boolean line(boolean open) throws IOException {
    if (lines.isEmpty()) {
      return true;
    }
    if (lines.bytes()[lines.start()] == '#') {
      directive(open);
      return true;
    }
    if (options.mustStop()) {
      tally.problem(lines.number(), "reading was stopped here on request");
      return false;
    }
    entry(open);
    return true;
  }

  private void entry(boolean open) {
    if (names == null || names.size() > LineReader.MOST_BLANKS) {
      tally.damaged(
          lines.number(), "no usable #Fields: line stands before it, so its fields are unknown");
      return;
    }
    int fields = fields();
    if (!hasUsual(fields)) {
      tally.damaged(
          lines.number(), open ? Damage.TORN : Damage.fields(lines, fields, names.size()));
      return;
    }
    long millis = millis();
    if (millis == LogClock.NONE) {
      tally.damaged(lines.number(), noTime());
      return;
    }
    if (!missingTold) {
      tally.missing(missing());
      missingTold = true;
    }
    if (open) {
      tally.problem(lines.number(), Damage.NO_END);
    }
    row.move(millis, open ? fields - 1 : fields);
    tally.entry(millis);
    entry(millis);
  }

  /** How many fields the line has; a blank at its end, as old versions write, begins none. */
  private int fields() {
    int blanks = lines.blanks();
    boolean trailing =
        blanks > 0
            && blanks == names.size()
            && lines.start() + lines.blank(blanks - 1) == lines.end() - 1;
    return trailing ? blanks : blanks + 1;
  }

  private long millis() {
    byte[] b = lines.bytes();
    int time = names.time;
    int date = names.date;
    if (time < 0) {
      return LogClock.NONE;
    }
    return date < 0
        ? clock.millis(b, row.from(time), row.to(time))
        : clock.millis(b, row.from(date), row.to(date), row.from(time), row.to(time));
  }

  private String noTime() {
    if (names.time < 0) {
      return "the #Fields: line has no time, so nobody can say when it was";
    }
    return names.date < 0
        ? "no date in it or in a #Date: line before it, or no time"
        : "its date and time are none";
  }

  private void directive(boolean open) throws LogFormatException {
    if (open) {
      // Half a list of fields would shift what follows; only zero bytes or nothing follow.
      tally.problem(lines.number(), Damage.NO_END);
      return;
    }
    int to = Math.min(lines.end(), lines.start() + LONGEST_DIRECTIVE);
    String text = LogBytes.text(lines.bytes(), lines.start(), to);
    int colon = text.indexOf(':');
    String name = (colon < 0 ? text : text.substring(0, colon)).toLowerCase(Locale.ROOT);
    String value = colon < 0 ? "" : text.substring(colon + 1).strip();
    if (name.equals("#fields")) {
      FieldNames newNames = FieldNames.parse(value);
      check(newNames);
      names(newNames);
    } else if (name.equals("#date")) {
      long millis = Damage.dateTime(value);
      if (millis == LogClock.NONE) {
        tally.problem(lines.number(), "a #Date: line without a date and time");
      } else {
        clock.startAt(millis);
        tally.start(millis);
      }
    }
  }
}
