package io.github.frebscope.cli;

import io.github.frebscope.doctor.CollectScript;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options of {@code doctor --collect}. */
final class CollectOptions {
  @Option(
      names = "--collect",
      description =
          "Print a script of Windows PowerShell that gathers all this from the servers, and look at"
              + " nothing. It only reads on them.")
  private boolean collect;

  @Option(
      names = "--server",
      paramLabel = "NAME",
      arity = "1..*",
      split = ",",
      description =
          "With --collect: the servers, by administrative shares (default: the machine that the"
              + " script runs on).")
  private List<String> servers = List.of();

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      description = "With --collect: the folder that the script writes into (default: farm).")
  private String out;

  @Option(
      names = "--days",
      paramLabel = "N",
      description =
          "With --collect: so many days of logs and events (default: "
              + CollectScript.USUAL_DAYS
              + ").")
  private Integer days;

  @Option(
      names = "--traces",
      paramLabel = "N",
      description =
          "With --collect: at most so many traces of a site, the newest (default: "
              + CollectScript.USUAL_TRACES
              + ").")
  private Integer traces;

  boolean isWanted() {
    return collect;
  }

  /** An option that means something with {@code --collect} only, if one is given. */
  Optional<String> given() {
    return servers.isEmpty()
        ? out != null
            ? Optional.of("--out")
            : days != null
                ? Optional.of("--days")
                : traces != null ? Optional.of("--traces") : Optional.empty()
        : Optional.of("--server");
  }

  /**
   * The script.
   *
   * @throws IllegalArgumentException when a name or number is none
   */
  String script(Optional<String> site) {
    CollectScript script = CollectScript.standard().servers(servers);
    if (out != null) {
      script = script.into(out);
    }
    if (site.isPresent()) {
      script = script.site(site.get());
    }
    if (days != null) {
      script = script.days(days);
    }
    if (traces != null) {
      script = script.mostTraces(traces);
    }
    return script.text();
  }
}
