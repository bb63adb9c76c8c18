package io.github.frebscope.report;

import io.github.frebscope.doctor.Fact;
import io.github.frebscope.doctor.FarmVerdict;
import io.github.frebscope.farm.JoinedRequest;
import io.github.frebscope.farm.Moment;
import io.github.frebscope.query.Cut;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A diagnosis as a page of text. */
final class DoctorPage {
  private static final int INDENT = 3;
  private static final String BULLET = "   - ";
  private static final int UNDER_BULLET = BULLET.length();
  private static final int UNDER_SOURCE = UNDER_BULLET + 2;

  private final DoctorTexts texts;
  private final Page page;

  DoctorPage(DoctorTexts texts, ReportOptions options) {
    this.texts = texts;
    this.page = new Page(options);
  }

  String text() {
    page.heading(texts.title());
    verdicts();
    bothBoxes();
    settings();
    observations();
    list("Collect next", texts.diagnosis().collect(), DoctorTexts.MOST_FACTS);
    list(
        "Files that could not be read, or not whole",
        texts.diagnosis().problems(),
        DoctorTexts.MOST_FILES);
    return page.text();
  }

  private void verdicts() {
    if (!texts.diagnosis().answer().isEmpty()) {
      page.blank();
      page.wrapped(0, "In short: " + texts.line(texts.diagnosis().answer()));
    }
    List<FarmVerdict> verdicts = texts.diagnosis().verdicts();
    if (verdicts.isEmpty()) {
      page.blank();
      texts.noVerdict().forEach(sentence -> page.wrapped(0, sentence));
    }
    int number = 1;
    for (FarmVerdict verdict : verdicts) {
      page.blank();
      page.boldLabelled(number++ + ".", INDENT, DoctorTexts.heading(verdict));
      page.wrapped(INDENT, texts.where(verdict));
      page.wrapped(INDENT, texts.line(verdict.summary()));
      if (!verdict.facts().isEmpty()) {
        page.wrapped(INDENT, "What was seen:");
        facts(verdict.facts());
      }
      if (!verdict.missing().isEmpty()) {
        page.wrapped(INDENT, "What is missing:");
        verdict.missing().forEach(text -> bullet(texts.line(text)));
      }
      if (!verdict.experiment().isEmpty()) {
        page.wrapped(INDENT, "What would decide: " + texts.line(verdict.experiment()));
      }
    }
  }

  /** Single requests on both sides of a front end. */
  private void bothBoxes() {
    List<JoinedRequest> joined = BothBoxes.ordered(texts.diagnosis().joined());
    if (joined.isEmpty()) {
      return;
    }
    page.blank();
    page.heading("One request, both boxes (times of the front end)");
    for (JoinedRequest request : texts.shown(joined, BothBoxes.MOST)) {
      page.wrapped(0, texts.line(request.toString()));
      for (Moment moment : BothBoxes.moments(request)) {
        moment.toString().lines().forEach(line -> page.raw(texts.line(line)));
      }
    }
    rest(texts.rest(joined, BothBoxes.MOST));
  }

  private void facts(List<Fact> facts) {
    for (Fact fact : texts.shown(facts, DoctorTexts.MOST_FACTS)) {
      bullet(texts.fact(fact));
      fact.source().ifPresent(this::source);
    }
    rest(texts.rest(facts, DoctorTexts.MOST_FACTS));
  }

  private void source(String source) {
    String room = Cut.MIDDLE.apply(texts.line(source), page.width() - UNDER_SOURCE);
    page.raw(" ".repeat(UNDER_SOURCE) + page.style().dim(room));
  }

  private void settings() {
    List<SettingGroup> groups = SettingGroup.of(texts.diagnosis().settings());
    if (groups.isEmpty()) {
      return;
    }
    page.blank();
    page.heading("Settings to change");
    int number = 1;
    for (SettingGroup group : texts.shown(groups, DoctorTexts.MOST_SETTINGS)) {
      page.boldLabelled(number++ + ".", INDENT + 1, texts.change(group));
      page.wrapped(INDENT + 1, texts.place(group));
      group.why().forEach(why -> page.wrapped(INDENT + 1, texts.line(why)));
      group.seen().forEach(seen -> page.wrapped(INDENT + 1, texts.line(seen)));
      String reasons = DoctorTexts.reasons(group);
      if (!reasons.isEmpty()) {
        page.wrapped(INDENT + 1, "Goes with " + reasons);
      }
      group.appcmd().forEach(this::command);
      group.powershell().forEach(this::command);
    }
    rest(texts.rest(groups, DoctorTexts.MOST_SETTINGS));
  }

  /** A command stands in one line, however long: a broken one cannot be copied. */
  private void command(String command) {
    page.raw(" ".repeat(UNDER_BULLET + 1) + texts.line(command));
  }

  private void observations() {
    Map<String, List<Fact>> byServer = texts.observations();
    if (byServer.isEmpty()) {
      return;
    }
    page.blank();
    page.heading("What was seen on each server");
    List<String> servers = List.copyOf(byServer.keySet());
    for (String server : texts.shown(servers, DoctorTexts.MOST_SERVERS)) {
      page.wrapped(0, server.isEmpty() ? "the farm" : server);
      List<Fact> facts = byServer.get(server);
      texts.shown(facts, DoctorTexts.MOST_FACTS).forEach(f -> bullet(texts.factOfServer(f)));
      rest(texts.rest(facts, DoctorTexts.MOST_FACTS));
    }
    texts
        .rest(servers, DoctorTexts.MOST_SERVERS)
        .ifPresent(more -> page.wrapped(0, "servers: " + more));
  }

  private void list(String heading, List<String> lines, int most) {
    if (lines.isEmpty()) {
      return;
    }
    page.blank();
    page.heading(heading);
    texts.shown(lines, most).forEach(text -> bullet(texts.line(text)));
    rest(texts.rest(lines, most));
  }

  private void bullet(String text) {
    page.labelled(BULLET.stripTrailing(), UNDER_BULLET, text);
  }

  private void rest(Optional<String> more) {
    more.ifPresent(text -> page.wrapped(UNDER_BULLET, text));
  }
}
