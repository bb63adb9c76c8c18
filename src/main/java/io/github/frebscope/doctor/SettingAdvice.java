package io.github.frebscope.doctor;

import io.github.frebscope.config.Setting;
import io.github.frebscope.internal.text.Texts;
import java.util.List;
import java.util.Objects;

/**
 * A setting to change.
 *
 * @param server the server
 * @param setting the setting as it is, its value as the configuration writes it
 * @param recommended the value to set, as the configuration writes it
 * @param why what it does: the same on every server that needs the same change
 * @param seen the evidence of this server that it rests on: {@code 2 cold first requests, ...};
 *     empty when {@code why} says all
 * @param appcmd the command of {@code appcmd} that sets it; empty when there is none
 * @param powershell the command of PowerShell that sets it; empty when there is none
 * @param explanations which verdicts it belongs to
 */
public record SettingAdvice(
    String server,
    Setting<String> setting,
    String recommended,
    String why,
    String seen,
    String appcmd,
    String powershell,
    List<Explanation> explanations) {
  /** Refuses nulls. */
  public SettingAdvice {
    Objects.requireNonNull(server, "server");
    Objects.requireNonNull(setting, "setting");
    Objects.requireNonNull(recommended, "recommended");
    Objects.requireNonNull(why, "why");
    Objects.requireNonNull(seen, "seen");
    Objects.requireNonNull(appcmd, "appcmd");
    Objects.requireNonNull(powershell, "powershell");
    explanations = List.copyOf(explanations);
  }

  /** One whose {@code why} says all, on every server the same. */
  public SettingAdvice(
      String server,
      Setting<String> setting,
      String recommended,
      String why,
      String appcmd,
      String powershell,
      List<Explanation> explanations) {
    this(server, setting, recommended, why, "", appcmd, powershell, explanations);
  }

  /** {@code web01: startMode: OnDemand -> AlwaysRunning}: one line. */
  @Override
  public String toString() {
    return Texts.shown(
        server + ": " + setting.attribute() + ": " + setting.value() + " -> " + recommended);
  }
}
