package io.github.frebscope.cause;

import com.google.common.base.Splitter;
import io.github.frebscope.catalog.Cause;
import io.github.frebscope.catalog.Cause.Confusion;
import io.github.frebscope.catalog.CauseCondition;
import io.github.frebscope.catalog.Causes;
import io.github.frebscope.catalog.ErrorCode;
import io.github.frebscope.catalog.ErrorCodes;
import io.github.frebscope.catalog.TimeLimit;
import io.github.frebscope.catalog.TimeLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Writes docs/causes.md from the rules and their texts. */
final class CausesPage {
  private static final int WIDTH = 120;

  private final StringBuilder page = new StringBuilder();

  private CausesPage() {}

  static String text() {
    CausesPage page = new CausesPage();
    page.head();
    String family = "";
    for (Cause cause : Causes.all()) {
      if (!cause.family().equals(family)) {
        family = cause.family();
        page.line("").line("# " + upper(family));
      }
      page.cause(cause);
    }
    page.limits();
    return page.page.toString().stripLeading();
  }

  private void head() {
    paragraph(
        "<!-- Made from the rules and from catalog/causes/*.txt and limits.tsv by CausesPageTest;"
            + " change those and run it with -Dfrebscope.update=true. -->");
    line("").line("# Why a request fails: the causes");
    paragraph(
        "Who set a status is one question, see [what the classifier goes by](classifier.md); why is"
            + " another. Every rule of this page is asked for every failed request. The surest"
            + " finding is the cause; less sure ones are named as alternatives, with what speaks"
            + " against them. When the surest are several, no cause is named and all of them are."
            + " When none fits, none is.");
    paragraph(
        "A cause is *high* when its documented meaning fits and the trace shows what tells it from"
            + " its look-alikes, *medium* when a look-alike is not excluded, *low* when there is a"
            + " hint at most. What was not traced is never taken for something that did not happen."
            + " A verdict is as sure as the less sure of its two halves: who, and why.");
    line("");
    line("| cause | in a line |");
    line("|---|---|");
    Causes.all()
        .forEach(c -> line("| [`" + c.id() + "`](#" + anchor(c) + ") | " + c.summary() + " |"));
  }

  private static String anchor(Cause cause) {
    return cause.id().toLowerCase(Locale.ROOT);
  }

  private void cause(Cause cause) {
    line("").line("### `" + cause.id() + "`");
    line(upper(cause.summary()) + ".");
    line("");
    CauseCondition condition = Causes.condition(cause.id());
    item("*Set by:* " + or(condition.modules(), "any module"));
    item("*Status:* " + or(condition.statuses(), "any"));
    item("*Error code:* " + or(codes(condition.codes()), "any"));
    item("*To be traced:* " + or(cause.areas(), "nothing in particular"));
    events(cause);
    item("*Says:* " + cause.says());
    cause.remedy().ifPresent(text -> item("*What to do:* " + text));
    cause.next().ifPresent(text -> item("*To be sure:* " + text));
    for (Confusion confusion : cause.confusions()) {
      item("*Not to be taken for* `" + confusion.other() + "`: " + confusion.apart());
    }
    item("*Sources:* " + String.join("; ", cause.sources()));
  }

  private void events(Cause cause) {
    Set<String> events = new TreeSet<>();
    CauseRules.standard().all().stream()
        .filter(rule -> rule.cause().equals(cause))
        .forEach(rule -> events.addAll(rule.events()));
    if (!events.isEmpty()) {
      item(
          "*Events it looks at:* "
              + String.join(", ", events.stream().map(e -> "`" + e + "`").toList()));
    }
  }

  private static List<String> codes(Set<Long> codes) {
    List<String> texts = new ArrayList<>();
    for (long code : new TreeSet<>(codes)) {
      String name = ErrorCodes.find(code).map(ErrorCode::name).orElse("?");
      texts.add(code == 0 ? "0" : "`" + name + "` (" + code + ", " + ErrorCodes.hex(code) + ")");
    }
    return texts;
  }

  private void limits() {
    line("").line("# Time limits");
    paragraph(
        "A silence is held against these, with the error of the clock. A configuration at hand"
            + " replaces them: `Classifier.standard().with(TimeLimits.standard().with(\"arr-farm\","
            + " Duration.ofSeconds(60)))`.");
    line("");
    line("| id | by default | what waits | setting | source |");
    line("|---|---|---|---|---|");
    for (TimeLimit limit : TimeLimits.standard().all()) {
      line(
          "| "
              + Stream.of(
                      "`" + limit.id() + "`",
                      limit.length().toSeconds() + " s",
                      limit.what(),
                      limit.setting().equals("-") ? "" : "`" + limit.setting() + "`",
                      limit.source())
                  .reduce((a, b) -> a + " | " + b)
                  .orElseThrow()
              + " |");
    }
  }

  private static String or(List<String> words, String none) {
    return words.isEmpty() ? none : String.join(", ", words);
  }

  private static String upper(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  private CausesPage line(String text) {
    page.append(text).append('\n');
    return this;
  }

  private void item(String text) {
    wrap("- " + text, "  ");
  }

  private void paragraph(String text) {
    line("");
    wrap(text, "");
  }

  private void wrap(String text, String indent) {
    StringBuilder out = new StringBuilder();
    for (String word : Splitter.on(' ').split(text)) {
      if (out.length() + 1 + word.length() > WIDTH) {
        line(out.toString());
        out.setLength(0);
        out.append(indent).append(word);
      } else {
        out.append(out.length() == 0 ? "" : " ").append(word);
      }
    }
    line(out.toString());
  }
}
