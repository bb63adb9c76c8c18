package io.github.frebscope.cli;

import io.github.frebscope.query.Query;
import io.github.frebscope.query.View;
import io.github.frebscope.query.Views;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code frebscope view NAME PATH...} for a view that is a query. */
@Command(mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false)
final class QueryView extends PrintingCommand {
  private final View view;

  @Spec private CommandSpec spec;

  @Mixin private LoadOptions load;

  @Mixin private WhereOptions where;

  @Mixin private AskOptions ask;

  private QueryView(View view) {
    this.view = view;
  }

  /** Adds all views to the command that has them, before those that it has already. */
  static void addTo(CommandLine command) {
    Map<String, CommandLine> others = new LinkedHashMap<>(command.getSubcommands());
    others.keySet().forEach(command.getCommandSpec()::removeSubcommand);
    for (View view : Views.all()) {
      CommandLine sub = new CommandLine(new QueryView(view));
      sub.getCommandSpec()
          .usageMessage()
          .description(
              escaped(view.question()),
              "",
              "It is short for:",
              escaped("  frebscope query PATH... " + view.query()),
              "")
          .footerHeading("%nExamples:%n")
          .footer(
              "  frebscope view " + view.name() + " C:\\inetpub\\logs\\FailedReqLogFiles",
              "  frebscope view "
                  + view.name()
                  + " D:\\logs --where start=2026-01-14 --format markdown");
      command.addSubcommand(view.name(), sub);
    }
    others.forEach(command::addSubcommand);
  }

  /** In help texts a per cent sign begins a place-holder. */
  private static String escaped(String text) {
    return text.replace("%", "%%");
  }

  @Override
  public Integer call() throws IOException {
    List<String> rows = new ArrayList<>();
    ask.rows().ifPresent(n -> rows.addAll(List.of("--limit", n)));
    Query narrowed = where.query(rows);
    Query query = view.query().where(narrowed.condition());
    if (narrowed.limit().isPresent()) {
      query = query.limit(narrowed.limit().getAsInt());
    }
    return new Asking(spec.commandLine(), this, load, ask).ask(new TraceQuestion(query));
  }
}
