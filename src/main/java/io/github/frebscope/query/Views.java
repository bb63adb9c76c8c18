package io.github.frebscope.query;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The questions that administrators ask most, ready-made. Each is a {@link Query} in the words of
 * {@code frebscope query}, to run as it is, to narrow with {@link Query#where}, or to begin with.
 */
public final class Views {
  private static final List<View> ALL =
      List.of(
          view(
              "bad-gateway-by-module",
              "Which module answered 502, how often, how slowly?",
              "--where status=502 --by module,area"
                  + " --agg \"count,p95(timeTaken),last(start)\""),
          view(
              "bad-gateway-by-cause",
              "Why were there 502s?",
              "--where status=502 --by statusCode,cause,error"
                  + " --agg \"count,distinct(server) as servers,last(start)\""),
          view(
              "bad-gateway-by-backend",
              "Which backends did the 502s come of?",
              "--where status=502 --by backend,cause --agg \"count,p95(waitMs),last(start)\""),
          view(
              "by-cause",
              "What went wrong, how often, since when?",
              "--where failure=yes --by cause --agg \"count,share,first(start),last(start)\""),
          view(
              "by-fingerprint",
              "How many different problems are there?",
              "--where failure=yes --by fingerprint,module,statusCode,cause"
                  + " --agg \"count,last(start)\""),
          view(
              "unknown-causes",
              "Which failures have no known cause beyond their status?",
              "--where \"failure=yes and cause=-\" --by module,statusCode,error"
                  + " --agg \"count,top(1,urlPattern)\""),
          view(
              "errors-by-code",
              "Which error or exit codes stand behind the failures?",
              "--where error!=- --by errorHex,error --agg \"count,top(2,module)\""),
          view(
              "relayed",
              "Which errors did backends answer, only passed on here?",
              "--where origin=relayed --by statusCode,backend --agg \"count,last(start)\""),
          view(
              "time-outs",
              "What ran out of time, and after how long?",
              "--where \"cause~TIMEOUT or cause=APP_HANG or error~TIMEOUT\""
                  + " --by cause,backend --agg \"count,p50(waitMs),max(waitMs)\""),
          view(
              "clients-gone",
              "Which requests did the client perhaps not wait for?",
              "--where \"cause=CLIENT_GONE or alternatives=CLIENT_GONE\""
                  + " --by urlPattern,cause --agg \"count,p50(timeTaken),max(timeTaken)\""),
          view(
              "process-starts-failed",
              "Which applications did not start?",
              "--where cause~^START_ --by server,appPool,cause --agg \"count,last(start)\""),
          view(
              "waits-by-phase",
              "In which phase of an exchange did a gateway wait?",
              "--where phase!=- --by phase,module --agg \"count,p50(waitMs),max(waitMs)\""),
          view(
              "backends",
              "How does each backend do?",
              "--where backend!=- --by backend"
                  + " --agg \"count,count where (failure=yes) as failures,p95(timeTaken)\""),
          view(
              "slowest-by-backend",
              "Which backends are slow?",
              "--where backend!=- --by backend"
                  + " --agg \"p95(timeTaken),p50(timeTaken),max(timeTaken),count\""),
          view(
              "farms",
              "How does each server farm do?",
              "--where farm!=- --by farm"
                  + " --agg \"count,count where (failure=yes) as failures,p95(timeTaken)\""),
          view(
              "rules",
              "Which rewrite rules sent requests on, and how did these end?",
              "--where rule!=- --by rule"
                  + " --agg \"count,count where (failure=yes) as failures,top(2,statusCode)\""),
          view(
              "app-pools",
              "How does each application pool do?",
              "--by server,appPool --agg \"count,count where (failure=yes) as failures,"
                  + "distinct(processId) as processes,p95(timeTaken)\""),
          view("status-by-server", "Which server answers what?", "--by server,statusCode --pivot"),
          view("status-by-module", "Which module answers what?", "--by module,statusCode --pivot"),
          view(
              "failures-by-server",
              "Do the servers fail alike?",
              "--by server --agg \"count where (failure=yes) as failures,count as traces,"
                  + "top(2,cause),last(start) where (failure=yes) as last\""),
          view(
              "failures-by-url",
              "Which pages fail?",
              "--where failure=yes --by urlPattern"
                  + " --agg \"count,distinct(url) as urls,top(2,statusCode),p95(timeTaken)\""),
          view(
              "failures-by-hour",
              "When were the failures?",
              "--where failure=yes --over 1h"
                  + " --agg \"count,distinct(server) as servers,top(2,cause)\""),
          view(
              "failures-by-weekday-hour",
              "At which hours of which days (UTC) do requests fail?",
              "--where failure=yes --by hourOfDay,weekday --pivot"),
          view(
              "slow-requests",
              "Which pages took longer than five seconds?",
              "--where timeTaken>5s --by urlPattern"
                  + " --agg \"count,p50(timeTaken),max(timeTaken),top(1,module)\""),
          // All that is asked is there, so that the first of each comes from one trace.
          view(
              "first-after-process-start",
              "How did the first trace of each process id end?",
              "--where \"processId!=- and start!=- and statusCode!=- and timeTaken!=-\""
                  + " --by server,processId --agg \"first(start),first(statusCode),"
                  + "first(timeTaken),count\" --order-by first(start):asc"),
          view(
              "incomplete-traces",
              "Which traces do not tell their request to the end?",
              "--where complete=no --by server,failureReason --agg \"count,top(2,diagnostics)\""));

  private Views() {}

  /** All of them, those about 502s first. */
  public static List<View> all() {
    return ALL;
  }

  /** The view of that name, in any case; empty for none. */
  public static Optional<View> find(String name) {
    String wanted = name.toLowerCase(Locale.ROOT);
    return ALL.stream().filter(view -> view.name().equals(wanted)).findFirst();
  }

  private static View view(String name, String question, String words) {
    return new View(name, question, Query.parse(words));
  }
}
