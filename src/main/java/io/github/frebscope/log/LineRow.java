package io.github.frebscope.log;

/** A line that is a value already, as a row. */
record LineRow(AccessLine line) implements W3cRow {
  @Override
  public long endMillis() {
    return line.end().toEpochMilli();
  }

  @Override
  public long timeTakenMillis() {
    return number("time-taken");
  }

  @Override
  public int status() {
    return line.status().map(status -> status.status()).orElse(-1);
  }

  @Override
  public int subStatus() {
    return line.subStatus().orElse(-1);
  }

  @Override
  public long win32Status() {
    return line.win32Status().orElse(-1);
  }

  @Override
  public String path() {
    return line.path();
  }

  @Override
  public String text(String field) {
    return line.value(field).orElse("");
  }

  private long number(String field) {
    return LogBytes.number(text(field));
  }
}
