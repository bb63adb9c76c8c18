package io.github.frebscope.classify;

import io.github.frebscope.catalog.Modules;
import io.github.frebscope.trace.TraceEvent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What HANDLER_CHANGED tells of handlers and their modules. */
final class Handlers {
  private Handlers() {}

  /** The modules of the new handler, in their order: {@code StaticFileModule,...}. */
  static List<String> modules(TraceEvent handlerChanged) {
    return Codes.text(handlerChanged, "NewHandlerModules")
        .map(list -> Arrays.stream(list.split(",")).map(String::strip).toList())
        .orElse(List.of());
  }

  /** The last handler chosen for the request itself. */
  static Optional<TraceEvent> chosen(Facts facts) {
    return facts.last(e -> e.requestDepth() == 0 && e.is(Names.HANDLER_CHANGED));
  }

  /** The module that alone makes up the chosen handler. */
  static Optional<String> chosenModule(Facts facts) {
    return chosen(facts)
        .map(Handlers::modules)
        .filter(modules -> modules.size() == 1 && !modules.get(0).isEmpty())
        .map(modules -> Names.usual(modules.get(0)));
  }

  /** The area that belongs to a module; a .NET type for its handler shows that it is managed. */
  static String area(Facts facts, String module) {
    boolean managed =
        facts
            .events()
            .anyMatch(
                e ->
                    e.is(Names.HANDLER_CHANGED)
                        && modules(e).contains(module)
                        && Codes.text(e, "NewHandlerType").isPresent());
    return Modules.area(module, managed);
  }
}
