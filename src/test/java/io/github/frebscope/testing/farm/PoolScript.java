package io.github.frebscope.testing.farm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An application pool. What is not set is not written, so that IIS's default is in force. */
public final class PoolScript {
  private final String name;
  private final Map<String, String> own = new LinkedHashMap<>();
  private final Map<String, String> processModel = new LinkedHashMap<>();
  private final Map<String, String> recycling = new LinkedHashMap<>();
  private final Map<String, String> periodicRestart = new LinkedHashMap<>();
  private final Map<String, String> failure = new LinkedHashMap<>();
  private final List<String> schedule = new ArrayList<>();

  PoolScript(String name) {
    this.name = name;
  }

  /** An attribute of the pool itself: {@code startMode}, {@code autoStart}, {@code queueLength}. */
  public PoolScript set(String attribute, String value) {
    own.put(attribute, value);
    return this;
  }

  /** Started with IIS, and never idle. */
  public PoolScript alwaysRunning() {
    return set("startMode", "AlwaysRunning").idleTimeout("00:00:00");
  }

  /** After how long without a request the process ends. */
  public PoolScript idleTimeout(String value) {
    return processModel("idleTimeout", value);
  }

  /** An attribute of {@code processModel}. */
  public PoolScript processModel(String attribute, String value) {
    processModel.put(attribute, value);
    return this;
  }

  /** An attribute of {@code recycling}. */
  public PoolScript recycling(String attribute, String value) {
    recycling.put(attribute, value);
    return this;
  }

  /** An attribute of {@code recycling/periodicRestart}. */
  public PoolScript periodicRestart(String attribute, String value) {
    periodicRestart.put(attribute, value);
    return this;
  }

  /** Recycled at these local times. */
  public PoolScript schedule(String... times) {
    schedule.addAll(List.of(times));
    return this;
  }

  /** An attribute of {@code failure}. */
  public PoolScript failure(String attribute, String value) {
    failure.put(attribute, value);
    return this;
  }

  Tag tag() {
    return tag(new Tag("add").set("name", name).setAll(own));
  }

  /** The same as the defaults of all pools. */
  Tag defaultsTag() {
    return tag(new Tag("applicationPoolDefaults").set("managedRuntimeVersion", "v4.0").setAll(own));
  }

  private Tag tag(Tag tag) {
    if (!processModel.isEmpty()) {
      tag.child("processModel").setAll(processModel);
    }
    Tag restart = new Tag("periodicRestart").setAll(periodicRestart);
    if (!schedule.isEmpty()) {
      Tag times = restart.child("schedule");
      schedule.forEach(time -> times.child("add", "value", time));
    }
    Tag recycled = new Tag("recycling").setAll(recycling);
    if (!restart.isBare()) {
      recycled.add(restart);
    }
    if (!recycled.isBare()) {
      tag.add(recycled);
    }
    if (!failure.isEmpty()) {
      tag.child("failure").setAll(failure);
    }
    return tag;
  }
}
