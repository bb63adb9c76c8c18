package io.github.frebscope.classify;

import java.util.List;

/**
 * A part of a sentence about who set a status that need not be said when the reason says it.
 *
 * @param text as it stands in the sentence, with the punctuation before it
 * @param said what the reason has in it when it says the same
 */
record Clause(String text, String said) {
  /** The sentences without those of the clauses that a text says already. */
  static String without(String sentences, List<Clause> clauses, String already) {
    String rest = sentences;
    for (Clause clause : clauses) {
      rest = already.contains(clause.said()) ? rest.replace(clause.text(), "") : rest;
    }
    return rest;
  }
}
