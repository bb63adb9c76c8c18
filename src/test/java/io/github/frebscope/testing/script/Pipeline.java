package io.github.frebscope.testing.script;

import java.util.List;

/** IIS's integrated pipeline: which events come in which order around what the modules do. */
final class Pipeline {
  private static final List<Slot> SLOTS =
      Table.rows("pipeline.tsv", 4).stream()
          .map(
              row ->
                  new Slot(
                      Notification.valueOf(row[0]),
                      row[1],
                      Boolean.parseBoolean(row[2]),
                      Boolean.parseBoolean(row[3])))
          .toList();

  private static final List<Notification> BEFORE_HANDLER =
      List.of(
          Notification.BEGIN_REQUEST,
          Notification.AUTHENTICATE_REQUEST,
          Notification.AUTHORIZE_REQUEST,
          Notification.RESOLVE_REQUEST_CACHE,
          Notification.MAP_REQUEST_HANDLER,
          Notification.REQUEST_ACQUIRE_STATE,
          Notification.PRE_EXECUTE_REQUEST_HANDLER);

  private static final List<String> BEFORE_BEGIN =
      List.of(
          "WebDAVModule",
          "IsapiFilterModule",
          "RequestMonitorModule",
          "FailedRequestsTracingModule",
          "DynamicIpRestrictionModule",
          "RewriteModule");

  private record Slot(Notification notification, String module, boolean managed, boolean post) {}

  private final RequestScript request;
  private final UsualModules usual;

  Pipeline(RequestScript request) {
    this.request = request;
    usual = new UsualModules(request);
  }

  void play() {
    begin();
    for (Notification notification : BEFORE_HANDLER) {
      stage(notification);
    }
    if (!request.isFinishing()) {
      Handler handler = request.handler();
      module(handler.module(), Notification.EXECUTE_REQUEST_HANDLER, false, request.handlerBody());
    }
    stage(Notification.RELEASE_REQUEST_STATE);
    stage(Notification.UPDATE_REQUEST_CACHE);
    end();
  }

  private void begin() {
    Site site = request.site();
    String siteId = Integer.toString(site.siteId());
    String connection = Long.toString(805306368L + site.number());
    request.emit(
        "GENERAL_REQUEST_START",
        siteId,
        site.pool(),
        connection,
        connection,
        request.url(),
        site.verb());
    for (String module : BEFORE_BEGIN) {
      if (site.profile().has(module)) {
        request.emit("PRE_BEGIN_REQUEST_START", module);
        request.hook(module, "PRE_BEGIN").orElse(() -> usual.beforeBegin(module)).run();
        request.emit("PRE_BEGIN_REQUEST_END", module, "0");
      }
    }
    request.emit(
        "GENERAL_ENDPOINT_INFORMATION",
        site.clientAddress(),
        Integer.toString(site.clientPort()),
        "198.51.100.20",
        site.port());
    request.emit("GENERAL_REQUEST_HEADERS", request.headerText());
    request.emit("URL_CACHE_ACCESS_START", request.path());
    request.emit("URL_CACHE_ACCESS_END", "", "false", "true", "0");
    request.emit("GENERAL_GET_URL_METADATA", "", "513");
    Handler mapped = request.mapped();
    request.emit(
        "HANDLER_CHANGED",
        "",
        mapped.name(),
        mapped.modules(),
        mapped.scriptProcessor(),
        mapped.type());
  }

  /** Asks the modules of a notification, unless one has ended the request. */
  private void stage(Notification notification) {
    if (!request.isFinishing()) {
      askAll(notification);
      request.runAfter(notification);
    }
  }

  private void askAll(Notification notification) {
    boolean sending = notification == Notification.SEND_RESPONSE;
    boolean ending =
        notification == Notification.LOG_REQUEST || notification == Notification.END_REQUEST;
    for (Slot slot : SLOTS) {
      if (slot.notification == notification
          && request.site().profile().has(slot.module)
          && (request.isManaged() || !slot.managed)
          && (sending || ending || !request.isFinishing())) {
        Runnable body =
            request
                .hook(slot.module, notification.name())
                .filter(hook -> !slot.post)
                .orElse(() -> usual.during(slot.module, notification, slot.post));
        module(slot.module, notification, slot.post, body);
      }
    }
  }

  private void module(String module, Notification notification, boolean post, Runnable body) {
    boolean wasFinishing = request.isFinishing();
    request.running(module, notification, post);
    String isPost = Boolean.toString(post);
    request.emit("NOTIFY_MODULE_START", module, notification.value(), isPost);
    body.run();
    if (!request.isPending()) {
      boolean finishes = request.isFinishing() && !wasFinishing;
      request.emit("NOTIFY_MODULE_END", module, notification.value(), isPost, finishes ? "2" : "0");
    }
  }

  private void end() {
    askAll(Notification.LOG_REQUEST);
    askAll(Notification.END_REQUEST);
    Response response = request.response;
    if (!request.isAborted() && !request.isBuffered() && !response.sent) {
      askAll(Notification.SEND_RESPONSE);
      request.runAfter(Notification.SEND_RESPONSE);
      flush(response);
    }
    request.sawFinalStatus();
    request.emit(
        "GENERAL_REQUEST_END",
        Long.toString(response.bytesSent),
        Integer.toString(request.headerText().length() + request.path().length() + 20),
        Integer.toString(response.status),
        Integer.toString(response.subStatus));
  }

  private void flush(Response response) {
    request.emit("HTTPSYS_CACHEABLE", "false", request.isChild() ? "8" : "21", "0", "0");
    request.emit("GENERAL_FLUSH_RESPONSE_START");
    String headers = String.join("\r\n", response.headers) + "\r\n";
    request.emit("GENERAL_RESPONSE_HEADERS", headers);
    if (!response.body.isEmpty()) {
      request.emit("GENERAL_RESPONSE_ENTITY_BUFFER", response.body);
    }
    request.tick();
    response.bytesSent =
        response.flushError == 0 ? 17L + headers.length() + response.body.length() : 0;
    request.emit(
        "GENERAL_FLUSH_RESPONSE_END",
        Long.toString(response.bytesSent),
        Long.toString(response.flushError));
  }
}
