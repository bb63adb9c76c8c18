package io.github.frebscope.testing;

import java.util.Random;

/**
 * A small trace as a well-formed document whose markup is chosen at random: quotation marks, white
 * space in tags, comments, CDATA, processing instructions, references, prefixes, things between the
 * events. Some of its events are in IIS's own layout, so that the fast way of reading is tried too.
 */
public final class RandomLayout {
  private static final String EVENTS = "http://schemas.microsoft.com/win/2004/08/events/event";
  private static final String[] NAMES = {
    "HANDLER_CHANGED",
    "MODULE_SET_RESPONSE_ERROR_STATUS",
    "GENERAL_REQUEST_START",
    "GENERAL_REQUEST_END",
    "AUTH_START",
    "GENERAL_SEND_CUSTOM_ERROR"
  };

  private final Random random;
  private final StringBuilder out = new StringBuilder();
  private final boolean iisLayout;
  private final String newline;
  private final String freb;

  /** The next layout of a source of chance. */
  public RandomLayout(Random random) {
    this.random = random;
    iisLayout = random.nextInt(4) > 0;
    newline = one("\r\n", "\r\n", "\n", "");
    freb = one("freb", "freb", "f");
  }

  /** The document. */
  public String text() {
    out.append(one("", "\uFEFF"));
    out.append(
        one(
            "",
            "<?xml version=\"1.0\" encoding=\"UTF-8\" ?>\r\n<?xml-stylesheet type='text/xsl'?>",
            "<?xml version='1.0'?>"));
    out.append(one("", "", "<!-- saved <Event > </failedRequest> -->", "\n"));
    String root =
        iisLayout ? "failedRequest" : one("failedRequest", "failedRequest", "x:failedRequest");
    out.append('<').append(root).append(one(" ", "\r\n   "));
    attribute("url", "http://h.example/a?b=1&amp;c=&lt;d&gt;");
    attribute("siteId", "1");
    attribute("statusCode", "502.3");
    attribute("failureReason", "STATUS_CODE");
    attribute("xmlns:" + freb, "http://schemas.microsoft.com/win/2006/06/iis/freb");
    if (root.startsWith("x:")) {
      attribute("xmlns:x", "http://x.example/");
    }
    if (random.nextInt(5) == 0) {
      attribute("xmlns", EVENTS);
    }
    int events = random.nextInt(6);
    if (events == 0 && random.nextBoolean()) {
      return out.append("/>").append(one("", newline)).toString();
    }
    out.append(one(">", " >", ">" + newline));
    for (int i = 0; i < events; i++) {
      between();
      event(i);
    }
    between();
    out.append("</").append(root).append(one(">", ">", " >", "\r\n>"));
    return out.append(one("", "\r\n", "<!-- end -->", " <?end it?>\n")).toString();
  }

  private void between() {
    out.append(
        one(
            newline,
            newline,
            newline,
            newline,
            "<!-- <Event> </Event> </failedRequest> -->",
            newline + "<?pi x?>" + newline,
            "<![CDATA[ ]]>",
            "<![CDATA[<Event></Event>]]>",
            " text ",
            "\n\ntext",
            "\r\n\r\n  text\r\n",
            "\r\n <![CDATA[ x ]]>",
            "<foreign/>",
            "<foreign a='1'>x</foreign>",
            "<foreign>" + newline + "</foreign>"));
  }

  private void event(int number) {
    boolean iis = iisLayout && (number == 0 || random.nextBoolean());
    if (!iis && random.nextInt(8) == 0) {
      out.append(one("<Event/>", "<Event />", "<Event a='/>'/>", "<Event></Event>"));
      return;
    }
    String prefix = iis || iisLayout ? "" : one("", "", "e:");
    if (iis) {
      out.append("<Event xmlns=\"").append(EVENTS).append("\">").append("\r\n <System>");
    } else {
      out.append('<').append(prefix).append("Event");
      out.append(one("", " xmlns='" + EVENTS + "'", "\n  xmlns=\"" + EVENTS + "\" "));
      out.append(prefix.isEmpty() ? "" : " xmlns:e='" + EVENTS + "'");
      out.append(one(">", " >")).append(one("", newline, "<!-- </Event> -->"));
      out.append('<').append(prefix).append("System>");
    }
    system(prefix, number);
    out.append("</").append(prefix).append(one("System>", "System >"));
    out.append('<').append(prefix).append("EventData>").append(newline);
    for (int i = random.nextInt(3); i >= 0; i--) {
      out.append('<').append(prefix).append("Data ");
      attribute("Name", "ErrorCode" + i);
      out.append('>').append(value()).append("</").append(prefix).append(one("Data>", "Data\n>"));
    }
    out.append("</").append(prefix).append("EventData>");
    rendering(prefix);
    out.append(one("", "<?a b?>", "<unknown><Event2>x</Event2></unknown>"));
    out.append("</")
        .append(prefix)
        .append(iis ? one("Event>", "Event>", "Event >") : one("Event>", "Event\r\n>"));
  }

  private void system(String prefix, int number) {
    out.append('<').append(prefix).append("Provider ");
    attribute("Name", "WWW Server");
    attribute("Guid", "{3A2A4E84-4C21-4981-AE10-3FDA0D9B0F83}");
    out.append("/>");
    element(prefix, "EventID", "0");
    element(prefix, "Level", one("0", "4", "4", "5", "2", "0<!-- -->3", "&#51;", "<!-- 4 -->2"));
    element(prefix, "Opcode", "16");
    element(prefix, "Keywords", "0x100");
    out.append('<').append(prefix).append("TimeCreated ");
    attribute(
        "SystemTime",
        "2026-01-02T03:04:0"
            + (number + random.nextInt(2)) / 2
            + one(".006Z", ".006Z", "&#46;006Z"));
    out.append("/>");
    element(prefix, "Computer", "WEB1");
  }

  private void rendering(String prefix) {
    out.append('<').append(prefix).append("RenderingInfo ");
    attribute("Culture", "en-US");
    out.append('>').append(newline);
    String name = NAMES[random.nextInt(NAMES.length)];
    element(
        prefix,
        "Opcode",
        one(
            name,
            name,
            name,
            name.replace("_", "&#95;"),
            name.replaceFirst("_", "<!-- x -->_"),
            "<![CDATA[" + name + "]]>"));
    out.append('<').append(freb).append(":Description ");
    attribute("Data", "ErrorCode0");
    out.append('>').append(value()).append("</").append(freb).append(":Description>");
    out.append("</").append(prefix).append("RenderingInfo>");
  }

  private void element(String prefix, String name, String text) {
    out.append('<').append(prefix).append(name).append(one(">", ">", ">", " >"));
    out.append(text).append("</").append(prefix).append(name).append(one(">", ">", "\t>"));
    out.append(one("", newline, "<!-- <Level>1</Level> -->"));
  }

  private String value() {
    return one(
        "plain",
        "",
        "a&amp;b &lt;Event&gt; &quot;x&quot; &apos;y&apos;",
        "&#60;/Event&#x3E;",
        "<![CDATA[x & </Event> <Event > y]]>",
        "1<!-- </Event> <Event > -->2",
        "1<?pi a?>2",
        "line\r\nline\rline\n",
        "gr\u00F6\u00DFe \uD83D\uDE00",
        "a > b / 'c' \"d\"",
        "<![CDATA[a]]><![CDATA[b]]>c");
  }

  private void attribute(String name, String value) {
    String quote = one("\"", "\"", "'");
    out.append(name).append(one("=", "=", " = ")).append(quote).append(value).append(quote);
    out.append(one(" ", " ", "\r\n     "));
  }

  private String one(String... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
