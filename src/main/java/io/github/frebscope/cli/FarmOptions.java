package io.github.frebscope.cli;

import io.github.frebscope.farm.Farm;
import io.github.frebscope.query.TerminalText;
import io.github.frebscope.source.TraceRoot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Where a farm's logs, configurations and traces are. */
final class FarmOptions {
  private static final int MOST_PROBLEMS = 5;

  @Parameters(
      arity = "0..*",
      paramLabel = "PATH",
      converter = RootConverter.class,
      description =
          "A collected farm: a folder with a folder a server, web01\\LogFiles, web01\\HTTPERR,"
              + " web01\\FailedReqLogFiles, web01\\config, web01\\events. Or the folder of one"
              + " server. NAME=PATH names the server.")
  private List<TraceRoot> roots = List.of();

  @Option(
      names = "--w3c",
      paramLabel = "[NAME=]PATH",
      converter = RootConverter.class,
      description = "A W3C log or a folder of them, wherever it is.")
  private List<TraceRoot> w3c = List.of();

  @Option(
      names = "--httperr",
      paramLabel = "[NAME=]PATH",
      converter = RootConverter.class,
      description = "An HTTPERR log or a folder of them.")
  private List<TraceRoot> httperr = List.of();

  @Option(
      names = "--config",
      paramLabel = "[NAME=]PATH",
      converter = RootConverter.class,
      description = "An applicationHost.config.")
  private List<TraceRoot> config = List.of();

  @Option(
      names = "--events",
      paramLabel = "[NAME=]PATH",
      converter = RootConverter.class,
      description = "An export of a Windows event log: XML or CSV.")
  private List<TraceRoot> events = List.of();

  boolean isEmpty() {
    return all().findAny().isEmpty();
  }

  /**
   * The farm.
   *
   * @throws IOException when a path is missing or cannot be listed
   * @throws CommandFailure when nothing of a server is there
   */
  Farm open() throws IOException {
    Map<Farm.Part, List<TraceRoot>> parts = new EnumMap<>(Farm.Part.class);
    parts.put(Farm.Part.ACCESS_LOGS, w3c);
    parts.put(Farm.Part.HTTPERR, httperr);
    parts.put(Farm.Part.CONFIG, config);
    parts.put(Farm.Part.EVENTS, events);
    Farm farm = Farm.open(roots, parts);
    if (farm.servers().isEmpty()) {
      throw new CommandFailure(ExitCode.NOTHING_READABLE, nothing(farm));
    }
    return farm;
  }

  private String nothing(Farm farm) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "no logs, traces or configuration in "
            + all().map(TraceRoot::toString).collect(Collectors.joining(", "))
            + "; 'frebscope doctor --collect --server web01' prints a script that gathers them");
    farm.problems().stream().limit(MOST_PROBLEMS).forEach(lines::add);
    int more = farm.problems().size() - MOST_PROBLEMS;
    if (more > 0) {
      lines.add("and " + more + " more that could not be looked at");
    }
    return lines.stream().map(TerminalText::line).collect(Collectors.joining("\n"));
  }

  private Stream<TraceRoot> all() {
    return Stream.of(roots, w3c, httperr, config, events).flatMap(List::stream);
  }
}
