package io.github.frebscope.config;

import io.github.frebscope.internal.text.Texts;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * A server farm of Application Request Routing.
 *
 * @param name its name, which stands for the host in rewritten URLs
 * @param enabled whether it is in use
 * @param members its servers
 * @param timeout how long ARR waits for an answer ({@code protocol@timeout}), by schema 30 s
 * @param healthUrl the URL that is tested; an empty text is no test
 * @param healthInterval how often
 * @param healthTimeout how long a test may take
 * @param healthResponseMatch what the answer must hold
 * @param minimumServers how many members stay in use although unhealthy
 */
public record WebFarm(
    String name,
    Setting<Boolean> enabled,
    List<Member> members,
    Setting<Duration> timeout,
    Setting<String> healthUrl,
    Setting<Duration> healthInterval,
    Setting<Duration> healthTimeout,
    Setting<String> healthResponseMatch,
    Setting<Integer> minimumServers) {
  /** Refuses nulls. */
  public WebFarm {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(enabled, "enabled");
    Objects.requireNonNull(timeout, "timeout");
    Objects.requireNonNull(healthUrl, "healthUrl");
    Objects.requireNonNull(healthInterval, "healthInterval");
    Objects.requireNonNull(healthTimeout, "healthTimeout");
    Objects.requireNonNull(healthResponseMatch, "healthResponseMatch");
    Objects.requireNonNull(minimumServers, "minimumServers");
    members = List.copyOf(members);
  }

  /**
   * A member of a farm.
   *
   * @param address its host name or address
   * @param enabled whether it is in use
   * @param httpPort its port for http
   * @param httpsPort its port for https
   */
  public record Member(String address, Setting<Boolean> enabled, int httpPort, int httpsPort) {
    /** Refuses nulls. */
    public Member {
      Objects.requireNonNull(address, "address");
      Objects.requireNonNull(enabled, "enabled");
    }
  }

  /** {@code shopfarm: 10.0.0.1, 10.0.0.2; time-out 00:00:30}: one line. */
  @Override
  public String toString() {
    List<String> addresses = members.stream().map(Member::address).toList();
    return Texts.shown(name + ": " + String.join(", ", addresses))
        + "; time-out "
        + ConfigText.of(timeout)
        + (enabled.value() ? "" : ", off");
  }
}
