package io.github.frebscope.testing.script;

/** What the modules do when nothing special happens. */
final class UsualModules {
  private final RequestScript request;
  private final AspNet aspNet;
  private final Authentication authentication;

  UsualModules(RequestScript request) {
    this.request = request;
    aspNet = new AspNet(request);
    authentication = new Authentication(request);
  }

  void beforeBegin(String module) {
    if (module.equals("IsapiFilterModule") && request.isManaged() && !request.isChild()) {
      request.emit("FILTER_PREPROC_HEADERS_START");
      request.emit(
          "FILTER_START", "C:\\WINDOWS\\Microsoft.NET\\Framework64\\v4.0.30319\\aspnet_filter.dll");
      request.emit("GENERAL_SET_REQUEST_HEADER", "AspFilterSessionId", "", "true");
      request.emit("FILTER_SET_REQ_HEADER", "AspFilterSessionId:", "");
      request.emit("FILTER_END", "134217730");
      request.emit("FILTER_PREPROC_HEADERS_END");
    }
  }

  void during(String module, Notification notification, boolean post) {
    switch (notification) {
      case AUTHENTICATE_REQUEST -> authenticate(module, post);
      case RESOLVE_REQUEST_CACHE -> {
        if (module.equals("HttpCacheModule")) {
          request.emit("OUTPUT_CACHE_LOOKUP_START");
          request.emit("OUTPUT_CACHE_LOOKUP_END", "0");
        }
      }
      case UPDATE_REQUEST_CACHE -> {
        if (module.equals("HttpCacheModule")) {
          request.emit("OUTPUT_CACHE_UPDATE_START", "0", "0");
          request.emit("OUTPUT_CACHE_UPDATE_END", request.response.isError() ? "6" : "2");
        }
      }
      case SEND_RESPONSE -> sendResponse(module);
      default -> {}
    }
    aspNet.during(module, notification);
  }

  private void authenticate(String module, boolean post) {
    if (post && module.equals("IsapiFilterModule") && request.isManaged() && !request.isChild()) {
      request.emit("FILTER_AUTH_COMPLETE_START");
      request.emit("FILTER_AUTH_COMPLETE_END");
    } else if (!post) {
      authentication.during(module);
    }
  }

  private void sendResponse(String module) {
    switch (module) {
      case "ProtocolSupportModule" -> {
        request.emit("GENERAL_SET_RESPONSE_HEADER", "X-Powered-By", "ASP.NET", "false");
        request.response.headers.add("X-Powered-By: ASP.NET");
      }
      case "DynamicCompressionModule" -> {
        if (!request.response.body.isEmpty()) {
          request.emit("DYNAMIC_COMPRESSION_START");
          request.emit("DYNAMIC_COMPRESSION_NOT_SUCCESS", "2");
          request.emit("DYNAMIC_COMPRESSION_END");
        }
      }
      case "CustomErrorModule" -> customError(request.response);
      default -> {}
    }
  }

  /** Sends IIS's own page for an error, unless the response is to be left as it is. */
  private void customError(Response response) {
    if (!response.isError()) {
      request.emit("GENERAL_NOT_SEND_CUSTOM_ERROR", "1");
    } else if (response.keepBody) {
      request.emit("GENERAL_NOT_SEND_CUSTOM_ERROR", "2");
    } else if (!response.body.isEmpty()) {
      request.emit("GENERAL_NOT_SEND_CUSTOM_ERROR", "4");
    } else {
      request.emit(
          "GENERAL_SEND_CUSTOM_ERROR",
          Integer.toString(response.status),
          Integer.toString(response.subStatus),
          response.status + ".htm");
      response.body = Response.errorPage(response, request.site().host());
      response.headers.add(0, "Cache-Control: private");
      response.headers.add(1, "Content-Type: text/html; charset=utf-8");
      response.headers.add(2, "Server: Microsoft-IIS/10.0");
    }
  }
}
