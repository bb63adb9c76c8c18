package io.github.frebscope.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Known answers of the reader of exported event logs. */
class WindowsEventsTest {
  private static final LogOptions BERLIN =
      LogOptions.defaults().withZone(ZoneId.of("Europe/Berlin"));
  private static final String IDLE =
      "A worker process with process id of '4120' serving application pool 'Tickets & Co' was"
          + " shutdown due to inactivity.";
  private static final String EVENT =
      "<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System>"
          + "<Provider Name='Microsoft-Windows-WAS' Guid='{0}' EventSourceName='WAS'/>"
          + "<EventID Qualifiers='16384'>5186</EventID><Version>0</Version>"
          + "<TimeCreated SystemTime='2026-02-23T08:10:01.123456700Z'/>"
          + "<EventRecordID>77</EventRecordID><Channel>System</Channel>"
          + "<Computer>WEB03.mosaic.example</Computer><Security/></System>"
          + "<EventData><Data Name='ProcessID'>4120</Data>"
          + "<Data Name='AppPoolID'>Tickets &amp; Co</Data><Binary>00</Binary></EventData>";
  private static final String RENDERED =
      "<RenderingInfo Culture='en-US'><Message>"
          + IDLE.replace("&", "&amp;")
          + "</Message><Level>Information</Level></RenderingInfo>";

  @TempDir Path folder;
  private final List<WindowsEvent> events = new ArrayList<>();

  private LogFile read(String text, Charset charset, LogOptions options) throws IOException {
    Path file = folder.resolve("events.txt");
    Files.write(file, text.getBytes(charset));
    events.clear();
    return WindowsEvents.read(file, options, events::add);
  }

  private LogFile read(String text) throws IOException {
    return read(text, StandardCharsets.UTF_8, LogOptions.defaults());
  }

  private void assertIdleStop() {
    WindowsEvent event = events.get(0);
    assertThat(event.id()).isEqualTo(5186);
    assertThat(event.source()).isEqualTo("Microsoft-Windows-WAS");
    assertThat(event.time()).isEqualTo(Instant.parse("2026-02-23T08:10:01.1234567Z"));
    assertThat(event.computer()).contains("WEB03.mosaic.example");
    assertThat(event.pool()).contains("Tickets & Co");
    assertThat(KnownEvent.of(event).map(KnownEvent::kind)).contains(KnownEvent.Kind.IDLE_STOP);
  }

  @Test
  void xml_without_a_common_root() throws IOException {
    LogFile file = read(EVENT + "</Event>\r\n" + EVENT + RENDERED + "</Event>");
    assertThat(file.lines()).isEqualTo(2);
    assertThat(file.isWhole()).isTrue();
    assertThat(file.last()).contains(Instant.parse("2026-02-23T08:10:01.123Z"));
    assertIdleStop();
    assertThat(events.get(0).message()).isEqualTo("4120 Tickets & Co");
    assertThat(events.get(1).message()).isEqualTo(IDLE);
  }

  @Test
  void xml_with_a_root_in_any_encoding() throws IOException {
    String xml =
        "<?xml version=\"1.0\" encoding=\"utf-8\" standalone=\"yes\"?>\n<Events>"
            + EVENT
            + RENDERED
            + "</Event></Events>";
    read(xml);
    assertIdleStop();
    read("\uFEFF" + xml);
    assertIdleStop();
    read(xml, StandardCharsets.UTF_16, LogOptions.defaults());
    assertIdleStop();
  }

  @Test
  void a_broken_event_costs_one_event() throws IOException {
    LogFile file =
        read(
            EVENT
                + "</Event>\n"
                + EVENT.replace("</Computer>", "</Comp>")
                + "</Event>\n"
                + EVENT // without end
                + "\n"
                + EVENT
                + "</Event>\n"
                + EVENT.replace("5186", "x")
                + "</Event>\n"
                + EVENT.substring(0, 50));
    assertThat(file.lines()).isEqualTo(2);
    assertThat(file.damaged()).isEqualTo(4);
    assertThat(file.problems()).extracting(LogProblem::line).containsExactly(2L, 3L, 5L, 6L);
  }

  @Test
  void csv_of_the_event_viewer() throws IOException {
    String csv =
        "Level,Date and Time,Source,Event ID,Task Category\r\n"
            + "Information,2/23/2026 9:10:01 AM,Microsoft-Windows-WAS,5186,None,\"A worker process"
            + " serving application pool 'Tickets' was \"\"shut down\"\"\r\ndue to inactivity.\"\r\n"
            + "Error,2/23/2026 12:30:00 PM,Microsoft-Windows-WAS,5002,None,x\r\n"
            + "Error,2/3/2026 12:30:00 AM,Microsoft-Windows-WAS,5002,None,x\r\n";
    LogFile file = read(csv, StandardCharsets.UTF_8, BERLIN);
    assertThat(file.isWhole()).isTrue();
    assertThat(events)
        .extracting(e -> e.time().toString())
        .containsExactly("2026-02-23T08:10:01Z", "2026-02-23T11:30:00Z", "2026-02-02T23:30:00Z");
    assertThat(events.get(0).message())
        .isEqualTo(
            "A worker process serving application pool 'Tickets' was \"shut down\"\r\ndue to"
                + " inactivity.");
    assertThat(events.get(0).pool()).contains("Tickets");
    assertThatExceptionOfType(LogFormatException.class)
        .isThrownBy(() -> read(csv))
        .withMessageContaining("withZone");
  }

  @ParameterizedTest
  @CsvSource({
    "23.02.2026 09:10:01, 2026-02-23T08:10:01Z",
    "23/02/2026 09:10:01, 2026-02-23T08:10:01Z",
    "23-2-2026 09:10:01, 2026-02-23T08:10:01Z",
    "23.2.2026 9.10.01, 2026-02-23T08:10:01Z",
    "2026-02-23 09:10:01, 2026-02-23T08:10:01Z",
    "2026/02/23 9:10:01, 2026-02-23T08:10:01Z",
    "23/02/2026 9:10:01 p.m., 2026-02-23T20:10:01Z",
    "2026-02-23T09:10:01.5+05:00, 2026-02-23T04:10:01.500Z",
    "7/23/2026 9:10:01 AM, 2026-07-23T07:10:01Z",
  })
  void times_of_cultures(String written, String instant) throws IOException {
    read(
        "Ebene;Datum und Uhrzeit;Quelle;Ereignis-ID;Aufgabenkategorie\nFehler;"
            + written
            + ";Microsoft-Windows-WAS;5002;Keine;x\n",
        StandardCharsets.UTF_8,
        BERLIN);
    assertThat(events).extracting(e -> e.time().toString()).containsExactly(instant);
  }

  @Test
  void a_date_that_may_be_two_days_is_refused() {
    String csv =
        """
        Level,Date and Time,Source,Event ID,Task Category
        Error,2/3/2026 10:00:00,Microsoft-Windows-WAS,5002,None,x
        """;
    assertThatExceptionOfType(LogFormatException.class)
        .isThrownBy(() -> read(csv, StandardCharsets.UTF_8, BERLIN))
        .withMessageContaining("day from the month");
    assertThatExceptionOfType(LogFormatException.class)
        .isThrownBy(
            () ->
                read(
                    csv.replace("2/3/2026", "13/3/2026") + csv.replace("2/3/2026", "3/13/2026"),
                    StandardCharsets.UTF_8,
                    BERLIN))
        .withMessageContaining("day from the month");
  }

  @Test
  void csv_of_powershell() throws IOException {
    LogFile file =
        read(
            """
            #TYPE System.Diagnostics.Eventing.Reader.EventLogRecord
            "Message","Id","ProviderName","MachineName","TimeCreated","LevelDisplayName"
            "line one
            line, two","1000","Application Error","WEB03","2026-02-23T09:10:01.0000000+01:00","Error"
            "no time","1000","Application Error","WEB03","never","Error"
            """);
    assertThat(file.lines()).isEqualTo(1);
    assertThat(file.damaged()).isEqualTo(1);
    assertThat(file.problems().get(0).line()).isEqualTo(5);
    assertThat(events.get(0).time()).isEqualTo(Instant.parse("2026-02-23T08:10:01Z"));
    assertThat(events.get(0).computer()).contains("WEB03");
    assertThat(events.get(0).message()).isEqualTo("line one\nline, two");
    assertThat(events.get(0).pool()).isEmpty();
  }

  @Test
  void what_is_no_export_is_refused_with_a_remedy() {
    assertThatExceptionOfType(LogFormatException.class)
        .isThrownBy(() -> read("ElfFile\0\0\0"))
        .withMessageContaining("wevtutil qe");
    assertThatExceptionOfType(LogFormatException.class)
        .isThrownBy(() -> read("hello ".repeat(50_000)))
        .withMessageContaining("wevtutil qe");
  }

  @Test
  void cut_anywhere_it_never_throws() throws IOException {
    String xml = EVENT + "</Event>\r\n" + EVENT + RENDERED + "</Event>";
    long before = 0;
    for (int cut = 2; cut <= xml.length(); cut++) {
      long lines = read(xml.substring(0, cut)).lines();
      assertThat(lines).isBetween(before, before + 1);
      before = lines;
    }
    assertThat(before).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "Microsoft-Windows-WAS, 5002, POOL_DISABLED",
    "WAS, 5186, IDLE_STOP",
    "was, 5079, RECYCLE",
    "Microsoft-Windows-WAS, 5117, RECYCLE",
    "Microsoft-Windows-WAS, 5009, CRASH",
    "Microsoft-Windows-WAS, 5010, CRASH",
    "Microsoft-Windows-WAS, 5011, CRASH",
    "Microsoft-Windows-WAS, 5013, SHUTDOWN_TIMEOUT",
    "Microsoft-Windows-WAS, 5189, START_FAILED",
    "IIS AspNetCore Module V2, 1000, ANCM_START_FAILED",
    "IIS Express AspNetCore Module V2, 1001, ANCM_STARTED",
    "Application Error, 1000, CRASH",
  })
  void known_events(String source, int id, KnownEvent.Kind kind) {
    assertThat(KnownEvent.of(source, id).map(KnownEvent::kind)).contains(kind);
  }

  @Test
  void a_crash_of_another_program_is_none_of_ours() {
    Instant time = Instant.parse("2026-02-23T08:10:01Z");
    WindowsEvent ours =
        new WindowsEvent(
            "e", time, "Application Error", 1000, Optional.empty(), "name: W3WP.EXE, 10");
    WindowsEvent other =
        new WindowsEvent(
            "e", time, "Application Error", 1000, Optional.empty(), "name: calc.exe, 10");
    assertThat(KnownEvent.of(ours).map(KnownEvent::kind)).contains(KnownEvent.Kind.CRASH);
    assertThat(KnownEvent.of(other)).isEmpty();
    assertThat(KnownEvent.of("Somebody", 1)).isEmpty();
  }
}
