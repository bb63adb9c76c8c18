package io.github.frebscope.cli;

import io.github.frebscope.query.Basis;
import io.github.frebscope.query.Column;
import io.github.frebscope.query.Condition;
import io.github.frebscope.query.Ledger;
import io.github.frebscope.query.ResultTable;
import io.github.frebscope.query.TerminalText;
import io.github.frebscope.query.TraceSet;
import io.github.frebscope.query.ValueText;
import io.github.frebscope.query.Vocabulary;
import io.github.frebscope.query.WordsException;
import io.github.frebscope.report.LedgerReport;
import io.github.frebscope.report.TableReport;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Asks a question to the traces of a command line, prints the answer, and judges it. */
final class Asking {
  private static final int FEW = 3;

  private final CommandLine command;
  private final PrintingCommand printing;
  private final LoadOptions load;
  private final AskOptions options;

  Asking(CommandLine command, PrintingCommand printing, LoadOptions load, AskOptions options) {
    this.command = command;
    this.printing = printing;
    this.load = load;
    this.options = options;
  }

  /**
   * Asks it.
   *
   * @return the exit status
   */
  int ask(Question query) throws IOException {
    if (!query.isPivot()) {
      failures(query.columns()); // Says what is wrong before thousands of files are read.
    }
    Terminal terminal = printing.terminal();
    TraceSet traces = load.load(terminal, options.classifier(), query.kept());
    // A limit is for the eye: what fails is looked for in all rows.
    ResultTable all = answer(query, traces);
    ResultTable shown = query.limit().isPresent() ? all.limit(query.limit().getAsInt()) : all;
    print(shown, query.nothing(traces, all, printing.output().redaction()));
    query.note().ifPresent(terminal.err()::println);
    terminal.err().print(LedgerReport.of(traces.ledger()).text(load.ledger()));
    List<Ledger.Entry> gone = all.basis().map(Basis::gone).orElse(List.of());
    gone(gone);
    boolean failed = judge(all);
    int strict = Strictness.exitCode(printing.output(), traces.ledger(), terminal);
    if (!gone.isEmpty() && (printing.output().strict() || nothingRead(all))) {
      return ExitCode.NOTHING_READABLE;
    }
    return strict == ExitCode.DONE && failed ? ExitCode.CONDITION_MET : strict;
  }

  private ResultTable answer(Question query, TraceSet traces) {
    try {
      return query.run(traces);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command, e.getMessage());
    }
  }

  private void print(ResultTable table, Optional<String> nothing) throws IOException {
    Terminal terminal = printing.terminal();
    TableReport report = TableReport.of(table).redaction(printing.output().redaction());
    switch (options.format()) {
      case TABLE -> text(report.text(printing.output().report(terminal)), table, nothing);
      case MARKDOWN -> text(report.markdown(printing.output().report(terminal)), table, nothing);
      case CSV -> report.writeCsv(writer());
      case JSONL -> report.writeJsonLines(writer());
    }
    terminal.out().flush();
    if (options.format() == AskOptions.Form.CSV || options.format() == AskOptions.Form.JSONL) {
      nothing.ifPresent(why -> terminal.err().println("frebscope: " + safe(why)));
      terminal.err().print(report.foot());
    }
  }

  /** In place of a table without rows stands why it has none. */
  private void text(String text, ResultTable table, Optional<String> nothing) {
    Terminal terminal = printing.terminal();
    terminal.out().print(table.rows().isEmpty() && nothing.isPresent() ? "" : text);
    nothing.ifPresent(why -> terminal.out().print(safe(why) + "\n"));
  }

  private static boolean nothingRead(ResultTable table) {
    return table.basis().filter(basis -> basis.traces() > 0).isEmpty();
  }

  /** The files that were there when they were loaded, and could not be read again. */
  private void gone(List<Ledger.Entry> gone) {
    for (Ledger.Entry entry : load.ledger() ? gone : gone.subList(0, Math.min(FEW, gone.size()))) {
      String reason = printing.output().redaction().text(entry.reason());
      printing.terminal().err().println(safe("not read again: " + entry.path() + ": " + reason));
    }
    if (!load.ledger() && gone.size() > FEW) {
      String more = ValueText.count(gone.size() - FEW);
      printing.terminal().err().println("not read again: " + more + " more (--ledger lists them)");
    }
  }

  private static String safe(String text) {
    return TerminalText.line(text);
  }

  private boolean judge(ResultTable table) {
    boolean failed = false;
    for (Condition<List<Object>> condition : failures(table.columns())) {
      List<List<Object>> met = table.rows().stream().filter(condition).toList();
      if (!met.isEmpty()) {
        failed = true;
        printing.terminal().err().print(complaint(condition, table, met));
      }
    }
    return failed;
  }

  private List<Condition<List<Object>>> failures(List<Column> columns) {
    List<Condition<List<Object>>> all = new ArrayList<>();
    for (String words : options.failOn()) {
      try {
        all.add(Vocabulary.ofColumns(columns).condition(words));
      } catch (WordsException e) {
        throw new ParameterException(command, "--fail-on: " + e.getMessage());
      }
    }
    return all;
  }

  /** {@code frebscope: --fail-on count>10: 3 rows, the first is module=..., count=12}. */
  private String complaint(
      Condition<List<Object>> condition, ResultTable table, List<List<Object>> met) {
    ResultTable first = ResultTable.of(table.columns(), List.of(met.get(0)));
    return "frebscope: --fail-on "
        + safe(condition.toString())
        + ": "
        + (met.size() == 1 ? "1 row, " : met.size() + " rows, the first is ")
        + TableReport.of(first).redaction(printing.output().redaction()).firstRow()
        + "\n";
  }

  /** Straight to the bytes of standard output: UTF-8, whatever the console speaks. */
  private Writer writer() {
    return new OutputStreamWriter(printing.terminal().out(), StandardCharsets.UTF_8);
  }
}
