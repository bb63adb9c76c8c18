package io.github.frebscope.timeline;

import io.github.frebscope.catalog.SpanKinds;

/** By what the time of a request is divided: which share a stretch of a span belongs to. */
enum Dimension {
  MODULE(TimeShare.OUTSIDE_MODULES, TimeShare.MODULES_NOT_TRACED) {
    @Override
    boolean owns(Span span) {
      return span.isModule();
    }

    @Override
    String within(Span span, String outer, String rest) {
      if (span.isModule()) {
        return span.name().isEmpty() ? TimeShare.NO_NAME : span.name();
      }
      return span.isRequest() ? rest : outer;
    }
  },

  NOTIFICATION(TimeShare.OUTSIDE_NOTIFICATIONS, TimeShare.NOTIFICATIONS_NOT_TRACED) {
    @Override
    boolean owns(Span span) {
      return span.kind() == SpanKinds.NOTIFICATION;
    }

    @Override
    String within(Span span, String outer, String rest) {
      if (owns(span)) {
        return span.name();
      }
      // A module that lies in no span of a notification is one whose events do not tell it.
      return span.isRequest() || isStray(span) ? rest : outer;
    }

    private boolean isStray(Span span) {
      return span.isModule() && span.parent().filter(this::owns).isEmpty();
    }
  },

  AREA(TimeShare.NO_AREA, TimeShare.NO_AREA) {
    @Override
    boolean owns(Span span) {
      return span.area().isPresent();
    }

    @Override
    String within(Span span, String outer, String rest) {
      return span.area().orElse(outer);
    }
  };

  private final String rest;
  private final String unknown;

  Dimension(String rest, String unknown) {
    this.rest = rest;
    this.unknown = unknown;
  }

  /**
   * The share of what belongs to nothing. A trace without a single module was recorded without
   * them: its time may have passed in modules, and is not known to have passed outside.
   */
  String rest(Span root) {
    return root.stream().anyMatch(this::owns) ? rest : unknown;
  }

  /** Whether it is one of the spans that the share is named after. */
  abstract boolean owns(Span span);

  /**
   * The share of a span's own stretches; the other one is that of the span around it, the third
   * that of what belongs to nothing.
   */
  abstract String within(Span span, String outer, String rest);
}
