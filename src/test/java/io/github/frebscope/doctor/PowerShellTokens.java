package io.github.frebscope.doctor;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Enough of PowerShell's words to see that quotes and brackets match. Knows no here-strings. */
final class PowerShellTokens {
  private final String script;
  private final List<String> literals = new ArrayList<>();
  private final Deque<Character> open = new ArrayDeque<>();
  private int at;

  private PowerShellTokens(String script) {
    this.script = script;
  }

  /** The texts in single quotes, in order. */
  static List<String> literals(String script) {
    PowerShellTokens tokens = new PowerShellTokens(script);
    tokens.read();
    return tokens.literals;
  }

  private void read() {
    while (at < script.length()) {
      char c = script.charAt(at++);
      switch (c) {
        case '#' -> at = Math.max(at, script.indexOf('\n', at));
        case '`' -> at++;
        case '\'' -> literals.add(single());
        case '"' -> skipDouble();
        case '(', '{', '[' -> open.push(c);
        case ')' -> close('(');
        case '}' -> close('{');
        case ']' -> close('[');
        default -> {
          if (c > 0x7E || (c < ' ' && c != '\n')) {
            throw problem("a character that is no plain ASCII");
          }
        }
      }
    }
    if (!open.isEmpty()) {
      throw problem("still open: " + open);
    }
  }

  private String single() {
    StringBuilder text = new StringBuilder();
    while (true) {
      char c = next();
      if (c != '\'') {
        text.append(c);
      } else if (at < script.length() && script.charAt(at) == '\'') {
        text.append('\'');
        at++;
      } else {
        return text.toString();
      }
    }
  }

  private void skipDouble() {
    char c = next();
    while (c != '"') {
      if (c == '`') {
        next();
      } else if (c == '$' && script.charAt(at) == '(') {
        throw problem("an expression in a text: write it with -f");
      }
      c = next();
    }
  }

  private char next() {
    if (at >= script.length() || script.charAt(at) == '\n') {
      throw problem("a text that does not end in its line");
    }
    return script.charAt(at++);
  }

  private void close(char opening) {
    if (open.isEmpty() || open.pop() != opening) {
      throw problem("no " + opening + " to close");
    }
  }

  private AssertionError problem(String what) {
    long line = script.substring(0, Math.min(at, script.length())).lines().count();
    return new AssertionError("line " + line + ": " + what);
  }
}
