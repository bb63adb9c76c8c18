package io.github.frebscope.testing.farm;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** An export of a Windows event log, as wevtutil writes it with {@code /f:RenderedXml}. */
final class EventLogScript {
  private final String channel;
  private final List<Entry> entries = new ArrayList<>();

  private record Entry(Instant time, String source, int id, String pool, String message) {}

  EventLogScript(String channel) {
    this.channel = channel;
  }

  void add(Instant time, String source, int id, String pool, String message) {
    entries.add(new Entry(time, source, id, pool, message));
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  String text(String computer) {
    List<Entry> sorted = new ArrayList<>(entries);
    sorted.sort(Comparator.comparing(Entry::time));
    StringBuilder out = new StringBuilder("<Events>\r\n");
    int record = 48_211;
    for (Entry entry : sorted) {
      String message = Tag.escape(entry.message);
      out.append("<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System>")
          .append("<Provider Name='")
          .append(Tag.escape(entry.source))
          .append("'/><EventID Qualifiers='16384'>")
          .append(entry.id)
          .append("</EventID><Version>0</Version><Level>4</Level><Task>0</Task><Opcode>0</Opcode>")
          .append("<Keywords>0x80000000000000</Keywords><TimeCreated SystemTime='")
          .append(entry.time)
          .append("'/><EventRecordID>")
          .append(record++)
          .append("</EventRecordID><Correlation/><Execution ProcessID='0' ThreadID='0'/><Channel>")
          .append(channel)
          .append("</Channel><Computer>")
          .append(Tag.escape(computer))
          .append("</Computer><Security/></System><EventData><Data Name='AppPoolID'>")
          .append(Tag.escape(entry.pool))
          .append("</Data></EventData><RenderingInfo Culture='en-US'><Message>")
          .append(message)
          .append("</Message><Level>Information</Level></RenderingInfo></Event>\r\n");
    }
    return out.append("</Events>\r\n").toString();
  }
}
