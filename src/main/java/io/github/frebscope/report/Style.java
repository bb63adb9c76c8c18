package io.github.frebscope.report;

/** ANSI colours, or none. */
final class Style {
  private static final String END = "\u001B[0m";

  private final boolean color;

  Style(boolean color) {
    this.color = color;
  }

  String bold(String text) {
    return wrap("\u001B[1m", text);
  }

  String red(String text) {
    return wrap("\u001B[31m", text);
  }

  String yellow(String text) {
    return wrap("\u001B[33m", text);
  }

  String dim(String text) {
    return wrap("\u001B[2m", text);
  }

  private String wrap(String start, String text) {
    return color && !text.isEmpty() ? start + text + END : text;
  }
}
