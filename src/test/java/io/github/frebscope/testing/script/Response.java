package io.github.frebscope.testing.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The response a request is going to send. */
final class Response {
  int status = 200;
  int subStatus;
  String reason = "OK";
  String module = "";
  long errorCode;
  String body = "";
  final List<String> headers = new ArrayList<>();

  /** The module wants its own body kept. */
  boolean keepBody;

  /** Somebody else, a child request, has sent it. */
  boolean sent;

  long bytesSent;

  /** Why nothing more can be sent to the client; 0 while it is there. */
  long flushError;

  boolean isError() {
    return status >= 400;
  }

  /** What IIS puts into an error page of its own, cut down to what matters. */
  static String errorPage(Response response, String host) {
    return "<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\""
        + " \"http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd\"> \n"
        + "<html xmlns=\"http://www.w3.org/1999/xhtml\"> \n<head> \n<title>IIS 10.0 Detailed Error - "
        + response.status
        + "."
        + response.subStatus
        + " - "
        + response.reason
        + "</title> \n</head> \n<body> \n<h3>"
        + host
        + "</h3> \n  <ul> %09<li>An error occurred while the request was being handled.</li> </ul> \n"
        + "    <tr class=\"alt\"><th>Module</th><td>&nbsp;&nbsp;&nbsp;"
        + response.module
        + "</td></tr> \n    <tr><th>Error Code</th><td>&nbsp;&nbsp;&nbsp;"
        + String.format(Locale.ROOT, "0x%08x", response.errorCode)
        + "</td></tr> \n</body> \n</html> \n";
  }
}
