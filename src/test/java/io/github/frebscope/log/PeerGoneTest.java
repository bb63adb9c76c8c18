package io.github.frebscope.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeerGoneTest {
  @ParameterizedTest
  @CsvSource({
    "64, true",
    "995, true",
    "1229, true",
    "1236, true",
    "0, false",
    "-, false",
    "5, false",
    "12002, false",
    "65, false",
  })
  void a_line_and_its_row_say_whether_who_asked_was_gone(String win32, boolean gone)
      throws IOException {
    String log =
        LogText.HEADER
            + "2026-02-23 08:12:35 10.60.0.5 GET /home - 443 - 10.60.0.9 - - 200 0 "
            + win32
            + " 35417\n";
    List<Boolean> told = new ArrayList<>();
    W3cLog.read(
        "a.log",
        new ByteArrayInputStream(log.getBytes(StandardCharsets.UTF_8)),
        LogOptions.defaults(),
        row -> {
          told.add(row.isPeerGone());
          told.add(row.line().isPeerGone());
        });
    assertThat(told).containsExactly(gone, gone);
  }
}
