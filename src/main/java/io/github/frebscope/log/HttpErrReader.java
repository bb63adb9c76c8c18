package io.github.frebscope.log;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** One reading of one HTTPERR log. */
final class HttpErrReader extends DirectedReader {
  /** What files without a header hold, the queue being left out by the oldest. */
  private static final FieldNames WITHOUT_HEADER =
      FieldNames.parse(
          "date time c-ip c-port s-ip s-port cs-version cs-method cs-uri sc-status s-siteid"
              + " s-reason s-queuename");

  private static final List<String> LOOKED_AT =
      List.of(
          "date",
          "time",
          "c-ip",
          "c-port",
          "s-port",
          "cs-uri",
          "s-siteid",
          "s-reason",
          "s-queuename");

  private final Consumer<? super HttpErrLine> sink;
  private boolean headed;

  HttpErrReader(
      String file, LineReader lines, LogOptions options, Consumer<? super HttpErrLine> sink) {
    super(file, lines, options);
    this.sink = sink;
    names(WITHOUT_HEADER);
  }

  @Override
  void check(FieldNames newNames) throws LogFormatException {
    if (newNames.place("s-reason") < 0 && newNames.size() > 0) {
      throw new LogFormatException(
          file(),
          "its #Fields: line has no s-reason, so it is no HTTPERR log but perhaps a site's");
    }
    headed = true;
  }

  @Override
  List<String> missing() {
    return LOOKED_AT.stream().filter(name -> names().place(name) < 0).toList();
  }

  @Override
  boolean hasUsual(int fields) {
    // Without a header the last one may be missing.
    return fields == names().size() || (!headed && fields == names().size() - 1);
  }

  @Override
  void entry(long millis) {
    sink.accept(
        new HttpErrLine(
            file(),
            number(),
            Instant.ofEpochMilli(millis),
            value("c-ip"),
            integer("c-port"),
            value("s-ip"),
            integer("s-port"),
            value("cs-method"),
            value("cs-uri"),
            integer("sc-status"),
            value("s-siteid"),
            row().text("s-reason"),
            value("s-queuename")));
  }

  private Optional<String> value(String field) {
    String text = row().text(field);
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  private OptionalInt integer(String field) {
    Optional<String> text = value(field);
    if (text.isEmpty() || !text.get().chars().allMatch(c -> c >= '0' && c <= '9')) {
      return OptionalInt.empty();
    }
    return text.get().length() > 9
        ? OptionalInt.empty()
        : OptionalInt.of(Integer.parseInt(text.get()));
  }
}
