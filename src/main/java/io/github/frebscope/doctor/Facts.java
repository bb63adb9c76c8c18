package io.github.frebscope.doctor;

import io.github.frebscope.farm.Incident;
import io.github.frebscope.farm.ServerEvidence;
import io.github.frebscope.internal.text.Texts;
import io.github.frebscope.log.AccessLine;
import io.github.frebscope.log.HttpErrLine;
import io.github.frebscope.log.WindowsEvent;
import io.github.frebscope.query.TraceSummary;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalLong;

/** Writes what was seen as facts. */
final class Facts {
  private Facts() {}

  /** A line of a W3C log. */
  static Fact line(String kind, ServerEvidence server, AccessLine line) {
    Fact fact =
        Fact.of(kind, text(line))
            .on(server.name())
            .at(line.end())
            .from(told(server, line.file()) + ":" + line.number())
            .with("url", line.path());
    if (line.status().isPresent()) {
      fact = fact.with("status", (long) line.status().get().status());
    }
    if (line.subStatus().isPresent()) {
      fact = fact.with("subStatus", (long) line.subStatus().getAsInt());
    }
    OptionalLong win32 = line.win32Status();
    if (win32.isPresent()) {
      fact = fact.with("win32", win32.getAsLong());
    }
    if (line.timeTaken().isPresent()) {
      fact = fact.with("timeTakenMs", line.timeTaken().get().toMillis());
    }
    return fact;
  }

  private static String text(AccessLine line) {
    StringBuilder text = new StringBuilder();
    text.append(line.verb().map(Texts::shown).orElse("request for"));
    text.append(' ').append(Texts.shown(line.path())).append(" answered ");
    text.append(line.status().map(Object::toString).orElse("(status not logged)"));
    line.timeTaken().ifPresent(taken -> text.append(" after ").append(seconds(taken)));
    long win32 = line.win32Status().orElse(0);
    if (line.isPeerGone()) {
      text.append(", and who had asked was gone (win32 ").append(win32).append(')');
    } else if (win32 != 0) {
      text.append(", win32 ").append(win32);
    }
    return text.toString();
  }

  /** {@code 45 ms}, {@code 35.4 s}; whole minutes and seconds above two minutes. */
  static String seconds(Duration time) {
    if (time.compareTo(Duration.ofSeconds(1)) < 0) {
      return time.toMillis() + " ms";
    }
    return time.compareTo(Duration.ofMinutes(2)) < 0
        ? String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0)
        : minutes(time);
  }

  /** {@code 29 min}, {@code 2 h 5 min}, {@code 3 min 20 s}. */
  static String minutes(Duration time) {
    long minutes = time.toMinutes();
    if (minutes >= 60) {
      return minutes / 60 + " h" + (minutes % 60 == 0 ? "" : " " + minutes % 60 + " min");
    }
    long seconds = time.toSecondsPart();
    return minutes + " min" + (minutes < 10 && seconds > 0 ? " " + seconds + " s" : "");
  }

  /** An entry of an HTTPERR log. */
  static Fact httpErr(ServerEvidence server, HttpErrLine line) {
    Fact fact =
        Fact.of(
                "httperr",
                "http.sys noted "
                    + (line.reason().isEmpty() ? "no reason" : Texts.shown(line.reason()))
                    + line.queue()
                        .map(q -> " for pool " + Texts.shown(AccessLine.withBlanks(q)))
                        .orElse("")
                    + line.path().map(p -> ", " + Texts.shown(p)).orElse(""))
            .on(server.name())
            .at(line.time())
            .from(told(server, line.file()) + ":" + line.number())
            .with("reason", line.reason());
    if (line.path().isPresent()) {
      fact = fact.with("url", line.path().get());
    }
    if (line.status().isPresent()) {
      fact = fact.with("status", (long) line.status().getAsInt());
    }
    return line.queue().isPresent() ? fact.with("queue", line.queue().get()) : fact;
  }

  /** An event of an export. */
  static Fact event(ServerEvidence server, WindowsEvent event) {
    return Fact.of(
            "event",
            "event "
                + event.id()
                + " of "
                + Texts.shown(event.source())
                + ": "
                + Texts.shown(event.message().strip()))
        .on(server.name())
        .at(event.time())
        .from(told(server, event.file()))
        .with("id", (long) event.id())
        .with("source", event.source());
  }

  /** A trace. */
  static Fact trace(ServerEvidence server, TraceSummary trace) {
    Fact fact =
        Fact.of("trace", "trace: " + Texts.shown(trace.verdict().explanation()))
            .on(server.name())
            .from(told(server, trace.file()));
    fact = fact.with("file", fileName(trace.file()));
    if (trace.start().isPresent()) {
      fact = fact.at(trace.start().get().plus(trace.timeTaken().orElse(Duration.ZERO)));
    }
    if (trace.url().isPresent()) {
      fact = fact.with("url", trace.url().get());
    }
    if (trace.verdict().module().isPresent()) {
      fact = fact.with("module", trace.verdict().module().get());
    }
    if (trace.verdict().errorCode().isPresent()) {
      fact = fact.with("errorCode", trace.verdict().errorCode().getAsLong());
    }
    return fact;
  }

  /** What a client saw. */
  static Fact incident(Incident incident) {
    Fact fact =
        Fact.of(
                "incident",
                "a client saw "
                    + (incident.status().isPresent() ? incident.status().getAsInt() : "a failure")
                    + " at "
                    + Texts.shown(incident.url()))
            .at(incident.time())
            .with("url", incident.url());
    return incident.status().isPresent()
        ? fact.with("status", (long) incident.status().getAsInt())
        : fact;
  }

  private static String fileName(String file) {
    return file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
  }

  /** {@code web01/LogFiles/W3SVC4/u_ex260223.log}. */
  static String told(ServerEvidence server, String file) {
    try {
      return server.name() + "/" + server.files().told(Path.of(file));
    } catch (InvalidPathException e) {
      return file; // inside an archive
    }
  }
}
