package io.github.frebscope.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.frebscope.trace.MeasuredTime;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TimeLimitsTest {
  private static final TimeLimits STANDARD = TimeLimits.standard();

  private static MeasuredTime ms(long millis) {
    return MeasuredTime.of(Duration.ofMillis(millis));
  }

  @Test
  void defaults() {
    assertThat(STANDARD.get("arr-farm").length()).isEqualTo(Duration.ofSeconds(30));
    assertThat(STANDARD.get("tcp-connect").length()).isEqualTo(Duration.ofSeconds(21));
    assertThat(STANDARD.get("ancm-request").length()).isEqualTo(Duration.ofMinutes(2));
    assertThat(STANDARD.get("cgi").length()).isEqualTo(Duration.ofMinutes(15));
    assertThat(STANDARD.get("arr-farm"))
        .hasToString("30 s, the time-out of an ARR server farm by default");
    assertThat(STANDARD.get("tcp-connect"))
        .hasToString("21 s, Windows' time-out of a TCP connection attempt");
  }

  /** 29,889 ms stand in Microsoft's example of a farm's time-out of 30 s. */
  @Test
  void a_silence_matches_within_what_was_seen() {
    assertThat(STANDARD.matching(ms(29_889), "arr-farm")).isPresent();
    assertThat(STANDARD.matching(ms(30_047), "tcp-connect", "arr-farm"))
        .contains(STANDARD.get("arr-farm"));
    assertThat(STANDARD.matching(ms(122_047), "arr-proxy")).isPresent();
    assertThat(STANDARD.matching(ms(24_000), "tcp-connect", "arr-farm")).isEmpty();
    assertThat(STANDARD.matching(ms(29_400), "arr-farm")).isEmpty();
    assertThat(STANDARD.matching(ms(31_600), "arr-farm")).isEmpty();
  }

  @Test
  void a_silence_is_surely_below_only_without_the_error() {
    assertThat(STANDARD.get("arr-farm").isAbove(ms(29_480))).isTrue();
    assertThat(STANDARD.get("arr-farm").isAbove(ms(29_490))).isFalse();
  }

  @Test
  void a_configured_value_replaces_one_default() {
    TimeLimits ours = STANDARD.with("arr-farm", Duration.ofMillis(61_500));
    assertThat(ours.get("arr-farm")).hasToString("61500 ms, the time-out of an ARR server farm");
    assertThat(ours.matching(ms(61_547), "arr-farm")).isPresent();
    assertThat(ours.matching(ms(30_047), "arr-farm")).isEmpty();
    assertThat(ours.get("arr-proxy")).isEqualTo(STANDARD.get("arr-proxy"));
    assertThat(STANDARD.get("arr-farm").isDefault()).isTrue();
  }

  @Test
  void nonsense_is_refused() {
    assertThatThrownBy(() -> STANDARD.with("arr", Duration.ofSeconds(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("no time limit is called 'arr'; there are arr-farm, arr-proxy, ");
    assertThatThrownBy(() -> STANDARD.with("cgi", Duration.ZERO))
        .hasMessage("the time limit cgi must be more than 0");
    assertThatThrownBy(() -> STANDARD.get("x")).isInstanceOf(IllegalArgumentException.class);
  }
}
