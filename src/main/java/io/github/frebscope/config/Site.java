package io.github.frebscope.config;

import io.github.frebscope.internal.text.Texts;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A site with the settings in force for it.
 *
 * @param name its name
 * @param id its number: the {@code 4} of {@code W3SVC4}
 * @param bindings in the order of the file
 * @param applications in the order of the file
 * @param autoStart whether it starts with IIS
 * @param tracing Failed Request Tracing of the site
 * @param log its W3C log
 */
public record Site(
    String name,
    long id,
    List<Binding> bindings,
    List<Application> applications,
    Setting<Boolean> autoStart,
    TracingSwitch tracing,
    SiteLog log) {
  /** Refuses nulls. */
  public Site {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(autoStart, "autoStart");
    Objects.requireNonNull(tracing, "tracing");
    Objects.requireNonNull(log, "log");
    bindings = List.copyOf(bindings);
    applications = List.copyOf(applications);
  }

  /** The folder's name in logs of all kinds, {@code W3SVC4}. */
  public String folder() {
    return "W3SVC" + id;
  }

  /** The application with the longest path that a URL's path lies in. */
  public Optional<Application> application(String urlPath) {
    Application best = null;
    for (Application application : applications) {
      if (isIn(urlPath, application.path())
          && (best == null || application.path().length() > best.path().length())) {
        best = application;
      }
    }
    return Optional.ofNullable(best);
  }

  private static boolean isIn(String urlPath, String path) {
    String folder = path.endsWith("/") ? path : path + "/";
    return (urlPath + "/").regionMatches(true, 0, folder, 0, folder.length());
  }

  /** {@code shop (3): http *:80:shop.example; tracing on}: one line. */
  @Override
  public String toString() {
    List<String> bound = bindings.stream().map(Binding::toString).toList();
    return Texts.shown(name)
        + " ("
        + id
        + "): "
        + String.join(", ", bound)
        + "; tracing "
        + (tracing.enabled().value() ? "on" : "off");
  }
}
