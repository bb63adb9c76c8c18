package io.github.frebscope.config;

import java.util.List;
import java.util.Objects;

/**
 * What an administrator can do about a setting. Nothing here is ever run.
 *
 * @param sentence what to do, one sentence for people
 * @param appcmd lines for an elevated command prompt on the server, in their order; empty when
 *     appcmd cannot do it
 * @param powerShell lines for an elevated PowerShell with the module WebAdministration, which do
 *     the same; empty when there are none
 */
public record Remedy(String sentence, List<String> appcmd, List<String> powerShell) {
  /** Refuses nulls. */
  public Remedy {
    Objects.requireNonNull(sentence, "sentence");
    appcmd = List.copyOf(appcmd);
    powerShell = List.copyOf(powerShell);
  }

  /** The sentence. */
  @Override
  public String toString() {
    return sentence;
  }
}
