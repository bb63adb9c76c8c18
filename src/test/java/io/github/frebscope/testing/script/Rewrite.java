package io.github.frebscope.testing.script;

/** URL Rewrite: what its rules do. Each method is one run over the rules of a request. */
public final class Rewrite {
  private final RequestScript request;

  /** For that request. */
  public Rewrite(RequestScript request) {
    this.request = request;
  }

  /** A rule of web.config sends the request to another server or another path. */
  public void to(String rule, String pattern, String substitution, String target) {
    String path = request.path();
    start("1");
    matched(rule, pattern);
    request.emit("REWRITE_ACTION", substitution, target, "true", "false");
    end(rule, target);
    request.requestHeader("X-Original-URL", path);
    request.emit("URL_CHANGED", path, target);
    request.emit("URL_REWRITE_END", target);
  }

  /** ARR's own rule in applicationHost.config sends the request to a farm. */
  public void toFarm(String farm) {
    String path = request.path();
    String target = "http://" + farm + path;
    start("0");
    request.emit(
        "RULE_EVALUATION_START",
        "ARR_" + farm + "_loadbalance",
        path.substring(1),
        query(),
        "1",
        "true",
        "/");
    request.emit("PATTERN_MATCH", "*", path.substring(1), "false", "true");
    request.emit("REWRITE_ACTION", "http://" + farm + "/{R:0}", target, "true", "false");
    end("ARR_" + farm + "_loadbalance", target);
    request.requestHeader("X-Original-URL", path);
    request.emit("URL_CHANGED", path, target);
    request.emit("URL_REWRITE_END", target);
  }

  /** A rule redirects the client. */
  public void redirect(String rule, String pattern, String target) {
    start("1");
    matched(rule, pattern);
    request.emit("REDIRECT_ACTION", target, target, "true", "301");
    end(rule, request.path());
    request.emit("URL_REWRITE_END", request.path());
    request.status(301, "Moved Permanently", 0, 0);
    request.finish();
  }

  /** A rule drops the connection. */
  public int abort(String rule, String pattern) {
    start("1");
    matched(rule, pattern);
    int action = request.emit("ABORT_REQUEST_ACTION");
    end(rule, request.path());
    request.emit("URL_REWRITE_END", "");
    request.abort();
    return action;
  }

  /** Rules are evaluated, none matches. */
  public void noMatch(String rule, String pattern) {
    start("1");
    request.emit(
        "RULE_EVALUATION_START", rule, request.path().substring(1), query(), "0", "true", "/");
    request.emit("PATTERN_MATCH", pattern, request.path().substring(1), "false", "false");
    request.emit(
        "RULE_EVALUATION_END", rule, request.path().substring(1), query(), "true", "false");
    request.emit("URL_REWRITE_END", request.path());
  }

  private void start(String scope) {
    request.emit("URL_REWRITE_START", request.path(), scope, "0");
  }

  private void matched(String rule, String pattern) {
    String input = request.path().substring(1);
    request.emit("RULE_EVALUATION_START", rule, input, query(), "0", "true", "/");
    request.emit("PATTERN_MATCH", pattern, input, "false", "true");
    request.emit("CONDITIONS_EVALUATION_START", "0");
    request.emit(
        "CONDITION_EVALUATION", "{HTTP_HOST}", request.site().host(), "0", ".*", "false", "true");
    request.emit("CONDITIONS_EVALUATION_END", "true");
  }

  private void end(String rule, String target) {
    request.emit("RULE_EVALUATION_END", rule, target, query(), "true", "true");
  }

  private String query() {
    return Site.query(request.url());
  }
}
