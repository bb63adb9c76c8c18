package io.github.frebscope.cli;

import io.github.frebscope.catalog.NearNames;
import io.github.frebscope.cause.Confidence;
import io.github.frebscope.doctor.Doctor;
import io.github.frebscope.doctor.FarmDiagnosis;
import io.github.frebscope.farm.Farm;
import io.github.frebscope.farm.Incident;
import io.github.frebscope.farm.IncidentFile;
import io.github.frebscope.query.TerminalText;
import io.github.frebscope.report.DoctorReport;
import io.github.frebscope.report.ReportOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code frebscope doctor PATH...}. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "Clients see 502 and there is no trace: why, and what to set.",
      "",
      "Reads the W3C logs, HTTPERR logs, configuration, traces and, where they are there, exported"
          + " Windows events of a farm; proves whether tracing works, joins what the servers say of"
          + " the same time, and tells its explanations, the most certain first, each with the"
          + " facts, what is missing, and one experiment that would decide.",
      "",
      "Nothing is gathered yet? --collect prints a PowerShell script that does it.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  frebscope doctor D:\\farm",
      "  frebscope doctor D:\\farm --incidents D:\\farm\\incidents.csv --site shop",
      "  frebscope doctor D:\\farm --from 2026-03-02T08:00 --to 2026-03-02T09:00 --all",
      "  frebscope doctor WEB01=D:\\logs\\1 WEB02=D:\\logs\\2 --front WEB01",
      "  frebscope doctor --w3c WEB01=\\\\web01\\D$\\logs --config WEB01=D:\\applicationHost.config",
      "  frebscope doctor D:\\farm --format markdown --output D:\\ticket.md",
      "  frebscope doctor --collect --server web01 web02 --out D:\\farm --output collect.ps1",
      "  powershell -NoProfile -ExecutionPolicy Bypass -File collect.ps1",
      "",
      "FILE of --incidents is a table: time_utc,url,client,status with a line per failure.",
      "Exit status: 0 done, 1 --fail-on holds, 2 wrong usage, 3 nothing readable."
    })
final class DoctorCommand extends PrintingCommand {
  @Spec private CommandSpec spec;

  @Mixin private FarmOptions places;

  @Option(
      names = "--incidents",
      paramLabel = "FILE",
      description = "What clients saw: a CSV file with time, URL, status and client.")
  private Path incidents;

  @Option(
      names = "--front",
      paramLabel = "NAME",
      description = "The server that stands in front, when the configuration does not tell.")
  private String front;

  @Option(
      names = "--site",
      paramLabel = "NAME",
      description = "Look at this site only, by its name or number.")
  private String site;

  @Mixin private PeriodOptions period;

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private Form format = Form.TEXT;

  @Option(names = "--all", description = "Show long lists whole: facts, observations, files.")
  private boolean all;

  @Option(
      names = "--fail-on",
      paramLabel = "CONFIDENCE",
      description =
          "Exit with 1 when there is a verdict that is at least so sure: ${COMPLETION-CANDIDATES}.")
  private Confidence failOn;

  @Option(names = "--no-progress", description = "Show no progress bar.")
  private boolean noProgress;

  @Mixin private CollectOptions collect;

  /** What is printed. */
  enum Form {
    TEXT,
    MARKDOWN,
    JSONL;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Override
  public Integer call() throws IOException {
    if (collect.isWanted()) {
      return collect();
    }
    collect
        .given()
        .ifPresent(
            option -> {
              throw wrong(option + " belongs to --collect");
            });
    if (places.isEmpty()) {
      throw wrong("Missing required parameter: 'PATH'; to gather a farm: doctor --collect");
    }
    FarmDiagnosis diagnosis;
    try (DoctorProgress progress = DoctorProgress.of(terminal(), !noProgress)) {
      Doctor doctor = doctor().progress(progress);
      Farm farm = places.open();
      known(farm);
      diagnosis = doctor.examine(farm);
    } catch (NoSuchElementException e) {
      throw wrong("--site: " + e.getMessage());
    }
    DoctorReport report = DoctorReport.of(diagnosis).all(all);
    ReportOptions options = output().report(terminal());
    terminal()
        .out()
        .print(
            switch (format) {
              case TEXT -> report.text(options);
              case MARKDOWN -> report.markdown(options);
              case JSONL -> report.jsonl(options);
            });
    return exit(diagnosis);
  }

  private int collect() {
    if (!places.isEmpty()) {
      throw wrong("--collect looks at nothing: leave out PATH, and name servers with --server");
    }
    try {
      terminal().out().print(collect.script(Optional.ofNullable(site)));
      return ExitCode.DONE;
    } catch (IllegalArgumentException e) {
      throw wrong(e.getMessage());
    }
  }

  private Doctor doctor() throws IOException {
    Doctor doctor = Doctor.standard();
    if (front != null) {
      doctor = doctor.front(front);
    }
    if (site != null) {
      doctor = doctor.site(site);
    }
    if (period.isGiven()) {
      doctor = doctor.between(period.from(), period.to());
    }
    if (period.zone().isPresent()) {
      doctor = doctor.zone(period.zone().get());
    }
    return incidents == null ? doctor : doctor.incidents(incidents());
  }

  private List<Incident> incidents() throws IOException {
    IncidentFile file = IncidentFile.read(incidents);
    for (var problem : file.problems()) {
      terminal().err().println(TerminalText.line("note: " + file.file() + ": " + problem));
    }
    if (file.incidents().isEmpty()) {
      throw new CommandFailure(
          ExitCode.NOTHING_READABLE, file.file() + ": no incident could be read");
    }
    return file.incidents();
  }

  /** A front end that is not there would be looked for in vain. */
  private void known(Farm farm) {
    if (front == null || farm.server(front).isPresent()) {
      return;
    }
    List<String> names = farm.servers().stream().map(server -> server.name()).toList();
    List<String> near = NearNames.of(front, names);
    throw wrong(
        "--front: there is no server "
            + front
            + (near.isEmpty()
                ? " among " + farm
                : "; did you mean " + String.join(", ", near) + "?"));
  }

  private int exit(FarmDiagnosis diagnosis) {
    if (output().strict() && !diagnosis.problems().isEmpty()) {
      terminal()
          .err()
          .println("frebscope: --strict: " + diagnosis.problems().size() + " files not read whole");
      return ExitCode.NOTHING_READABLE;
    }
    boolean holds =
        failOn != null
            && diagnosis.verdicts().stream().anyMatch(v -> v.confidence().compareTo(failOn) <= 0);
    return holds ? ExitCode.CONDITION_MET : ExitCode.DONE;
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
