package io.github.frebscope.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class NotificationTest {
  @Test
  void is_the_set_of_values_that_traces_hold() {
    assertThat(ValueSets.get("RQ_NOTIFICATION").keySet())
        .containsExactlyElementsOf(
            Arrays.stream(Notification.values()).map(Notification::mask).toList());
    assertThat(ValueSets.get("RQ_NOTIFICATION").values())
        .containsExactlyElementsOf(
            Arrays.stream(Notification.values()).map(Notification::printedName).toList());
  }

  @Test
  void finds_by_number() {
    assertThat(Notification.of(0)).contains(Notification.PRE_BEGIN_REQUEST);
    assertThat(Notification.of(128)).contains(Notification.EXECUTE_REQUEST_HANDLER);
    assertThat(Notification.of(536870912)).contains(Notification.SEND_RESPONSE);
    assertThat(Notification.of(2147483648L)).contains(Notification.MAP_PATH);
  }

  @Test
  void combinations_and_unknown_numbers_are_empty() {
    assertThat(Notification.of(3)).isEmpty();
    assertThat(Notification.of(0x1000)).isEmpty();
    assertThat(Notification.of(-1)).isEmpty();
  }

  @Test
  void one_prints_differently() {
    assertThat(Notification.of(0x20)).contains(Notification.ACQUIRE_REQUEST_STATE);
    assertThat(Notification.ACQUIRE_REQUEST_STATE.printedName()).isEqualTo("REQUEST_ACQUIRE_STATE");
    assertThat(Arrays.stream(Notification.values()).filter(n -> !n.printedName().equals(n.name())))
        .containsExactly(Notification.ACQUIRE_REQUEST_STATE);
  }

  @Test
  void is_in_the_order_of_the_pipeline() {
    assertThat(Notification.BEGIN_REQUEST).isLessThan(Notification.MAP_REQUEST_HANDLER);
    assertThat(Notification.EXECUTE_REQUEST_HANDLER).isLessThan(Notification.END_REQUEST);
    assertThat(Arrays.stream(Notification.values()).map(Notification::mask)).isSorted();
  }
}
