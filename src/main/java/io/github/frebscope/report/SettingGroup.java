package io.github.frebscope.report;

import io.github.frebscope.config.Setting;
import io.github.frebscope.doctor.Explanation;
import io.github.frebscope.doctor.SettingAdvice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The same change of a setting on one server or several. */
final class SettingGroup {
  private final List<SettingAdvice> advice;

  private SettingGroup(List<SettingAdvice> advice) {
    this.advice = advice;
  }

  private record Key(
      String file, String element, String attribute, String value, String recommended) {}

  /** The groups in the order of their first advice. */
  static List<SettingGroup> of(List<SettingAdvice> settings) {
    Map<Key, List<SettingAdvice>> groups = new LinkedHashMap<>();
    for (SettingAdvice advice : settings) {
      Setting<String> setting = advice.setting();
      Key key =
          new Key(
              setting.file(),
              setting.element(),
              setting.attribute(),
              setting.value(),
              advice.recommended());
      groups.computeIfAbsent(key, none -> new ArrayList<>()).add(advice);
    }
    return groups.values().stream().map(SettingGroup::new).toList();
  }

  Setting<String> setting() {
    return advice.get(0).setting();
  }

  String recommended() {
    return advice.get(0).recommended();
  }

  List<String> servers() {
    return distinct(SettingAdvice::server);
  }

  /** What it does: one, unless the servers' configurations differ. */
  List<String> why() {
    return distinct(SettingAdvice::why);
  }

  /** {@code Seen on web01 and web02: 2 cold first requests}; servers that saw the same together. */
  List<String> seen() {
    Map<String, List<String>> servers = new LinkedHashMap<>();
    for (SettingAdvice one : advice) {
      if (!one.seen().isEmpty()) {
        servers.computeIfAbsent(one.seen(), none -> new ArrayList<>()).add(one.server());
      }
    }
    boolean isOne = servers().size() == 1;
    return servers.entrySet().stream()
        .map(e -> (isOne ? "Seen: " : "Seen on " + list(e.getValue()) + ": ") + e.getKey())
        .toList();
  }

  private static String list(List<String> names) {
    int last = names.size() - 1;
    return last == 0
        ? names.get(0)
        : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
  }

  List<String> appcmd() {
    return distinct(SettingAdvice::appcmd);
  }

  List<String> powershell() {
    return distinct(SettingAdvice::powershell);
  }

  List<Explanation> explanations() {
    return advice.stream().flatMap(a -> a.explanations().stream()).distinct().toList();
  }

  private List<String> distinct(Function<SettingAdvice, String> part) {
    return advice.stream().map(part).filter(text -> !text.isEmpty()).distinct().toList();
  }
}
