package io.github.frebscope.report;

import io.github.frebscope.catalog.SpanKinds;
import io.github.frebscope.classify.Verdict;
import io.github.frebscope.query.Cut;
import io.github.frebscope.query.TerminalText;
import io.github.frebscope.query.ValueText;
import io.github.frebscope.timeline.Gap;
import io.github.frebscope.timeline.Span;
import io.github.frebscope.timeline.SpanState;
import io.github.frebscope.timeline.Timeline;
import io.github.frebscope.trace.MeasuredTime;
import io.github.frebscope.trace.TraceEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The spans of a request as a tree, with bars to the scale of the request. */
final class TimelineTree {
  private static final int GUTTER = 2;
  private static final int LEAST_BAR = 8;
  private static final int MOST_BAR = 50;

  /** Names that are cut to less are no names any more; then the bars go. */
  private static final int LEAST_NAME = 32;

  /** The width of a time of day. */
  private static final int STAMP = 12;

  /** Columns of a warning's data; a page of configuration text would bury the rest. */
  private static final int MOST_WARNING = 400;

  private final Page page;
  private final Timeline timeline;
  private final Verdict verdict;
  private final EventText words;
  private final SpanText spans;
  private final int numberWidth;
  private final int timeWidth;
  private final Bar bar;
  private final int barWidth;
  private final boolean isTimed;

  TimelineTree(Page page, Timeline timeline, Verdict verdict, Redaction redaction) {
    this.page = page;
    this.timeline = timeline;
    this.verdict = verdict;
    spans = new SpanText(redaction);
    words = new EventText(redaction);
    numberWidth = Integer.toString(timeline.trace().eventCount()).length() + 1;
    timeWidth = Math.max(STAMP, timeline.root().inclusive().toString().length());
    isTimed = timeline.trace().start().isPresent();
    int wanted = Math.min(MOST_BAR, Math.max(LEAST_BAR, (page.width() - timeWidth) / 4));
    boolean fits = page.width() - numberWidth - 3 * GUTTER - wanted - timeWidth >= LEAST_NAME;
    barWidth = fits && isTimed ? wanted : 0;
    bar = new Bar(timeline.root(), Math.max(1, barWidth));
  }

  void print(boolean all, Duration least) {
    page.heading(
        all
            ? "Timeline, every span and every event (> marks the evidence)"
            : "Timeline (> marks the evidence; --all shows every span and event)");
    List<TreeRow> rows = TreeRows.of(timeline, new TreeSelection(timeline, verdict, all, least));
    for (TreeRow row : rows) {
      if (row instanceof TreeRow.SpanRow span) {
        span(span);
      } else if (row instanceof TreeRow.EventRow event) {
        event(event, all);
      } else if (row instanceof TreeRow.GapRow gap) {
        gap(gap);
      } else if (row instanceof TreeRow.FoldRow fold) {
        fold(fold, least);
      }
    }
  }

  private void span(TreeRow.SpanRow row) {
    Span span = row.span();
    int number = span.allEvents().isEmpty() ? -1 : span.allEvents().get(0).index();
    char letter = span.isUntraced() ? '?' : '=';
    page.raw(
        line(
            number < 0 ? "" : Integer.toString(number),
            row.depth(),
            row.depth() == 0 ? "request" : label(span),
            suffix(span),
            bar.draw(span.start(), span.end(), letter),
            span.inclusive().toString()));
  }

  /** Modules and notifications are known by their names; the others need their kind. */
  private String label(Span span) {
    String title = span.kind().title();
    if (span.name().isEmpty()) {
      return title;
    }
    boolean isKnown = span.isModule() || span.kind() == SpanKinds.NOTIFICATION;
    return isKnown ? spans.name(span) : title + " " + spans.name(span);
  }

  private String suffix(Span span) {
    if (span.kind() == SpanKinds.NOTIFICATION) {
      return span.isPostNotification() ? " (post)" : "";
    }
    if (span.state() == SpanState.CLOSED || span.parent().isEmpty()) {
      return "";
    }
    boolean open = span.state() == SpanState.OPEN;
    if (span.counterpart().isPresent()) {
      return (open ? ", ends at " : ", began at ") + span.counterpart().getAsInt();
    }
    if (open) {
      return span.brokeOff() ? endMissing(span) : "";
    }
    return ", " + span.state().text();
  }

  /** At the end of a trace that is cut off, the end of a span may just not be in it. */
  private String endMissing(Span span) {
    List<TraceEvent> all = timeline.trace().events();
    List<TraceEvent> own = span.allEvents();
    boolean reachesEnd = own.get(own.size() - 1).equals(all.get(all.size() - 1));
    return reachesEnd && !timeline.trace().isComplete()
        ? ", end not traced"
        : ", " + span.state().text();
  }

  private void event(TreeRow.EventRow row, boolean all) {
    TraceEvent event = row.event();
    String mark = EventSelection.isEvidence(verdict, event) ? ">" : "";
    String name = event.name().isEmpty() ? "(no name)" : TerminalText.line(event.name());
    page.raw(
        colored(
            event, wideLine(mark + event.index(), row.depth(), name, EventTable.clockTime(event))));
    int indent = textIndent(row.depth());
    if (all) {
      for (String line : words.allData(event)) {
        page.raw(" ".repeat(indent) + line);
      }
      return;
    }
    String data = words.shortData(event);
    if (event.isWarningOrWorse() && !data.isEmpty()) {
      page.wrapped(indent, Cut.END.apply(data, MOST_WARNING));
    } else if (!data.isEmpty()) {
      page.cut(indent, data);
    }
  }

  private void gap(TreeRow.GapRow row) {
    Gap gap = row.gap();
    String drawn = bar.draw(gap.before().get().time(), gap.after().get().time(), '.');
    String label = row.isLargest() ? "largest silence" : "silence";
    String line = line("", row.depth(), label, "", drawn, gap.length().toString());
    page.raw(row.isLargest() ? page.style().bold(line) : line);
    gap.doing().ifPresent(doing -> page.cut(textIndent(row.depth()), doing));
  }

  /** Where the lines below a row of that depth begin; deep ones do not run out of the page. */
  private int textIndent(int depth) {
    return Math.min(numberWidth + GUTTER + 2 * depth + 2, page.width() / 2);
  }

  private void fold(TreeRow.FoldRow row, Duration least) {
    List<String> parts = new ArrayList<>();
    if (!row.spans().isEmpty()) {
      parts.add(spans(row.spans(), least));
    }
    if (row.warnings() > 0) {
      parts.add(
          ValueText.count(row.warnings())
              + (row.warnings() == 1 ? " more warning" : " more warnings"));
    }
    page.raw(
        page.style()
            .dim(
                Cut.END.apply(
                    number("")
                        + " ".repeat(GUTTER)
                        + indent(row.depth())
                        + "... "
                        + String.join(", ", parts),
                    page.width())));
  }

  private static String spans(List<Span> folded, Duration least) {
    long modules = folded.stream().flatMap(Span::stream).filter(Span::isModule).count();
    long spans = folded.stream().flatMap(Span::stream).count();
    String what =
        modules > 0
            ? ValueText.count(modules) + (modules == 1 ? " module span" : " module spans")
            : ValueText.count(spans) + (spans == 1 ? " span" : " spans");
    MeasuredTime longest =
        folded.stream()
            .map(Span::inclusive)
            .max(Comparator.naturalOrder())
            .orElse(MeasuredTime.BELOW_TICK);
    if (!longest.isBelowClock() && longest.length().compareTo(least) >= 0) {
      return what + ", none above " + longest;
    }
    return what
        + (least.isZero()
            ? " below the clock"
            : String.format(Locale.ROOT, " shorter than %,d ms", least.toMillis()));
  }

  /** A row with a bar: what does not fit is cut from the text, not from its suffix. */
  private String line(
      String number, int depth, String text, String suffix, String bar, String time) {
    String drawn = barWidth == 0 ? "" : bar + " ".repeat(GUTTER);
    int room = page.width() - numberWidth - 2 * GUTTER - drawn.length() - timeWidth;
    boolean fits = room >= 2 * suffix.length();
    String head = " ".repeat(Math.min(2 * depth, room / 2));
    String label =
        fits
            ? Cut.END.apply(head + text, room - suffix.length()) + suffix
            : Cut.END.apply(head + text + suffix, room);
    String line =
        number(number)
            + " ".repeat(GUTTER)
            + padded(label, room)
            + " ".repeat(GUTTER)
            + drawn
            + " ".repeat(Math.max(0, timeWidth - time.length()))
            + (isTimed ? time : "");
    return line.stripTrailing();
  }

  /** A row without a bar. */
  private String wideLine(String number, int depth, String text, String time) {
    int room = page.width() - numberWidth - 2 * GUTTER - timeWidth;
    String line =
        number(number)
            + " ".repeat(GUTTER)
            + padded(Cut.END.apply(indent(depth) + text, room), room)
            + " ".repeat(GUTTER)
            + " ".repeat(Math.max(0, timeWidth - time.length()))
            + time;
    return line.stripTrailing();
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - TerminalText.width(text)));
  }

  private String number(String number) {
    return " ".repeat(Math.max(0, numberWidth - number.length())) + number;
  }

  private static String indent(int depth) {
    return " ".repeat(2 * depth);
  }

  private String colored(TraceEvent event, String line) {
    Style style = page.style();
    if (event.level() == 1 || event.level() == 2) {
      return style.red(line);
    }
    return event.level() == 3 ? style.yellow(line) : line;
  }
}
