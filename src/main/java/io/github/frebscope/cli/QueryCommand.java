package io.github.frebscope.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code frebscope query PATH... --where E --by A --agg F}. */
@Command(
    name = "query",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "A question of your own about many traces: which of them, by what, which figures.",
      "",
      "A CONDITION is tests with and, or, not and parentheses: status=502  status=502,504"
          + "  status=502..504  status=502.3  status!=200  timeTaken>=30s  start>=2026-01-14T10:00"
          + "  url~regex  url!~regex  module=- (missing)  module!=- (present)"
          + "  headers=user-agent (has it)  failure  complete=no  confidence>=medium. Units are ms"
          + " s m min h d; a bare number is ms. Times are UTC unless Z or an offset follows. A"
          + " value with blanks, commas or signs stands in single quotes: rule='to farm'.",
      "",
      "An ATTRIBUTE is a key of 'frebscope traces --format jsonl', or header:NAME for a header of"
          + " the request. A row with - is that of the traces that do not tell it.",
      "",
      "A FIGURE is count, share, rate (a minute), or one of count avg sum min max p50 p95 p99.9"
          + " distinct first last of an attribute, such as p95(timeTaken), or top(3,urlPattern);"
          + " followed by 'where (CONDITION)' or 'as NAME' if wanted.",
      "",
      "With --events a row is an event, and these are attributes too: name provider eventArea level"
          + " warning opcode index depth time gapMs offsetMs inModule inNotification inRule span"
          + " spanKind spanName spanMs spanOwnMs spanState; data:NAME, number:NAME and"
          + " description:NAME for what the event tells under NAME, as in 'frebscope show --all';"
          + " requestHeader:NAME. A span has two events; span=yes takes each once. What is asked of the traces alone, such as status=502, chooses the"
          + " files to read.",
      "",
      "Shells take > < | ( ) %% and commas for their own: put every value in double quotes, and"
          + " texts inside in single ones. That is right in cmd.exe, PowerShell and sh. A range"
          + " needs no quotes at all: timeTaken=30s.. is the same as \"timeTaken>=30s\".",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  frebscope query D:\\logs --where status=502 --by \"module,area\"",
      "  frebscope query D:\\logs --where timeTaken=30s.. --by url --agg \"count,p95(timeTaken)\"",
      "  frebscope query D:\\logs --where failure --over 5m --by server --pivot",
      "  frebscope query D:\\logs --by \"header:user-agent\" --agg \"count,share\" --limit 10",
      "  frebscope query D:\\logs --by module --agg count --fail-on \"count>10\"",
      "  frebscope query D:\\logs --events --where name=ARR_SERVER_ROUTED --by data:Server",
      "",
      "Exit status: 0 done, 1 a row meets --fail-on, 2 wrong usage, 3 nothing readable."
    })
final class QueryCommand extends PrintingCommand {
  @Spec private CommandSpec spec;

  @Mixin private LoadOptions load;

  @Mixin private WhereOptions where;

  @Option(
      names = {"-b", "--by"},
      paramLabel = "ATTRIBUTES",
      description = "A row for each value, such as \"module,area\" (default: one row for all).")
  private List<String> by = List.of();

  @Option(
      names = {"-a", "--agg"},
      paramLabel = "FIGURES",
      description = "The figures, such as \"count,p95(timeTaken)\" (default: count).")
  private List<String> figures = List.of();

  @Option(
      names = "--over",
      paramLabel = "STEP",
      description = "A row for each step of time, such as 5m or 1h; steps without traces too.")
  private String over;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description = "The time zone of --over, such as Europe/Berlin (default: UTC).")
  private String zone;

  @Option(
      names = "--order-by",
      paramLabel = "COLUMN",
      description =
          "The order of the rows: count, \"p95(timeTaken)\", module:asc, ...; largest first unless"
              + " :asc follows (default: the first figure, or time).")
  private String order;

  @Option(
      names = "--pivot",
      description =
          "A column for each value of the last of two attributes, or of the one beside --over.")
  private boolean pivot;

  @Option(
      names = "--events",
      description =
          "Ask about the events of the traces, not about the traces. Their files are read again.")
  private boolean events;

  @Mixin private AskOptions ask;

  @Override
  public Integer call() throws IOException {
    List<String> words = new ArrayList<>();
    by.forEach(b -> words.addAll(List.of("--by", b)));
    figures.forEach(f -> words.addAll(List.of("--agg", f)));
    add(words, "--over", over);
    add(words, "--zone", zone);
    add(words, "--order-by", order);
    add(words, "--limit", ask.rows().orElse(null));
    if (pivot) {
      words.add("--pivot");
    }
    Question question =
        events
            ? new EventQuestion(where.events(words), () -> load.progress(terminal()))
            : new TraceQuestion(where.query(words));
    return new Asking(spec.commandLine(), this, load, ask).ask(question);
  }

  private static void add(List<String> words, String option, String value) {
    if (value != null) {
      words.addAll(List.of(option, value));
    }
  }
}
