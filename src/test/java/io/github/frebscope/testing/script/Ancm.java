package io.github.frebscope.testing.script;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * The ASP.NET Core Module, both versions, and HttpPlatformHandler: a local process is started and
 * the request is sent to it.
 */
public final class Ancm {
  private static final String[] FORWARDED = {"1", "2", "4", "8", "16", "32", "4194304"};

  private static final String ERROR_PAGE =
      """
      <!DOCTYPE html>
      <html>
      <head>
          <title>IIS 502.5 Error</title>
      </head>
      <body>
      <h1>HTTP Error 502.5 - Process Failure</h1>
      </body>
      </html>
      """
          .replace("\n", "\r\n");

  private final RequestScript request;

  /** For that request. */
  public Ancm(RequestScript request) {
    this.request = request;
  }

  /** Version 1, which writes no events of its own: the process does not answer as it should. */
  public int version1Fails(Duration after, long code, String text) {
    forwardHeaders("MS-ASPNETCORE-TOKEN", "MS-ASPNETCORE-CLIENTCERT");
    request.pass(after);
    int event = request.status(502, "Bad Gateway", 3, code);
    if (!text.isEmpty()) {
      request.description(text);
    }
    request.pend();
    request.completed(0, 0);
    return event;
  }

  /** HttpPlatformHandler: the process does not answer as it should. */
  public int httpPlatformFails(Duration after, long code, String text) {
    forwardHeaders("X-IIS-WindowsAuthToken", "MS-HTTPPLATFORM-CLIENTCERT");
    request.pass(after);
    int event = request.status(502, "Bad Gateway", 3, code);
    request.description(text);
    request.pend();
    request.completed(0, 0);
    return event;
  }

  /** Version 1: the process answers, and the client has gone when the first part is sent to it. */
  public int version1LosesTheClient(Duration after, long code) {
    forwardHeaders("MS-ASPNETCORE-TOKEN", "MS-ASPNETCORE-CLIENTCERT");
    request.pass(after);
    request.status(200, "OK", 0, 0);
    request.responseHeader("Content-Type", "application/json; charset=utf-8");
    request.clientLeaves(code);
    request.flush("{\"rows\":[");
    int event = request.status(502, "Bad Gateway", 3, code);
    request.pend();
    request.completed(0, 0);
    return event;
  }

  /** Both versions as they are now: the client has gone before anything was sent. */
  public int clientHasGone(long code) {
    int event = request.status(400, "Bad Request", 0, code);
    request.finish();
    return event;
  }

  /** Version 2: the client goes while its request's body is read. */
  public int losesTheClientWhileItUploads(Duration after, long code) {
    uploads(3);
    request.pass(after);
    request.emit("GENERAL_READ_ENTITY_START");
    request.emit("GENERAL_READ_ENTITY_END", "0", Long.toString(code));
    request.clientLeaves(code);
    int event = request.status(400, "Bad Request", 0, 2147952454L);
    request.pend();
    request.completed(0, code);
    request.finish();
    return event;
  }

  /** Version 2: the process answers with headers that the module cannot read. */
  public int version2AnswersBadly(Duration after, long code) {
    forwardHeaders("MS-ASPNETCORE-TOKEN", "MS-ASPNETCORE-CLIENTCERT");
    request.emit("ANCM_REQUEST_FORWARD_START");
    for (String status : FORWARDED) {
      request.emit("ANCM_WINHTTP_CALLBACK", status);
    }
    request.pass(after);
    request.emit("ANCM_WINHTTP_CALLBACK", "131072");
    return version2GivesUp(code);
  }

  /** Version 2 in process: the application answers. */
  public int inProcessAnswers(Duration after, int status, String reason) {
    request.emit("ANCM_INPROC_EXECUTE_REQUEST_START");
    request.pass(after);
    int event = request.status(status, reason, 0, 0);
    request.emit("ANCM_INPROC_MANAGED_REQUEST_COMPLETION");
    request.body(reason);
    return event;
  }

  /** Version 1: the process answers, and no event tells it. */
  public int version1Passes(Duration after, int status, String reason) {
    forwardHeaders("MS-ASPNETCORE-TOKEN", "MS-ASPNETCORE-CLIENTCERT");
    request.pass(after);
    int event = request.status(status, reason, 0, 0);
    request.responseHeader("Content-Type", "text/plain");
    request.pend();
    request.completed(0, 0);
    request.body(reason);
    return event;
  }

  /** Version 1: the process answers with headers that the module cannot read to the end. */
  public int version1AnswersBadly(Duration after, long code) {
    forwardHeaders("MS-ASPNETCORE-TOKEN", "MS-ASPNETCORE-CLIENTCERT");
    request.pass(after);
    request.responseHeader("Date", "Thu, 02 Apr 2026 07:31:12 GMT");
    int event = request.status(502, "Bad Gateway", 3, code);
    request.pend();
    request.completed(0, 0);
    return event;
  }

  /** Version 2: the request cannot be sent at all. */
  public int version2CannotSend(long code) {
    forwardHeaders("MS-ASPNETCORE-TOKEN", "MS-ASPNETCORE-CLIENTCERT");
    request.emit("ANCM_REQUEST_FORWARD_START");
    return version2GivesUp(code);
  }

  private int version2GivesUp(long code) {
    request.emit("ANCM_WINHTTP_CALLBACK", "2097152");
    request.emit("ANCM_REQUEST_FORWARD_FAIL", Long.toString(code));
    int event = request.status(502, "Bad Gateway", 3, code);
    request.description("There was a connection error while trying to route the request.");
    request.pend();
    request.completed(0, 0);
    request.emit("ANCM_WINHTTP_CALLBACK", "2048");
    return event;
  }

  /** Version 2: the process does not answer as it should. */
  public int version2Fails(Duration after, long code, String text) {
    return version2(List.of(FORWARDED), after, code, text);
  }

  /** Version 2: no connection to the process is made. */
  public int version2DoesNotConnect(Duration after, long code) {
    return version2(List.of("1", "2", "4"), after, code, "");
  }

  private int version2(List<String> callbacks, Duration after, long code, String text) {
    forwardHeaders("MS-ASPNETCORE-TOKEN", "MS-ASPNETCORE-CLIENTCERT");
    request.emit("ANCM_REQUEST_FORWARD_START");
    for (String status : callbacks) {
      request.emit("ANCM_WINHTTP_CALLBACK", status);
    }
    request.pass(after);
    return forwardFails(code, text);
  }

  /** Version 2: the body goes up in blocks, and after some of them the process is gone. */
  public int uploadBreaks(int blocks, Duration after, long code) {
    uploads(blocks);
    request.pass(after);
    return forwardFails(code, "");
  }

  private int forwardFails(long code, String text) {
    request.emit("ANCM_WINHTTP_CALLBACK", "2097152");
    request.emit("ANCM_REQUEST_FORWARD_FAIL", Long.toString(code));
    int event = request.status(502, "Bad Gateway", 3, code);
    if (!text.isEmpty()) {
      request.description(text);
    }
    request.pend();
    request.completed(0, 0);
    request.emit("ANCM_WINHTTP_CALLBACK", "2048");
    return event;
  }

  /** Version 2: the request body goes up in blocks, each with its events. */
  public void uploads(int blocks) {
    forwardHeaders("MS-ASPNETCORE-TOKEN", "MS-ASPNETCORE-CLIENTCERT");
    request.emit("ANCM_REQUEST_FORWARD_START");
    for (int i = 0; i < blocks; i++) {
      request.emit("GENERAL_READ_ENTITY_START");
      if (i % 4 == 3) {
        request.tick();
      }
      request.emit("GENERAL_READ_ENTITY_END", "8192", "0");
      request.emit("GENERAL_REQUEST_ENTITY", "row;" + i + ";" + "0123456789".repeat(6));
      request.emit("ANCM_WINHTTP_CALLBACK", "1048576");
    }
  }

  /** The process could not be started; version 1 has no event for it. */
  public int version1DoesNotStart(Duration after, long code) {
    request.pass(after);
    int event = request.status(502, "Bad Gateway", 5, code);
    errorPage();
    return event;
  }

  /** The process could not be started; version 2 says why. */
  public int version2DoesNotStart(Duration after, long code, String why) {
    request.pass(after);
    request.emit("ANCM_START_APPLICATION_FAIL", why);
    int event = request.status(502, "Bad Gateway", 5, code);
    errorPage();
    return event;
  }

  /** Version 2: a step of the start failed, which was traced with its HRESULT. */
  public int version2StepFails(Duration after, long hresult, long code) {
    request.pass(after);
    request.emit("ANCM_HRESULT_FAILED", "serverprocess.cpp", "231", Long.toString(hresult));
    int event = request.status(502, "Bad Gateway", 5, code);
    errorPage();
    return event;
  }

  /** Version 2: the start threw an exception with that text. */
  public int version2Throws(Duration after, String text, long code) {
    request.pass(after);
    request.emit("ANCM_EXCEPTION_CAUGHT", "serverprocess.cpp", "244", text);
    int event = request.status(502, "Bad Gateway", 5, code);
    errorPage();
    return event;
  }

  /** With disableStartUpErrorPage: the start failed, and nothing was sent to the process. */
  public int doesNotStartWithoutPage(Duration after, long code) {
    request.pass(after);
    int event = request.status(502, "Bad Gateway", 3, code);
    request.description("There was a connection error while trying to route the request.");
    request.finish();
    return event;
  }

  /** The application is being shut down. */
  public int refuses(long code) {
    int event = request.status(503, "Service Unavailable", 0, code);
    request.finish();
    return event;
  }

  /** Version 2: the process answers. */
  public int answers(Duration after, int status, String reason, String body) {
    forwardHeaders("MS-ASPNETCORE-TOKEN", "MS-ASPNETCORE-CLIENTCERT");
    request.emit("ANCM_REQUEST_FORWARD_START");
    for (String callback : FORWARDED) {
      request.emit("ANCM_WINHTTP_CALLBACK", callback);
    }
    request.pass(after);
    request.emit("ANCM_WINHTTP_CALLBACK", "131072");
    int event = request.status(status, reason, 0, 0);
    request.responseHeader("Content-Type", "application/json; charset=utf-8");
    request.pend();
    request.completed(0, 0);
    request.emit("ANCM_REQUEST_FORWARD_END");
    request.body(body);
    return event;
  }

  private void errorPage() {
    request.responseHeader("Content-Type", "text/html");
    request.body(ERROR_PAGE);
    request.finish();
  }

  private void forwardHeaders(String token, String certificate) {
    Site site = request.site();
    request.requestHeader(
        token,
        String.format(Locale.ROOT, "%08x-dd2b-4c55-9ee1-66d0b2c8e0f5", 0x7c400000 + site.number()));
    request.requestHeader("X-Forwarded-For", site.clientAddress() + ":" + site.clientPort());
    request.requestHeader("X-Forwarded-Proto", "http");
    request.requestHeader(certificate, "");
    request.requestHeader("Connection", "");
  }
}
