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

  /** The reasons: one, unless the servers' evidence differs. */
  List<String> why() {
    return distinct(SettingAdvice::why);
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
