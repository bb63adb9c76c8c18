package io.github.frebscope.testing.script;

import java.time.Duration;
import java.util.Locale;

/**
 * Application Request Routing as a front end: a request is sent to another server, which answers or
 * does not.
 */
public final class Arr {
  /** WinHTTP: no answer in time. */
  public static final long TIMEOUT = 2147954402L;

  /** WinHTTP: the name is not known. */
  public static final long NAME_NOT_RESOLVED = 2147954407L;

  /** WinHTTP: no connection. */
  public static final long CANNOT_CONNECT = 2147954429L;

  /** WinHTTP: the connection was cut. */
  public static final long CONNECTION_ERROR = 2147954430L;

  /** WinHTTP: what came is no HTTP. */
  public static final long INVALID_RESPONSE = 2147954552L;

  /** WinHTTP: the certificate is not trusted. */
  public static final long SECURE_FAILURE = 2147954575L;

  private static final String MODULE = "ApplicationRequestRouting";

  private final RequestScript request;

  /** For that request. */
  public Arr(RequestScript request) {
    this.request = request;
  }

  /** A rewrite rule sends the request to one server. */
  public Arr toServer(String base) {
    String target = base + request.path();
    String host = base.substring(base.indexOf("//") + 2);
    request.during(
        "RewriteModule",
        Notification.BEGIN_REQUEST,
        () -> new Rewrite(request).to("ReverseProxy", "(.*)", base + "/{R:1}", target));
    request.during(
        MODULE,
        Notification.MAP_REQUEST_HANDLER,
        () -> {
          request.emit("ARR_WEBFARM_NOT_ROUTED", host);
          route(host, target);
        });
    return this;
  }

  /** ARR's own rule sends the request to a farm, and ARR chooses a member. */
  public Arr toFarm(String farm, String member) {
    request.beforeBegin("RewriteModule", () -> new Rewrite(request).toFarm(farm));
    request.during(
        MODULE,
        Notification.MAP_REQUEST_HANDLER,
        () -> {
          int number = request.site().number();
          request.emit("ARR_REQUEST_ROUTED", farm, member, "1", "1");
          request.emit(
              "ARR_SERVER_ROUTED",
              "1",
              member,
              "1",
              Integer.toString(400 + number),
              Integer.toString(number % 5),
              "1",
              Integer.toString(52000 + 137 * number),
              Integer.toString(910000 + 1771 * number),
              Integer.toString(40 + number % 90));
          route(member, "http://" + farm + request.path());
        });
    return this;
  }

  /** ARR's own rule sends the request to a farm that has no member left. */
  public Arr toEmptyFarm(String farm) {
    request.beforeBegin("RewriteModule", () -> new Rewrite(request).toFarm(farm));
    request.during(
        MODULE,
        Notification.MAP_REQUEST_HANDLER,
        () -> route(farm, "http://" + farm + request.path()));
    return this;
  }

  private void route(String host, String target) {
    request.changeHandler(Handler.ARR);
    Site site = request.site();
    request.requestHeader("Max-Forwards", "10");
    request.requestHeader("Host", host);
    request.requestHeader("X-Forwarded-For", site.clientAddress() + ":" + site.clientPort());
    request.requestHeader("X-ARR-SSL", "");
    request.requestHeader("X-ARR-ClientCert", "");
    request.requestHeader(
        "X-ARR-LOG-ID",
        String.format(Locale.ROOT, "%08x-41c7-4d09-8f3e-b5d20c6a7e18", 0x5ae10c00 + site.number()));
    request.requestHeader("Connection", "");
    request.emit("URL_CHANGED", target, request.path());
  }

  /** The connection is not made, or the headers cannot be sent. */
  public int failsBeforeTheRequestIsSent(Duration after, long code, String text) {
    request.emit("ARR_REQUEST_HEADERS_START");
    request.pass(after);
    return fails(3, code, text);
  }

  /** The request is sent, and the answer does not come or is no answer. */
  public int failsBeforeTheAnswer(Duration after, long code, String text) {
    request.emit("ARR_REQUEST_HEADERS_START");
    request.emit("ARR_REQUEST_HEADERS_END");
    request.emit("ARR_RESPONSE_HEADERS_START");
    request.pass(after);
    return fails(3, code, text);
  }

  /** The request is sent, and no answer comes; ARR goes on with something else. */
  public void answersNothing() {
    request.emit("ARR_REQUEST_HEADERS_START");
    request.emit("ARR_REQUEST_HEADERS_END");
  }

  /** The other server begins to answer, and then something goes wrong. */
  public int failsInTheAnswer(Duration after, long code) {
    answersNothing();
    request.emit("ARR_RESPONSE_HEADERS_START");
    request.emit("ARR_RESPONSE_HEADERS_END");
    request.emit("ARR_RESPONSE_ENTITY_START");
    request.pass(after);
    return fails(3, code, "");
  }

  /** There is no server to ask. */
  public int noServer() {
    return request.status(502, "Bad Gateway", 4, 0);
  }

  /** The connection was to become a WebSocket, and broke. */
  public int webSocketFails(Duration after, long code) {
    request.emit("ARR_REQUEST_HEADERS_START");
    request.emit("ARR_REQUEST_HEADERS_END");
    request.pass(after);
    return fails(5, code, "");
  }

  /** The other server answers, whatever the answer is; ARR passes it on. */
  public int answers(Duration after, int status, String reason, String contentType, String body) {
    request.emit("ARR_REQUEST_HEADERS_START");
    request.emit("ARR_REQUEST_HEADERS_END");
    request.emit("ARR_RESPONSE_HEADERS_START");
    request.pass(after);
    request.emit("ARR_RESPONSE_HEADERS_END");
    int event = request.status(status, reason, 0, 0);
    request.responseHeader("Content-Length", Integer.toString(body.length()));
    request.responseHeader("Content-Type", contentType);
    request.emit("GENERAL_SET_RESPONSE_HEADER", "X-Powered-By", "ARR/3.0", "false");
    request.pend();
    request.completed(0, 0);
    request.emit("ARR_RESPONSE_ENTITY_START");
    request.emit("ARR_RESPONSE_ENTITY_END", Integer.toString(body.length()));
    request.pend();
    request.completed(0, 0);
    request.body(body);
    return event;
  }

  /** A stage of ARR's own fails: mapping is 2, forwarding 6, executing 7. */
  public int stageFails(int subStatus, long code) {
    return fails(subStatus, code, "");
  }

  /** The request itself is bad in ARR's eyes: 400.601 to 400.606. */
  public int badRequest(int subStatus, long code) {
    int event = request.status(400, "Bad Request", subStatus, code);
    request.pend();
    request.completed(0, 0);
    return event;
  }

  /** The other server does not answer, and yet the status has neither sub-status nor code. */
  public int failsWithoutASubStatus(Duration after) {
    request.emit("ARR_REQUEST_HEADERS_START");
    request.pass(after);
    return fails(0, 0, "");
  }

  /** The other server answers, and the client has gone when ARR sends it the first part. */
  public int clientLeaves(Duration after, long code) {
    request.emit("ARR_REQUEST_HEADERS_START");
    request.emit("ARR_REQUEST_HEADERS_END");
    request.emit("ARR_RESPONSE_HEADERS_START");
    request.pass(after);
    request.emit("ARR_RESPONSE_HEADERS_END");
    request.responseHeader("Content-Type", "video/mp4");
    request.emit("ARR_RESPONSE_ENTITY_START");
    request.emit("ARR_RESPONSE_ENTITY_END", "16384");
    request.clientLeaves(code);
    request.flush("ftypmp42");
    return fails(3, code, "");
  }

  private int fails(int subStatus, long code, String text) {
    int event = request.status(502, "Bad Gateway", subStatus, code);
    if (!text.isEmpty()) {
      request.description(text);
    }
    request.pend();
    request.completed(0, 0);
    return event;
  }
}
