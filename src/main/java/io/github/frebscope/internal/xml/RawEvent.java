package io.github.frebscope.internal.xml;

import java.util.ArrayList;
import java.util.List;

/**
 * The texts of one event as they stand in the file, unread. One object is filled again and again,
 * so whoever gets it takes what it needs before it returns. Texts that are absent are empty.
 */
public final class RawEvent {
  /** The 0-based number among the event elements of the file. */
  public int index;

  /** Where the start tag begins, in bytes from the start of the file. */
  public long offset;

  /** Attributes of Provider. */
  public String providerName;

  public String providerGuid;

  /** Texts of the children of System. */
  public String eventId;

  public String version;
  public String level;
  public String opcode;
  public String keywords;
  public String computer;

  /** TimeCreated's SystemTime. */
  public String systemTime;

  /** Attributes of Correlation. */
  public String activityId;

  public String relatedActivityId;

  /** Attributes of Execution. */
  public String processId;

  public String threadId;

  /** RenderingInfo: its Culture, its Opcode, its keywords. */
  public String culture;

  public String name;
  public final List<String> keywordTexts = new ArrayList<>();

  /** ExtendedTracingInfo's EventGuid. */
  public String eventGuid;

  /** Names and values of Data, in turn. */
  public final List<String> data = new ArrayList<>();

  /** Names and texts of freb:Description, in turn. */
  public final List<String> descriptions = new ArrayList<>();

  RawEvent() {
    clear();
  }

  void clear() {
    index = -1;
    offset = -1;
    providerName = "";
    providerGuid = "";
    eventId = "";
    version = "";
    level = "";
    opcode = "";
    keywords = "";
    computer = "";
    systemTime = "";
    activityId = "";
    relatedActivityId = "";
    processId = "";
    threadId = "";
    culture = "";
    name = "";
    eventGuid = "";
    keywordTexts.clear();
    data.clear();
    descriptions.clear();
  }
}
