package io.github.frebscope.config;

import com.google.common.base.Splitter;
import io.github.frebscope.config.FailureRule.TraceArea;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A row of {@code rules.tsv}: rules, a request, and what IIS does with it. */
record RuleCase(
    String name,
    FailureRules rules,
    RequestOutcome outcome,
    RuleAnswer.Result result,
    int rule,
    Optional<RuleAnswer.Trigger> trigger,
    List<String> reason) {
  /** What a server with ARR and URL Rewrite defines. */
  static final List<ProviderDefinition> PROVIDERS =
      List.of(
          new ProviderDefinition("ASP", List.of()),
          new ProviderDefinition("ISAPI Extension", List.of()),
          new ProviderDefinition("ASPNET", List.of("Infrastructure", "Module", "Page")),
          new ProviderDefinition(
              "WWW Server",
              List.of("Authentication", "RequestNotifications", "Rewrite", "RequestRouting")));

  static List<RuleCase> all() {
    try (InputStream in = RuleCase.class.getResourceAsStream("rules.tsv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#") && !line.startsWith("case\t"))
          .map(line -> of(Splitter.on('\t').splitToList(line)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RuleCase of(List<String> cells) {
    List<FailureRule> rules = new ArrayList<>();
    if (!cells.get(1).equals("-")) {
      for (String text : Splitter.on('|').split(cells.get(1))) {
        rules.add(rule(text, rules.size() + 1));
      }
    }
    RequestOutcome outcome =
        new RequestOutcome(
            cells.get(2),
            Integer.parseInt(cells.get(3)),
            number(cells.get(4)),
            Optional.of(cells.get(6)).filter(s -> !s.equals("-")).map(RuleCase::seconds),
            number(cells.get(5)));
    return new RuleCase(
        cells.get(0),
        new FailureRules(rules, PROVIDERS),
        outcome,
        RuleAnswer.Result.valueOf(cells.get(7)),
        number(cells.get(8)).orElse(0),
        Optional.of(cells.get(9)).filter(t -> !t.equals("-")).map(RuleAnswer.Trigger::valueOf),
        cells.get(10).equals("-") ? List.of() : Splitter.on('|').splitToList(cells.get(10)));
  }

  /** A rule as the table writes it; its line is its number. */
  static FailureRule rule(String text, int line) {
    List<String> sides = Splitter.on("=>").trimResults().splitToList(text);
    List<String> parts = Splitter.on(';').splitToList(sides.get(1));
    // A semicolon in statusCodes is followed by a digit, one before an option by a blank.
    int codes = 1;
    while (codes < parts.size() && !parts.get(codes).startsWith(" ")) {
      codes++;
    }
    Duration time = Duration.ZERO;
    boolean all = false;
    int verbosity = 0;
    TraceArea area = new TraceArea("WWW Server", "RequestNotifications", 5);
    for (String part : parts.subList(codes, parts.size())) {
      String option = part.strip();
      String value = option.substring(option.indexOf('=') + 1);
      if (option.startsWith("time=")) {
        time = seconds(value);
      } else if (option.startsWith("event=")) {
        verbosity = Integer.parseInt(value);
      } else if (option.startsWith("areas=")) {
        area = new TraceArea("WWW Server", value, 5);
      } else if (option.startsWith("provider=")) {
        area = new TraceArea(value, "", 5);
      } else if (option.equals("all")) {
        all = true;
      } else {
        throw new IllegalArgumentException(text);
      }
    }
    return new FailureRule(
        sides.get(0),
        List.of(area),
        String.join(";", parts.subList(0, codes)),
        time,
        all,
        verbosity,
        "config/applicationHost.config",
        line);
  }

  private static Duration seconds(String text) {
    return Duration.ofMillis(new BigDecimal(text).movePointRight(3).longValueExact());
  }

  private static OptionalInt number(String cell) {
    return cell.equals("-") ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(cell));
  }

  @Override
  public String toString() {
    return name;
  }
}
