package io.github.frebscope.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CauseTest {
  @Test
  void says_when_one_trace_cannot_show_it() {
    assertThat(Causes.find("APP_HANG").orElseThrow().needs()).contains("several traces");
    assertThat(Causes.find("TIMEOUT_RECEIVE").orElseThrow().needs()).isEmpty();
    assertThat(Cause.builder("ACME", "it failed").build().needs()).isEmpty();
    assertThat(Cause.builder("ACME", "it failed").needs("a dump").build().needs())
        .contains("a dump");
  }

  @Test
  void what_a_cause_is_taken_for_is_a_cause_itself() {
    for (Cause cause : Causes.all()) {
      assertThat(cause.confusions())
          .as("%s", cause.id())
          .allSatisfy(c -> assertThat(Causes.find(c.other())).as(c.other()).isPresent());
    }
  }
}
