package io.github.frebscope.log;

import java.util.List;
import java.util.function.Consumer;

/** One reading of one W3C log. */
final class W3cReader extends DirectedReader {
  private final Consumer<? super W3cRow> rows;

  W3cReader(String file, LineReader lines, LogOptions options, Consumer<? super W3cRow> rows) {
    super(file, lines, options);
    this.rows = rows;
  }

  @Override
  void check(FieldNames newNames) throws LogFormatException {
    if (newNames.place("s-reason") >= 0 && newNames.place("cs-uri-stem") < 0) {
      throw new LogFormatException(
          file(), "its #Fields: line is that of an HTTPERR log: read it with HttpErrLog");
    }
  }

  @Override
  List<String> missing() {
    return names().missing();
  }

  @Override
  boolean hasUsual(int fields) {
    return fields == names().size();
  }

  @Override
  void entry(long millis) {
    rows.accept(row());
  }
}
