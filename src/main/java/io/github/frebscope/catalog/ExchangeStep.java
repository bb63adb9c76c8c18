package io.github.frebscope.catalog;

import io.github.frebscope.trace.TraceEvent;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What one kind of event tells about the exchange of a gateway module with its backend: a row of
 * {@code exchanges.tsv}, found by {@link Exchanges#step}.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class ExchangeStep {
  private final String event;
  private final Optional<String> dataName;
  private final String dataValue;
  private final Optional<ExchangePhase> phase;
  private final boolean opens;
  private final boolean isFirst;
  private final Optional<ExchangePhase> since;
  private final Set<ExchangePhase> only = EnumSet.noneOf(ExchangePhase.class);
  private final Optional<String> after;
  private final Optional<String> before;

  ExchangeStep(Table.Row row) {
    event = row.text("event");
    String data = row.text("data");
    int equals = data.indexOf('=');
    dataName = equals < 0 ? Optional.empty() : Optional.of(data.substring(0, equals));
    dataValue = data.substring(equals + 1);
    phase = optional(row.text("phase")).map(ExchangePhase::of);
    opens = row.text("flags").equals("opens");
    isFirst = row.text("flags").equals("first");
    since = optional(row.text("since")).map(ExchangePhase::of);
    optional(row.text("only"))
        .ifPresent(
            words -> {
              for (String word : List.of(words.split("\\|"))) {
                only.add(ExchangePhase.of(word));
              }
            });
    after = optional(row.text("after"));
    before = optional(row.text("before"));
  }

  private static Optional<String> optional(String text) {
    return text.equals("-") ? Optional.empty() : Optional.of(text);
  }

  String event() {
    return event;
  }

  /** The Data that must have a certain value; empty when the name of the event is enough. */
  Optional<String> dataName() {
    return dataName;
  }

  boolean fits(TraceEvent candidate) {
    return dataName.isEmpty()
        || dataName.flatMap(candidate::data).filter(dataValue::equals).isPresent();
  }

  /** The phase that begins with the event; empty when it says nothing about phases. */
  public Optional<ExchangePhase> phase() {
    return phase;
  }

  /** Whether it begins an attempt to reach the backend, the first or another. */
  public boolean opens() {
    return opens;
  }

  /**
   * Whether the headers of the answer were not there before it, even if another event, that of a
   * header being set for example, looked like it.
   */
  public boolean isFirstOfAnswer() {
    return isFirst;
  }

  /**
   * The phase that, as this event shows, has lasted since the event before it in the exchange;
   * empty when it shows nothing about that.
   */
  public Optional<ExchangePhase> since() {
    return since;
  }

  /** Whether it is an event of gateway modules alone, and so shows that there is an exchange. */
  public boolean isOfGateways() {
    return only.isEmpty();
  }

  /** Whether it means anything in an exchange that is in that phase. */
  public boolean countsIn(ExchangePhase current) {
    return only.isEmpty() || only.contains(current);
  }

  /** What goes on after it while no other event comes; empty for nothing in particular. */
  public Optional<String> after() {
    return after;
  }

  /** What went on in the silence before it; empty for nothing in particular. */
  public Optional<String> before() {
    return before;
  }

  /** The name of the event. */
  @Override
  public String toString() {
    return event;
  }
}
