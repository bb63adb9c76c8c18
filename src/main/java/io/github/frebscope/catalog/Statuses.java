package io.github.frebscope.catalog;

import io.github.frebscope.trace.StatusCode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What HTTP statuses and IIS's sub-statuses mean, from {@code statuses.tsv}.
 *
 * <p>Source: Microsoft KB 943891 and, for modules it does not cover, their sources. Safe for use by
 * several threads.
 */
public final class Statuses {
  private static final Map<StatusCode, Meaning> MEANINGS = load();

  private Statuses() {}

  private record Meaning(String text, String component) {}

  private static Map<StatusCode, Meaning> load() {
    Map<StatusCode, Meaning> meanings = new HashMap<>();
    for (Table.Row row : Table.read("statuses.tsv").rows()) {
      meanings.put(
          StatusCode.of((int) row.number("status"), (int) row.number("subStatus")),
          new Meaning(row.text("text"), row.text("component")));
    }
    return meanings;
  }

  /**
   * The meaning of exactly this status and sub-status. Where two products use one sub-status for
   * different things (502.2, 502.5) the text names both.
   *
   * @return empty when the pair is unknown, even if the status is known
   */
  public static Optional<String> text(StatusCode status) {
    return Optional.ofNullable(MEANINGS.get(status)).map(Meaning::text);
  }

  /**
   * The meaning of this status and sub-status or, when the sub-status is unknown, that of the
   * status alone.
   *
   * @return empty when the status is unknown too
   */
  public static Optional<String> textOrGeneral(StatusCode status) {
    return text(status).or(() -> text(StatusCode.of(status.status())));
  }

  /**
   * Who usually sends exactly this status: a module, or a part of Windows such as {@code http.sys}.
   * Text for people; several are joined by commas, slashes or words.
   *
   * @return empty when the pair is unknown
   */
  public static Optional<String> component(StatusCode status) {
    return Optional.ofNullable(MEANINGS.get(status)).map(Meaning::component);
  }
}
