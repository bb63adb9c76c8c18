package io.github.frebscope.report;

import io.github.frebscope.doctor.Fact;
import io.github.frebscope.doctor.FarmVerdict;
import io.github.frebscope.farm.JoinedRequest;
import io.github.frebscope.farm.Moment;
import io.github.frebscope.query.Column;
import io.github.frebscope.query.ResultTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A diagnosis in Markdown: for a ticket or a mail. */
final class DoctorMarkdown {
  private static final String LEAST_FENCE = "```";

  private final DoctorTexts texts;
  private final StringBuilder out = new StringBuilder();

  DoctorMarkdown(DoctorTexts texts) {
    this.texts = texts;
  }

  String text() {
    paragraph("# " + escaped(texts.title()));
    if (!texts.diagnosis().answer().isEmpty()) {
      paragraph("**In short:** " + escaped(texts.line(texts.diagnosis().answer())));
    }
    List<FarmVerdict> verdicts = texts.diagnosis().verdicts();
    if (verdicts.isEmpty()) {
      paragraph(escaped(String.join(" ", texts.noVerdict())));
    }
    for (int i = 0; i < verdicts.size(); i++) {
      verdict(i + 1, verdicts.get(i));
    }
    bothBoxes();
    settings();
    observations();
    list("Collect next", texts.diagnosis().collect(), DoctorTexts.MOST_FACTS);
    list(
        "Files that could not be read, or not whole",
        texts.diagnosis().problems(),
        DoctorTexts.MOST_FILES);
    return out.toString().stripTrailing() + "\n";
  }

  private void bothBoxes() {
    List<JoinedRequest> joined = BothBoxes.ordered(texts.diagnosis().joined());
    if (joined.isEmpty()) {
      return;
    }
    paragraph("## One request, both boxes");
    for (JoinedRequest request : texts.shown(joined, BothBoxes.MOST)) {
      paragraph(escaped(texts.line(request.toString())));
      List<List<Object>> rows = new ArrayList<>();
      for (Moment moment : BothBoxes.moments(request)) {
        rows.add(
            List.of(
                DoctorTexts.time(moment.time()),
                texts.line(moment.server()),
                texts.line(moment.text()),
                texts.line(moment.source())));
      }
      List<Column> columns =
          List.of(
              Column.left("Time"),
              Column.left("Server"),
              Column.left("What happened"),
              Column.left("Source"));
      out.append(MarkdownTable.text(ResultTable.of(columns, rows))).append('\n');
    }
    texts.rest(joined, BothBoxes.MOST).ifPresent(this::paragraph);
  }

  private void verdict(int number, FarmVerdict verdict) {
    paragraph("## " + number + ". " + escaped(DoctorTexts.heading(verdict)));
    paragraph(escaped(texts.where(verdict)) + ": " + escaped(texts.line(verdict.summary())));
    if (!verdict.facts().isEmpty()) {
      List<List<Object>> rows = new ArrayList<>();
      for (Fact fact : texts.shown(verdict.facts(), DoctorTexts.MOST_FACTS)) {
        rows.add(
            List.of(
                fact.time().map(DoctorTexts::time).orElse(""),
                fact.server().map(texts::line).orElse(""),
                texts.line(fact.text()),
                fact.source().map(texts::line).orElse("")));
      }
      List<Column> columns =
          List.of(
              Column.left("Time"),
              Column.left("Server"),
              Column.left("What was seen"),
              Column.left("Source"));
      out.append(MarkdownTable.text(ResultTable.of(columns, rows))).append('\n');
      texts.rest(verdict.facts(), DoctorTexts.MOST_FACTS).ifPresent(this::paragraph);
    }
    if (!verdict.missing().isEmpty()) {
      paragraph("What is missing:");
      bullets(verdict.missing());
    }
    if (!verdict.experiment().isEmpty()) {
      paragraph("What would decide: " + escaped(texts.line(verdict.experiment())));
    }
  }

  private void settings() {
    List<SettingGroup> groups = SettingGroup.of(texts.diagnosis().settings());
    if (groups.isEmpty()) {
      return;
    }
    paragraph("## Settings to change");
    int number = 1;
    for (SettingGroup group : texts.shown(groups, DoctorTexts.MOST_SETTINGS)) {
      paragraph("### " + number++ + ". " + escaped(texts.change(group)));
      String reasons = DoctorTexts.reasons(group);
      paragraph(
          escaped(texts.place(group))
              + (reasons.isEmpty() ? "" : "; goes with " + escaped(reasons)));
      group.why().forEach(why -> paragraph(escaped(texts.line(why))));
      bullets(group.seen());
      commands(group.appcmd());
      commands(group.powershell());
    }
    texts.rest(groups, DoctorTexts.MOST_SETTINGS).ifPresent(this::paragraph);
  }

  /** A block of code; its fence is longer than any row of backticks inside. */
  private void commands(List<String> commands) {
    if (commands.isEmpty()) {
      return;
    }
    String all = String.join("\n", commands.stream().map(texts::line).toList());
    String fence = LEAST_FENCE;
    while (all.contains(fence)) {
      fence += "`";
    }
    paragraph(fence + "\n" + all + "\n" + fence);
  }

  private void observations() {
    Map<String, List<Fact>> byServer = texts.observations();
    if (byServer.isEmpty()) {
      return;
    }
    paragraph("## What was seen on each server");
    List<String> servers = List.copyOf(byServer.keySet());
    List<List<Object>> rows = new ArrayList<>();
    for (String server : texts.shown(servers, DoctorTexts.MOST_SERVERS)) {
      List<Fact> facts = byServer.get(server);
      for (Fact fact : texts.shown(facts, DoctorTexts.MOST_FACTS)) {
        rows.add(List.of(server, texts.factOfServer(fact)));
      }
      texts.rest(facts, DoctorTexts.MOST_FACTS).ifPresent(more -> rows.add(List.of(server, more)));
    }
    out.append(
            MarkdownTable.text(
                ResultTable.of(List.of(Column.left("Server"), Column.left("Seen")), rows)))
        .append('\n');
    texts.rest(servers, DoctorTexts.MOST_SERVERS).ifPresent(this::paragraph);
  }

  private void list(String heading, List<String> lines, int most) {
    if (lines.isEmpty()) {
      return;
    }
    paragraph("## " + heading);
    bullets(texts.shown(lines, most));
    texts.rest(lines, most).ifPresent(this::paragraph);
  }

  private void bullets(List<String> lines) {
    if (lines.isEmpty()) {
      return;
    }
    lines.forEach(text -> out.append("- ").append(escaped(texts.line(text))).append('\n'));
    out.append('\n');
  }

  private void paragraph(String markdown) {
    out.append(markdown).append("\n\n");
  }

  private static String escaped(String line) {
    return MarkdownTable.escaped(line);
  }
}
