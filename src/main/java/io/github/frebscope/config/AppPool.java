package io.github.frebscope.config;

import io.github.frebscope.internal.text.Texts;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;

/**
 * An application pool with the settings in force. Names and defaults are those of IIS's schema.
 *
 * @param name its name
 * @param autoStart whether it starts with IIS
 * @param startMode {@code OnDemand} or {@code AlwaysRunning}
 * @param queueLength how many requests http.sys keeps waiting
 * @param identityType who it runs as
 * @param maxProcesses more than 1 is a web garden
 * @param idleTimeout after how long without a request the process ends; zero is never
 * @param idleTimeoutAction {@code Terminate} or {@code Suspend}
 * @param startupTimeLimit how long a process may take to start
 * @param shutdownTimeLimit how long a process may take to end
 * @param recycleTime {@code periodicRestart@time}, by schema 29 hours; zero is never
 * @param recycleRequests after so many requests; 0 is never
 * @param recycleMemoryKb at so much virtual memory, in KB; 0 is never
 * @param recyclePrivateMemoryKb at so much private memory, in KB; 0 is never
 * @param recycleSchedule at these local times of the day
 * @param disallowOverlappingRotation whether the old process ends before the new one starts
 * @param logEventOnRecycle which recycles are written to the System log, as written
 * @param rapidFailProtection whether crashes disable the pool
 * @param rapidFailMaxCrashes so many within the interval
 * @param rapidFailInterval the interval
 * @param loadBalancerCapabilities {@code HttpLevel} or {@code TcpLevel}
 */
public record AppPool(
    String name,
    Setting<Boolean> autoStart,
    Setting<String> startMode,
    Setting<Integer> queueLength,
    Setting<String> identityType,
    Setting<Integer> maxProcesses,
    Setting<Duration> idleTimeout,
    Setting<String> idleTimeoutAction,
    Setting<Duration> startupTimeLimit,
    Setting<Duration> shutdownTimeLimit,
    Setting<Duration> recycleTime,
    Setting<Long> recycleRequests,
    Setting<Long> recycleMemoryKb,
    Setting<Long> recyclePrivateMemoryKb,
    List<Setting<LocalTime>> recycleSchedule,
    Setting<Boolean> disallowOverlappingRotation,
    Setting<String> logEventOnRecycle,
    Setting<Boolean> rapidFailProtection,
    Setting<Integer> rapidFailMaxCrashes,
    Setting<Duration> rapidFailInterval,
    Setting<String> loadBalancerCapabilities) {
  /** Refuses a null name. */
  public AppPool {
    Objects.requireNonNull(name, "name");
    recycleSchedule = List.copyOf(recycleSchedule);
  }

  /** {@code Shop: OnDemand, idle time-out 00:20:00, recycle 1.05:00:00}: one line. */
  @Override
  public String toString() {
    return Texts.shown(name)
        + ": "
        + startMode.value()
        + ", idle time-out "
        + ConfigText.of(idleTimeout)
        + ", recycle "
        + ConfigText.of(recycleTime);
  }
}
