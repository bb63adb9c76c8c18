package io.github.frebscope.cli;

import io.github.frebscope.query.Attribute;
import io.github.frebscope.query.Attributes;
import io.github.frebscope.query.Query;
import io.github.frebscope.query.SetDifferences;
import io.github.frebscope.query.TraceSet;
import io.github.frebscope.query.WordsException;
import io.github.frebscope.report.LedgerReport;
import io.github.frebscope.report.SetDifferencesReport;
import io.github.frebscope.source.TraceRoot;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code frebscope compare A B} for two traces, {@code A... --with B...} for two sets of them. */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    customSynopsis = {
      "frebscope compare [OPTIONS] A B",
      "       frebscope compare [OPTIONS] PATH... --with PATH...",
      "       frebscope compare [OPTIONS] PATH... --failures",
      "       frebscope compare [OPTIONS] PATH... --these CONDITION"
    },
    description = {
      "Two traces of the same URL, say one that failed and one that worked: what is different. Or"
          + " two sets of traces: in which server, URL, backend, header or hour they differ most.",
      "",
      "Two traces: steps are compared by kind, module, rule and notification, not by their numbers,"
          + " so that a module which only one trace has does not shift the others. First comes what"
          + " tells most: who set which status, what did not end, what took longer than the clock"
          + " error of both. Ids, dates and cookies, which differ in any two requests, are left"
          + " out.",
      "",
      "Two sets: every attribute and every header is tested; told is only what chance hardly"
          + " brings about. What only goes with a stronger difference stands below it and says so."
          + " No trace should be in both sets. In JSON Lines and CSV 'here' is the set before"
          + " --with, or the failing traces.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  frebscope compare D:\\farm\\web01\\W3SVC1\\fr000021.xml"
          + " D:\\farm\\web01\\W3SVC1\\fr000034.xml",
      "  frebscope compare fr000021.xml \\\\web02\\C$\\traces\\W3SVC1\\fr000008.xml --all",
      "  frebscope compare \"D:\\old logs\\farm.zip!/web01/W3SVC1/fr000021.xml\" fr000034.xml",
      "  frebscope compare D:\\thisweek --with D:\\lastweek --where failure",
      "  frebscope compare D:\\farm --these \"start>=2026-03-17\"",
      "  frebscope compare WEB01=D:\\logs\\1 --with WEB02=D:\\logs\\2 WEB03=D:\\logs\\3",
      "  frebscope compare --failures \\\\web01\\D$\\inetpub\\logs\\FailedReqLogFiles"
    })
final class CompareCommand extends PrintingCommand {
  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..*",
      paramLabel = "PATH",
      description =
          "Two traces; in an archive farm.zip!/folder/fr000001.xml, as traces prints it. Or the"
              + " places of a set, as summary takes them; NAME=PATH names the server.")
  private List<String> paths = List.of();

  @Option(
      names = "--with",
      arity = "1..*",
      paramLabel = "PATH",
      converter = RootConverter.class,
      description = "The places of the set to compare with.")
  private List<TraceRoot> with = List.of();

  @Option(
      names = "--failures",
      description = "Compare the failing traces of one set with its others.")
  private boolean failures;

  @Option(
      names = "--these",
      paramLabel = "CONDITION",
      description =
          "Compare the traces of one set that pass, such as \"server=WEB01\" or"
              + " \"start>=2026-03-17\", with its others.")
  private String these;

  @Mixin private WhereOptions where;

  @Option(
      names = "--header",
      paramLabel = "NAME",
      description =
          "Compare the values of this header of the requests too, not only whether it is there."
              + " User-Agent, Host, Accept-Encoding, Content-Type, X-Forwarded-Proto, Via,"
              + " Connection, Expect, Transfer-Encoding and Upgrade always are.")
  private List<String> headers = List.of();

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "Of sets: one of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private Choices.Format format = Choices.Format.TABLE;

  @Option(
      names = "--all",
      description = "Of traces: show everything that differs. Of sets: what was not tested too.")
  private boolean all;

  @Mixin private ReadOptions read;

  @Mixin private LimitOptions limits;

  @Override
  public Integer call() throws IOException {
    int questions = (with.isEmpty() ? 0 : 1) + (failures ? 1 : 0) + (these == null ? 0 : 1);
    if (questions == 0) {
      return traces();
    }
    if (questions > 1) {
      throw wrong("--with, --failures and --these are different questions; ask one of them");
    }
    if (paths.isEmpty()) {
      throw wrong("Missing required parameter: 'PATH'; what is it that is to be compared?");
    }
    for (String header : headers) {
      if (header.isBlank() || KeptHeaders.isSecret(header)) {
        throw wrong(
            "--header: the values of '"
                + header
                + "' are not compared, "
                + (header.isBlank()
                    ? "it is no name"
                    : "they are secrets; whether it is there is"));
      }
    }
    return sets();
  }

  private int traces() throws IOException {
    if (paths.size() > 2) {
      throw wrong(
          "'"
              + paths.get(2)
              + "' is one too many: compare takes A and B; quote a path that has blanks. "
              + setsHint());
    }
    for (String path : paths) {
      if (isSet(path)) {
        throw wrong(
            path
                + (path.toLowerCase(Locale.ROOT).endsWith(".zip")
                    ? ": is an archive; "
                    : ": is a folder; ")
                + "compare takes two traces. "
                + setsHint());
      }
    }
    if (format != Choices.Format.TABLE || !headers.isEmpty() || !where.words().isEmpty()) {
      throw wrong("--format, --header and --where belong to sets. " + setsHint());
    }
    if (paths.size() < 2) {
      throw wrong("Missing required parameter: '" + (paths.isEmpty() ? "A" : "B") + "'");
    }
    return ComparedTraces.print(paths.get(0), paths.get(1), all, output(), terminal());
  }

  private static String setsHint() {
    return "Two sets: compare A --with B; the failing traces of one set and its others:"
        + " compare A --failures, or those that pass: compare A --these \"server=WEB01\"";
  }

  private static boolean isSet(String name) {
    try {
      Path path = Path.of(name);
      return Files.isDirectory(path)
          || (name.toLowerCase(Locale.ROOT).endsWith(".zip") && Files.isRegularFile(path));
    } catch (InvalidPathException e) {
      return false; // The reader will say what is wrong with it.
    }
  }

  private int sets() throws IOException {
    Query narrowed = where.query(List.of());
    Query chosen = these == null ? narrowed : chosen();
    List<Attribute<?>> kept = new ArrayList<>(narrowed.kept());
    kept.addAll(chosen.kept());
    TraceSet here = load(paths.stream().map(this::root).toList(), kept);
    TraceSet passed = here.where(narrowed.condition());
    if (!with.isEmpty()) {
      TraceSet there = load(with, kept);
      print(passed.compare(there.where(narrowed.condition())));
      return Math.max(close(there), close(here));
    }
    print(passed.explain(failures ? Attributes.FAILURE.is(true) : chosen.condition()));
    return close(here);
  }

  private Query chosen() {
    try {
      return Query.parse(List.of("--where", these));
    } catch (WordsException e) {
      throw wrong(e.getMessage().replace("--where", "--these"));
    }
  }

  private TraceRoot root(String path) {
    try {
      return new RootConverter().convert(path);
    } catch (TypeConversionException e) {
      throw wrong(e.getMessage());
    }
  }

  private TraceSet load(List<TraceRoot> roots, List<Attribute<?>> kept) throws IOException {
    return read.load(
        roots,
        terminal(),
        loader ->
            loader
                .classifier(limits.classifier())
                .keep(KeptHeaders.with(headers))
                .keep(kept.toArray(Attribute<?>[]::new)));
  }

  private void print(SetDifferences differences) throws IOException {
    SetDifferencesReport report = SetDifferencesReport.of(differences).all(all);
    switch (format) {
      case TABLE -> terminal().out().print(report.text(output().report(terminal())));
      case JSONL -> report.writeJsonLines(writer(), output().redaction());
      case CSV -> report.writeCsv(writer(), output().redaction());
    }
    terminal().out().flush();
    if (format != Choices.Format.TABLE) {
      differences.why().ifPresent(why -> terminal().err().println("note: " + why));
    }
  }

  private int close(TraceSet set) {
    terminal().err().print(LedgerReport.of(set.ledger()).text(read.ledger()));
    return Strictness.exitCode(output(), set.ledger(), terminal());
  }

  /** Straight to the bytes of standard output: UTF-8, whatever the console speaks. */
  private Writer writer() {
    return new OutputStreamWriter(terminal().out(), StandardCharsets.UTF_8);
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
