package io.github.frebscope.testing.data;

import io.github.frebscope.testing.script.Profile;
import io.github.frebscope.testing.script.Site;
import java.time.Duration;
import java.time.Instant;

/** The invented servers of the stories. */
final class Sites {
  private static final Instant MORNING = Instant.parse("2026-03-11T09:14:07.318Z");

  private Sites() {}

  /** The front end of the shop, with ARR. */
  static Site edge(int number, String path) {
    return Site.on("FAB-EDGE1")
        .site(3, "ShopProxy")
        .get("http://shop.fabrik.example:80" + path)
        .number(number)
        .at(time(number));
  }

  /** A member of the shop's farm. */
  static Site member(int number, String path) {
    return Site.on("FAB-WEB2")
        .site(7, "ShopCore")
        .get("http://fab-web2.fabrik.example:8080" + path)
        .number(number)
        .at(time(number));
  }

  /** An old server with programs of every kind. */
  static Site legacy(int number, String path) {
    return Site.on("MOOR-APP3")
        .site(2, "LegacyPool")
        .get("http://intern.moorland.example:80" + path)
        .number(number)
        .profile(Profile.LEAN)
        .at(time(number));
  }

  private static Instant time(int number) {
    return MORNING.plus(Duration.ofMillis(number * 613_477L));
  }
}
