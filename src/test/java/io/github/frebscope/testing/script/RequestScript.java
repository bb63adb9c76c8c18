package io.github.frebscope.testing.script;

import io.github.frebscope.trace.TraceEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One request going through the pipeline, or a child of one. Say first what the modules are to do,
 * then {@link #play()} it. What a module does is a piece of code that is run when the pipeline
 * reaches it and that calls {@link #emit}, {@link #status} and so on.
 */
public final class RequestScript {
  final Response response = new Response();
  private final TraceScript file;
  private final Recorder recorder;
  private final Site site;
  private final String url;
  private final int level;
  private final Map<String, Runnable> hooks = new HashMap<>();
  private final Map<Notification, Runnable> afterHooks = new HashMap<>();
  private final List<String> headers = new ArrayList<>();
  private final Pipeline pipeline;
  private Handler mapped = Handler.STATIC_FILE;
  private Handler handler = Handler.STATIC_FILE;
  private Runnable handlerBody = () -> {};
  private boolean managed;
  private boolean aspNetStarted;
  private boolean authenticated;
  private boolean finishing;
  private boolean aborted;
  private String module = "";
  private Notification notification = Notification.BEGIN_REQUEST;
  private boolean post;
  private boolean pending;
  private boolean buffered;

  RequestScript(TraceScript file, Recorder recorder, Site site, String url, int level) {
    this.file = file;
    this.recorder = recorder;
    this.site = site;
    this.url = url;
    this.level = level;
    pipeline = new Pipeline(this);
    headers.add("Host: " + (site.port().equals("80") ? site.host() : site.hostAndPort()));
    headers.add("User-Agent: Fabrik/3.1");
  }

  // What is set up before the request is played.

  /**
   * The handler the configuration maps the URL to, which also runs it unless another takes over.
   */
  public RequestScript mappedTo(Handler newHandler) {
    mapped = newHandler;
    handler = newHandler;
    return this;
  }

  /** The handler that runs the request, and what it does. */
  public RequestScript handledBy(Handler newHandler, Runnable body) {
    handler = newHandler;
    handlerBody = body;
    return this;
  }

  /** What a module does in a notification, instead of what it usually does there. */
  public RequestScript during(String inModule, Notification inNotification, Runnable body) {
    hooks.put(inModule + "/" + inNotification, body);
    return this;
  }

  /** What a module does before the pipeline starts. */
  public RequestScript beforeBegin(String inModule, Runnable body) {
    hooks.put(inModule + "/PRE_BEGIN", body);
    return this;
  }

  /** What IIS itself does when all modules of a notification have been asked. */
  public RequestScript after(Notification inNotification, Runnable body) {
    afterHooks.put(inNotification, body);
    return this;
  }

  /** The application is ASP.NET's: its modules run for every request. */
  public RequestScript managed() {
    managed = true;
    return this;
  }

  /** More lines for the request's headers. */
  public RequestScript headers(String... lines) {
    headers.addAll(List.of(lines));
    return this;
  }

  /** The parent takes this child's response into its own: the child sends nothing itself. */
  public RequestScript buffered() {
    buffered = true;
    return this;
  }

  /** Runs the request from its beginning to its end. */
  public void play() {
    pipeline.play();
  }

  // What the running modules call.

  /**
   * Writes an event.
   *
   * @param values its data in order, without ContextId
   * @return its number before anything is left out
   */
  public int emit(String name, String... values) {
    return recorder.emit(name, values);
  }

  /** Writes an event with another level than usual. */
  public int emitAt(int eventLevel, String name, String... values) {
    return recorder.emit(eventLevel, name, values);
  }

  /** Writes an event of a kind that no table has. */
  public int emitUnknown(TraceEvent.Builder event) {
    return recorder.add(event);
  }

  /** That long goes by. */
  public void pass(Duration time) {
    recorder.pass(time);
  }

  /** How many milliseconds the clock jumped when it last did; 0 when it never has. */
  public long lastPause() {
    return recorder.lastStep();
  }

  /** The clock jumps once. */
  public void tick() {
    recorder.tick();
  }

  /**
   * The running module sets the response's status.
   *
   * @return the event's number before anything is left out
   */
  public int status(int status, String reason, int subStatus, long errorCode) {
    return statusBy(module, notification.value(), status, reason, subStatus, errorCode, "");
  }

  /** A module sets the response's status, with what it has to say about the configuration. */
  public int statusBy(
      String by,
      String in,
      int status,
      String reason,
      int subStatus,
      long errorCode,
      String configuration) {
    response.status = status;
    response.subStatus = subStatus;
    response.reason = reason;
    response.module = by;
    response.errorCode = errorCode;
    file.sawStatus(status, subStatus);
    String number = Integer.toString(status);
    if (status < 400) {
      return emit("MODULE_SET_RESPONSE_SUCCESS_STATUS", by, in, number, reason);
    }
    return emit(
        "MODULE_SET_RESPONSE_ERROR_STATUS",
        by,
        in,
        number,
        reason,
        Integer.toString(subStatus),
        Long.toString(errorCode),
        configuration);
  }

  /** The running module describes the error. */
  public void description(String text) {
    emit("SET_RESPONSE_ERROR_DESCRIPTION", text + "\r\n");
  }

  /** A header of the response. */
  public void responseHeader(String name, String value) {
    emit("GENERAL_SET_RESPONSE_HEADER", name, value, "true");
    response.headers.add(name + ": " + value);
  }

  /** A header of the request, as a module changes it for those after it. */
  public void requestHeader(String name, String value) {
    emit("GENERAL_SET_REQUEST_HEADER", name, value, "true");
  }

  /** The body of the response; the module wants it kept even for an error. */
  public void body(String text) {
    response.body = text;
    response.keepBody = true;
  }

  /** The body of the response; IIS decides what to do with it. */
  public void bodyIfAllowed(String text) {
    response.body = text;
    response.keepBody = false;
  }

  /** The module waits for something: its notification ends as pending. */
  public void pend() {
    emit("NOTIFY_MODULE_END", module, notification.value(), Boolean.toString(post), "1");
    pending = true;
  }

  /** What a module waited for has happened. */
  public void completed(long bytes, long errorCode) {
    emit(
        "NOTIFY_MODULE_COMPLETION",
        module,
        notification.value(),
        Boolean.toString(post),
        Long.toString(bytes),
        Long.toString(errorCode));
    pending = false;
  }

  /** The module ends the request: the pipeline goes on with logging. */
  public void finish() {
    finishing = true;
  }

  /** The client closes its connection: what is sent from now on fails with that code. */
  public void clientLeaves(long code) {
    response.flushError = code;
  }

  /** The running module sends what there is of the response; answers whether the client got it. */
  public boolean flush(String body) {
    emit("GENERAL_FLUSH_RESPONSE_START");
    String headers = String.join("\r\n", response.headers) + "\r\n";
    emit("GENERAL_RESPONSE_HEADERS", headers);
    emit("GENERAL_RESPONSE_ENTITY_BUFFER", body);
    boolean fails = response.flushError != 0;
    emit(
        "GENERAL_FLUSH_RESPONSE_END",
        fails ? "0" : Integer.toString(headers.length() + body.length()),
        Long.toString(response.flushError));
    return !fails;
  }

  /** The connection is dropped: nothing is sent. */
  public void abort() {
    finishing = true;
    aborted = true;
  }

  /** A request inside this one; set it up, then {@link #playChild} it. */
  public RequestScript child(String childUrl) {
    RequestScript child = new RequestScript(file, recorder, site, childUrl, level + 1);
    child.headers.add(0, "Content-Length: 0");
    return child;
  }

  /** Plays a child, which sends the response unless it is {@link #buffered}. */
  public void playChild(RequestScript child) {
    String in = module;
    Notification stage = notification;
    boolean after = post;
    emit(
        "GENERAL_CHILD_REQUEST_START",
        Integer.toString(site.siteId()),
        child.url,
        site.verb(),
        Integer.toString(child.level));
    child.play();
    emit(
        "GENERAL_CHILD_REQUEST_END",
        Long.toString(child.response.bytesSent),
        Integer.toString(child.response.status),
        Integer.toString(child.response.subStatus));
    if (!child.buffered) {
      response.sent = true;
      response.bytesSent = child.response.bytesSent;
    }
    running(in, stage, after);
  }

  /** The response has the child's status, without an event that says so. */
  public void statusAsChild(RequestScript child) {
    response.status = child.response.status;
    response.subStatus = child.response.subStatus;
  }

  /** The handler changes, as when ARR takes a request over. */
  public void changeHandler(Handler newHandler) {
    emit(
        "HANDLER_CHANGED",
        mapped.name(),
        newHandler.name(),
        newHandler.modules(),
        newHandler.scriptProcessor(),
        newHandler.type());
    handler = newHandler;
  }

  // What the pipeline and the modules of this package ask.

  Site site() {
    return site;
  }

  String url() {
    return url;
  }

  String path() {
    return Site.path(url);
  }

  boolean isChild() {
    return level > 0;
  }

  boolean isManaged() {
    return managed;
  }

  Handler mapped() {
    return mapped;
  }

  Handler handler() {
    return handler;
  }

  Runnable handlerBody() {
    return handlerBody;
  }

  Optional<Runnable> hook(String inModule, String stage) {
    return Optional.ofNullable(hooks.get(inModule + "/" + stage));
  }

  void runAfter(Notification stage) {
    Runnable body = afterHooks.get(stage);
    if (body != null) {
      notification = stage;
      body.run();
    }
  }

  void running(String newModule, Notification stage, boolean isPost) {
    module = newModule;
    notification = stage;
    post = isPost;
  }

  Notification notification() {
    return notification;
  }

  boolean isFinishing() {
    return finishing;
  }

  boolean isAborted() {
    return aborted;
  }

  boolean isBuffered() {
    return buffered;
  }

  boolean isPending() {
    return pending;
  }

  /** Whether this is the first managed module of the request; asked once. */
  boolean startsAspNet() {
    boolean first = !aspNetStarted;
    aspNetStarted = true;
    return first;
  }

  void authenticate() {
    authenticated = true;
  }

  User user() {
    return authenticated ? site.user() : User.NOT_AVAILABLE;
  }

  String headerText() {
    return String.join("\r\n", headers) + "\r\n";
  }

  void sawFinalStatus() {
    file.sawStatus(response.status, response.subStatus);
  }
}
