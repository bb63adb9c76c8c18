package io.github.frebscope.doctor;

import io.github.frebscope.config.Setting;
import java.util.List;
import java.util.Objects;

/**
 * A setting to change.
 *
 * @param server the server
 * @param setting the setting as it is, its value as the configuration writes it
 * @param recommended the value to set, as the configuration writes it
 * @param why one sentence: what it does, and which evidence it rests on
 * @param appcmd the command of {@code appcmd} that sets it; empty when there is none
 * @param powershell the command of PowerShell that sets it; empty when there is none
 * @param explanations which verdicts it belongs to
 */
public record SettingAdvice(
    String server,
    Setting<String> setting,
    String recommended,
    String why,
    String appcmd,
    String powershell,
    List<Explanation> explanations) {
  /** Refuses nulls. */
  public SettingAdvice {
    Objects.requireNonNull(server, "server");
    Objects.requireNonNull(setting, "setting");
    Objects.requireNonNull(recommended, "recommended");
    Objects.requireNonNull(why, "why");
    Objects.requireNonNull(appcmd, "appcmd");
    Objects.requireNonNull(powershell, "powershell");
    explanations = List.copyOf(explanations);
  }
}
