package io.github.frebscope.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every case of {@code inheritance-cases.txt}. */
class InheritanceTest {
  static Stream<InheritanceCase> cases() throws IOException {
    return InheritanceCase.all().stream();
  }

  @Test
  void there_are_enough_of_them() throws IOException {
    assertThat(cases().map(InheritanceCase::name).distinct().count())
        .isEqualTo(cases().count())
        .isGreaterThanOrEqualTo(60);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void is_answered_as_iis_would(InheritanceCase one, @TempDir Path server) throws IOException {
    ServerConfig config = ServerConfig.read(one.write(server));
    one.questions()
        .forEach(
            (question, answer) ->
                assertThat(answer(config, question)).as(question).isEqualTo(answer));
    compare(config.problems(), one.problems());
    compare(config.notes(), one.notes());
  }

  private static void compare(List<ConfigProblem> told, List<String> wanted) {
    assertThat(told).as("problems or notes").hasSameSizeAs(wanted);
    for (String each : wanted) {
      String place = each.substring(0, each.indexOf(' '));
      String words = each.substring(each.indexOf(' ') + 1);
      assertThat(told)
          .as(each)
          .anyMatch(p -> (p.file() + ":" + p.line()).equals(place) && p.reason().contains(words));
    }
  }

  private static String answer(ServerConfig config, String question) {
    String[] parts = question.split(" ", -1);
    String what = parts[0];
    if (what.equals("pool")) {
      return pool(config.pool(parts[1]).orElseThrow(), parts[2]);
    }
    if (what.equals("pools")) {
      return config.pools().stream().map(AppPool::name).collect(Collectors.joining(" "));
    }
    if (what.equals("sites")) {
      return config.sites().stream()
          .map(s -> s.id() + ":" + s.name())
          .collect(Collectors.joining(" | "));
    }
    if (what.equals("globalModules")) {
      return String.join(" ", config.globalModules());
    }
    if (what.equals("redirected")) {
      return config.redirectedTo().orElse("no");
    }
    if (what.equals("proxy")) {
      return told(parts[1].equals("enabled") ? config.proxyEnabled() : config.proxyTimeout());
    }
    if (what.equals("farm")) {
      return farm(config.farms().get(0), parts[1]);
    }
    if (what.equals("fastcgi")) {
      return config.fastCgi().stream()
          .map(f -> f.fullPath() + " " + told(f.activityTimeout()))
          .collect(Collectors.joining(" | "));
    }
    Site site = config.site(Long.parseLong(parts[1])).orElseThrow();
    return what.equals("site")
        ? site(config, site, parts[2])
        : what.equals("app")
            ? application(site, parts[2], parts[3])
            : place(config, site, what, parts[2]);
  }

  private static String place(ServerConfig config, Site site, String what, String url) {
    return switch (what) {
      case "rules" ->
          config.failureRules(site, url).rules().stream()
              .map(r -> r.path() + "=" + r.statusCodes() + "@" + r.file() + ":" + r.line())
              .collect(Collectors.joining(" "));
      case "rule" -> whole(config.failureRules(site, url).rules().get(0));
      case "providers" ->
          config.failureRules(site, url).providers().stream()
              .map(p -> p.name() + p.areas())
              .collect(Collectors.joining(" "));
      case "modules" -> String.join(" ", config.modules(site, url));
      case "handlers" ->
          config.handlers(site, url).stream().map(Handler::name).collect(Collectors.joining(" "));
      case "rewrite" ->
          config.rewriteRules(site, url).stream()
              .map(r -> (r.global() ? "global:" : "") + r.name() + (r.enabled() ? "" : ":off"))
              .collect(Collectors.joining(" "));
      case "core" ->
          config
              .aspNetCore(site, url)
              .map(c -> told(c.hostingModel()) + " " + told(c.requestTimeout()))
              .orElse("none");
      case "platform" ->
          config.httpPlatform(site, url).map(p -> told(p.processPath())).orElse("none");
      case "init" -> {
        ApplicationInitialization i = config.applicationInitialization(site, url);
        yield told(i.doAppInitAfterRestart()) + " " + i.pages();
      }
      default -> throw new IllegalArgumentException(what);
    };
  }

  private static String pool(AppPool pool, String field) {
    return switch (field) {
      case "startMode" -> told(pool.startMode());
      case "idleTimeout" -> told(pool.idleTimeout());
      case "idleTimeoutAction" -> told(pool.idleTimeoutAction());
      case "queueLength" -> told(pool.queueLength());
      case "time" -> told(pool.recycleTime());
      case "logEventOnRecycle" -> told(pool.logEventOnRecycle());
      case "element" -> pool.recycleTime().element();
      case "schedule" ->
          pool.recycleSchedule().stream()
              .map(InheritanceTest::told)
              .collect(Collectors.joining(" | "));
      default -> throw new IllegalArgumentException(field);
    };
  }

  private static String site(ServerConfig config, Site site, String field) {
    return switch (field) {
      case "tracing" -> told(site.tracing().enabled());
      case "maxLogFiles" -> told(site.tracing().maxLogFiles());
      case "directory" -> told(site.tracing().directory());
      case "element" -> site.tracing().enabled().element();
      case "logFormat" -> told(site.log().format());
      case "logDirectory" -> told(site.log().directory());
      case "fields" -> String.join(" ", site.log().customFields());
      case "connectionTimeout" -> told(config.connectionTimeout(site));
      case "customActions" -> told(config.customActionsEnabled(site));
      case "bindings" ->
          site.bindings().stream()
              .map(b -> b.protocol() + " " + b.information())
              .collect(Collectors.joining(" | "));
      case "applications" ->
          site.applications().stream().map(Application::path).collect(Collectors.joining(" "));
      default -> throw new IllegalArgumentException(field);
    };
  }

  private static String application(Site site, String path, String field) {
    Application application =
        site.applications().stream().filter(a -> a.path().equals(path)).findFirst().orElseThrow();
    return switch (field) {
      case "pool" -> told(application.pool());
      case "preload" -> told(application.preloadEnabled());
      case "element" -> application.preloadEnabled().element();
      case "folder" -> application.physicalPath();
      default -> throw new IllegalArgumentException(field);
    };
  }

  private static String farm(WebFarm farm, String field) {
    return switch (field) {
      case "timeout" -> told(farm.timeout());
      case "element" -> farm.timeout().element();
      case "members" ->
          farm.members().stream()
              .map(m -> m.address() + ":" + m.httpPort() + ":" + m.enabled().value())
              .collect(Collectors.joining(" "));
      case "health" -> told(farm.healthUrl()) + " " + told(farm.minimumServers());
      default -> throw new IllegalArgumentException(field);
    };
  }

  /** {@code value ORIGIN file:line}. */
  private static String told(Setting<?> setting) {
    return ConfigText.of(setting)
        + " "
        + setting.origin()
        + " "
        + setting.file()
        + ":"
        + setting.line();
  }

  private static String whole(FailureRule rule) {
    return String.format(
        "path=%s, areas=%s, statusCodes=%s, timeTaken=%s, traceAllAfterTimeout=%s, verbosity=%d,"
            + " file=%s, line=%d",
        rule.path(),
        rule.areas(),
        rule.statusCodes(),
        rule.timeTaken(),
        rule.traceAllAfterTimeout(),
        rule.verbosity(),
        rule.file(),
        rule.line());
  }
}
