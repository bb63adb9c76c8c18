package io.github.frebscope.testing.script;

import java.time.Duration;

/** Programs IIS runs or loads for a request: CGI, FastCGI, ISAPI and classic ASP, node.js. */
public final class Programs {
  private final RequestScript request;

  /** For that request. */
  public Programs(RequestScript request) {
    this.request = request;
  }

  /** A CGI program runs too long; 502.1. */
  public int cgiTimesOut(String commandLine, Duration after) {
    cgiStarts(commandLine);
    request.pass(after);
    int event = request.status(502, "Bad Gateway", 1, 258);
    request.emit("CGI_TIMEOUT", "");
    request.description("The CGI application exceeded its time limit and was terminated.");
    request.emit("CGI_END");
    return event;
  }

  /** A CGI program ends without a proper answer; 502.2 with its exit code. */
  public int cgiEndsEarly(String commandLine, Duration after, long exitCode, String headers) {
    cgiStarts(commandLine);
    request.pass(after);
    int event = request.status(502, "Bad Gateway", 2, exitCode);
    request.emit("CGI_PREMATURE_TERMINATION", headers);
    request.description(
        "The specified CGI application misbehaved by not returning a complete set of HTTP headers.");
    request.emit("CGI_END");
    return event;
  }

  /** A CGI program cannot be started; 502.2. */
  public int cgiDoesNotStart(String commandLine, long error) {
    request.emit("GENERAL_CGI_HANDLER");
    request.emit("CGI_START");
    request.emit("CGI_LAUNCH", commandLine, Long.toString(error), "0");
    int event = request.status(502, "Bad Gateway", 2, error);
    request.emit("CGI_END");
    return event;
  }

  private void cgiStarts(String commandLine) {
    request.emit("GENERAL_CGI_HANDLER");
    request.emit("CGI_START");
    request.emit("CGI_LAUNCH", commandLine, "0", "5120");
    request.emit("CGI_REQUEST_ENTITY_SENT");
  }

  /** PHP writes to stderr and answers 500. */
  public int phpFails(String stderr) {
    request.emit(
        "FASTCGI_ASSIGN_PROCESS", request.handler().scriptProcessor(), "false", "1296", "7");
    request.emit("FASTCGI_START");
    request.emit("FASTCGI_WAITING_FOR_RESPONSE");
    request.tick();
    request.emit("FASTCGI_END");
    request.emit("MODULE_WARNING", "FastCgiModule", "FASTCGI_RESPONSE_ERROR", stderr, "5");
    int event = request.status(500, "Internal Server Error", 0, 0);
    request.emit("FASTCGI_RESPONSE_WRITTEN");
    request.bodyIfAllowed(stderr);
    return event;
  }

  /** A FastCGI process ends in the middle of a request. */
  public int phpDies(Duration after) {
    String program = request.handler().scriptProcessor();
    request.emit("FASTCGI_ASSIGN_PROCESS", program, "true", "6644", "1");
    request.emit("FASTCGI_START");
    request.emit("FASTCGI_WAITING_FOR_RESPONSE");
    request.pass(after);
    request.emit("FASTCGI_UNEXPECTED_EXIT");
    int event = request.status(500, "Internal Server Error", 0, 3221225477L);
    request.description(program + " - The FastCGI process exited unexpectedly");
    request.emit("FASTCGI_END");
    return event;
  }

  /** FastCGI fails with an event of that name before 500.0; words that are empty are left out. */
  public int fastCgiFails(Duration after, String name, long code, String words) {
    fastCgiStarts();
    request.pass(after);
    if (name.equals("FASTCGI_UNKNOWN_ERROR")) {
      request.emit(name, Long.toString(code));
    } else {
      request.emit(name);
    }
    return fastCgiEnds(500, "Internal Server Error", 0, code, words);
  }

  /** FastCGI fails with 500.0 and no event that says why. */
  public int fastCgiFailsSilently(Duration after, long code, String words) {
    fastCgiStarts();
    request.pass(after);
    return fastCgiEnds(500, "Internal Server Error", 0, code, words);
  }

  /** The queue of FastCGI is full; 503.4. */
  public int fastCgiQueueIsFull(boolean withEvent) {
    if (withEvent) {
      request.emit("FASTCGI_QUEUE_FULL");
    }
    return fastCgiEnds(503, "Service Unavailable", 4, 0, "");
  }

  private void fastCgiStarts() {
    request.emit(
        "FASTCGI_ASSIGN_PROCESS", request.handler().scriptProcessor(), "false", "2812", "9");
    request.emit("FASTCGI_START");
    request.emit("FASTCGI_WAITING_FOR_RESPONSE");
  }

  private int fastCgiEnds(int status, String reason, int subStatus, long code, String words) {
    int event = request.status(status, reason, subStatus, code);
    if (!words.isEmpty()) {
      request.description(request.handler().scriptProcessor() + " - " + words);
    }
    request.emit("FASTCGI_END");
    return event;
  }

  /** The DLL of an ISAPI extension cannot be loaded. */
  public int isapiIsNotLoaded(long code) {
    request.emit("GENERAL_ISAPI_HANDLER");
    request.emit("ISAPI_START");
    int event = request.status(500, "Internal Server Error", 0, code);
    request.emit("ISAPI_END");
    return event;
  }

  /** An ISAPI extension chooses the status itself. */
  public int isapiAnswers(String dll, Duration after, int status, String reason, String body) {
    request.emit("GENERAL_ISAPI_HANDLER");
    request.emit("ISAPI_START");
    request.emit("CALL_ISAPI_EXTENSION", dll);
    request.pass(after);
    int event = request.status(status, reason, 0, 0);
    request.responseHeader("Content-Type", "text/html");
    request.bodyIfAllowed(body);
    request.emit("ISAPI_EXTENSION_DONE");
    request.emit("ISAPI_END");
    return event;
  }

  /** A PHP page chooses the status itself. */
  public int phpAnswers(Duration after, int status, String reason, String body) {
    request.emit(
        "FASTCGI_ASSIGN_PROCESS", request.handler().scriptProcessor(), "false", "1296", "9");
    request.emit("FASTCGI_START");
    request.emit("FASTCGI_WAITING_FOR_RESPONSE");
    request.pass(after);
    request.emit("FASTCGI_END");
    int event = request.status(status, reason, 0, 0);
    request.emit("FASTCGI_RESPONSE_WRITTEN");
    request.bodyIfAllowed(body);
    return event;
  }

  /** A file on a share that has vanished. */
  public int shareVanishes(String path, Duration after) {
    request.emit("GENERAL_STATIC_FILE_HANDLER", path);
    request.pass(after);
    return request.status(500, "Internal Server Error", 0, 2147942464L);
  }

  /** A classic ASP page fails to run. */
  public int aspFails(String file, Duration after) {
    request.emit("GENERAL_ISAPI_HANDLER");
    request.emit("ISAPI_START");
    request.emit("CALL_ISAPI_EXTENSION", request.handler().scriptProcessor());
    request.emit("ASP_START_REQUEST", file);
    request.emit("ASP_NEW_SESSION_CREATED", "LKJHDFOABBMNEPGCIDFKAAEO");
    request.emit("ASP_QUEUE_REQUEST");
    request.emit("ASP_DEQUEUE_REQUEST");
    request.emit("ASP_START_SCRIPT_EXECUTION");
    request.pass(after);
    request.emit("ASP_LOG_ERROR", "14", "800a000d", "Type mismatch: 'total'");
    request.emit("ASP_END_SCRIPT_EXECUTION");
    int event = request.status(500, "Internal Server Error", 100, 0);
    request.pend();
    request.completed(0, 0);
    request.emit("NOTIFY_ISAPI_COMPLETION");
    request.emit("ASP_DONE_PROCESSING");
    request.emit("ASP_END_REQUEST");
    request.emit("ISAPI_EXTENSION_DONE");
    request.emit("ISAPI_END");
    return event;
  }

  /** A file that is there; IIS sends it. */
  public void file(String path) {
    request.emit("GENERAL_STATIC_FILE_HANDLER", path);
    request.responseHeader("Content-Type", "text/html");
    request.body("<html><body>ok</body></html>");
  }

  /** The client's copy of a file is current. */
  public int notModified(String path) {
    request.emit("GENERAL_STATIC_FILE_HANDLER", path);
    return request.status(304, "Not Modified", 0, 0);
  }

  /** node.js could not be reached by iisnode. */
  public int nodeFails(Duration after, int subStatus, long code) {
    request.requestHeader("Connection", "keep-alive");
    request.emit("IISNODE", "iisnode request dispatched to an existing node.exe process");
    request.pass(after);
    request.emitAt(2, "IISNODE", "iisnode failed to read the response of the node.exe process");
    int event = request.status(500, "Internal Server Error", subStatus, code);
    request.pend();
    request.completed(0, 0);
    request.finish();
    return event;
  }

  /** iisnode does not take the request; 503. */
  public int nodeRefuses(int subStatus, long code) {
    request.emitAt(2, "IISNODE", "iisnode did not accept the request");
    int event = request.status(503, "Service Unavailable", subStatus, code);
    request.finish();
    return event;
  }

  /** A WebSocket is opened, used and lost. */
  public int webSocket(Duration open, long code) {
    request.emit("WEBSOCKET_HANDSHAKE_START");
    request.emit("WEBSOCKET_HANDSHAKE_SUCCESS");
    int event = request.status(101, "Switching Protocols", 0, 0);
    request.emit("WEBSOCKET_READ_FRAGMENT_START", "4096");
    request.emit("WEBSOCKET_READ_FRAGMENT_END_PENDING");
    request.emit("WEBSOCKET_WRITE_FRAGMENT_START", "1", "212");
    request.emit("WEBSOCKET_WRITE_FRAGMENT_END_SUCCESS", "212");
    request.pass(open);
    request.emit("WEBSOCKET_READ_IO_NOT_SUCCESS", Long.toString(code));
    request.emit("WEBSOCKET_MODULE_CLOSE_CONNECTION", "1");
    return event;
  }
}
