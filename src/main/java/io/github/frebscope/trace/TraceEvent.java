package io.github.frebscope.trace;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * One event of a trace, complete: what happened, when, who said so, and its data.
 *
 * <p>An event's identity is its provider, its event GUID and its opcode. The name is a convenience
 * that agrees with them; the numeric {@code EventID} is 0 in every event IIS writes.
 *
 * <p>Immutable and safe for use by several threads. Made by {@link #builder()}.
 */
public final class TraceEvent {
  private static final int LONGEST_SHOWN = 80;

  private final int index;
  private final long offset;
  private final Instant time;
  private final String provider;
  private final String providerGuid;
  private final String eventGuid;
  private final int eventId;
  private final int version;
  private final int level;
  private final int opcode;
  private final long keywords;
  private final List<String> keywordTexts;
  private final String area;
  private final String name;
  private final EventOrigin origin;
  private final int requestDepth;
  private final List<DataField> data;
  private final List<DataField> descriptions;

  private TraceEvent(Builder b) {
    index = b.index;
    offset = b.offset;
    time = Objects.requireNonNull(b.time, "time");
    provider = b.provider;
    providerGuid = b.providerGuid;
    eventGuid = b.eventGuid;
    eventId = b.eventId;
    version = b.version;
    level = b.level;
    opcode = b.opcode;
    keywords = b.keywords;
    keywordTexts = List.copyOf(b.keywordTexts);
    area = b.area;
    name = b.name;
    origin = b.origin;
    requestDepth = b.requestDepth;
    data = List.copyOf(b.data);
    descriptions = List.copyOf(b.descriptions);
  }

  /** A builder with empty texts, zeros and no data; it needs a time. */
  public static Builder builder() {
    return new Builder();
  }

  /** The 0-based number of the event among all complete events of its file, in document order. */
  public int index() {
    return index;
  }

  /** Where the event's start tag begins, in bytes from the start of the file. */
  public long offset() {
    return offset;
  }

  /**
   * When it happened, in UTC, as written. IIS's clock ticks every 10 to 16 ms, so most neighbours
   * carry the same time; document order is the order. An event whose stamp cannot be read carries
   * the time of the event before it, the first ones that of the next that can be read, and the
   * trace has a diagnostic. {@link Instant#EPOCH} when no stamp can be read.
   */
  public Instant time() {
    return time;
  }

  /** The provider's name, for example {@code WWW Server}; empty when IIS did not know it. */
  public String provider() {
    return provider;
  }

  /** The provider's GUID in braces as written, empty when missing. */
  public String providerGuid() {
    return providerGuid;
  }

  /** The GUID, in braces, of the area's class of events; empty when missing. */
  public String eventGuid() {
    return eventGuid;
  }

  /** {@code EventID} as written: 0 in every event IIS writes. */
  public int eventId() {
    return eventId;
  }

  /** The version of the event's layout. */
  public int version() {
    return version;
  }

  /** 0 always recorded, 1 critical, 2 error, 3 warning, 4 information, 5 verbose; -1 unreadable. */
  public int level() {
    return level;
  }

  /** Whether the level is critical, error or warning. */
  public boolean isWarningOrWorse() {
    return level >= 1 && level <= 3;
  }

  /** The event's number inside its event GUID; -1 when unreadable. */
  public int opcode() {
    return opcode;
  }

  /** The area mask. Its meaning depends on the provider. */
  public long keywords() {
    return keywords;
  }

  /** The area names that IIS printed, as configured on that server; often empty. */
  public List<String> keywordTexts() {
    return keywordTexts;
  }

  /**
   * The area the event belongs to, by its GUIDs, else its mask, else the printed name.
   *
   * @return empty for events that belong to no area, such as GENERAL_REQUEST_START
   */
  public Optional<String> area() {
    return area.isEmpty() ? Optional.empty() : Optional.of(area);
  }

  /** The event's name, for example {@code NOTIFY_MODULE_START}; empty when IIS wrote none. */
  public String name() {
    return name;
  }

  /** Whether the event has that name, exactly. */
  public boolean is(String eventName) {
    return name.equals(eventName);
  }

  /** Server, process, ids and language. */
  public EventOrigin origin() {
    return origin;
  }

  /** 0 in the request itself, 1 in a child request that it started, 2 in a child of that. */
  public int requestDepth() {
    return requestDepth;
  }

  /** The data in the order of the file. Names need not be unique. */
  public List<DataField> data() {
    return data;
  }

  /** IIS's texts for values, by the name of the data they explain, in the order of the file. */
  public List<DataField> descriptions() {
    return descriptions;
  }

  /** The value of the first data of that name, exactly; empty when there is none. */
  public Optional<String> data(String dataName) {
    return find(data, dataName);
  }

  /** The first data of that name as an unsigned decimal; empty when missing or no such number. */
  public OptionalLong number(String dataName) {
    for (DataField field : data) {
      if (field.name().equals(dataName)) {
        return Decimals.parse(field.value());
      }
    }
    return OptionalLong.empty();
  }

  /** IIS's text for the data of that name, for example {@code SEND_RESPONSE}. */
  public Optional<String> description(String dataName) {
    return find(descriptions, dataName);
  }

  private static Optional<String> find(List<DataField> fields, String name) {
    for (DataField field : fields) {
      if (field.name().equals(name)) {
        return Optional.of(field.value());
      }
    }
    return Optional.empty();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TraceEvent that
        && index == that.index
        && offset == that.offset
        && eventId == that.eventId
        && version == that.version
        && level == that.level
        && opcode == that.opcode
        && keywords == that.keywords
        && requestDepth == that.requestDepth
        && time.equals(that.time)
        && provider.equals(that.provider)
        && providerGuid.equals(that.providerGuid)
        && eventGuid.equals(that.eventGuid)
        && keywordTexts.equals(that.keywordTexts)
        && area.equals(that.area)
        && name.equals(that.name)
        && origin.equals(that.origin)
        && data.equals(that.data)
        && descriptions.equals(that.descriptions);
  }

  @Override
  public int hashCode() {
    return Objects.hash(index, offset, time, name, data);
  }

  /**
   * {@code 160 MODULE_SET_RESPONSE_ERROR_STATUS [ModuleName=..., HttpStatus=502]}: one line; long
   * values are cut, and what is no printable character is a dot.
   */
  @Override
  public String toString() {
    return index
        + " "
        + name
        + data.stream()
            .map(field -> field.name() + "=" + shown(field.value()))
            .collect(Collectors.joining(", ", " [", "]"));
  }

  private static String shown(String value) {
    String cut = value.length() > LONGEST_SHOWN ? value.substring(0, LONGEST_SHOWN) + "..." : value;
    StringBuilder line = new StringBuilder(cut.length());
    cut.strip().chars().forEach(c -> line.append(Character.isISOControl(c) ? '.' : (char) c));
    return line.toString();
  }

  /** Collects the parts of an event. Not safe for use by several threads. */
  public static final class Builder {
    private static final EventOrigin UNKNOWN = new EventOrigin("", "", "", -1, -1, "");

    private int index;
    private long offset;
    private Instant time;
    private String provider = "";
    private String providerGuid = "";
    private String eventGuid = "";
    private int eventId;
    private int version;
    private int level;
    private int opcode;
    private long keywords;
    private List<String> keywordTexts = List.of();
    private String area = "";
    private String name = "";
    private EventOrigin origin = UNKNOWN;
    private int requestDepth;
    private List<DataField> data = List.of();
    private List<DataField> descriptions = List.of();

    private Builder() {}

    /** The event's 0-based number and the byte its start tag begins at. */
    public Builder position(int newIndex, long newOffset) {
      index = newIndex;
      offset = newOffset;
      return this;
    }

    /** When it happened. */
    public Builder time(Instant newTime) {
      time = newTime;
      return this;
    }

    /** The provider's name and GUID. */
    public Builder provider(String newName, String newGuid) {
      provider = Objects.requireNonNull(newName, "name");
      providerGuid = Objects.requireNonNull(newGuid, "guid");
      return this;
    }

    /** What tells the event's kind: event GUID, opcode, and the name that goes with them. */
    public Builder kind(String newEventGuid, int newOpcode, String newName) {
      eventGuid = Objects.requireNonNull(newEventGuid, "eventGuid");
      opcode = newOpcode;
      name = Objects.requireNonNull(newName, "name");
      return this;
    }

    /** EventID, version and level. */
    public Builder header(int newEventId, int newVersion, int newLevel) {
      eventId = newEventId;
      version = newVersion;
      level = newLevel;
      return this;
    }

    /** The area: mask, printed names, and the name it stands for, empty for none. */
    public Builder area(long mask, List<String> printed, String newArea) {
      keywords = mask;
      keywordTexts = Objects.requireNonNull(printed, "printed");
      area = Objects.requireNonNull(newArea, "area");
      return this;
    }

    /** Server, process, ids and language. */
    public Builder origin(EventOrigin newOrigin) {
      origin = Objects.requireNonNull(newOrigin, "origin");
      return this;
    }

    /** 0 in the request itself, more in child requests. */
    public Builder requestDepth(int depth) {
      requestDepth = depth;
      return this;
    }

    /** The data, in order; copied when the event is built. */
    public Builder data(List<DataField> newData) {
      data = Objects.requireNonNull(newData, "data");
      return this;
    }

    /** The texts of values, in order; copied when the event is built. */
    public Builder descriptions(List<DataField> newDescriptions) {
      descriptions = Objects.requireNonNull(newDescriptions, "descriptions");
      return this;
    }

    /**
     * The event.
     *
     * @throws NullPointerException if no time was given
     */
    public TraceEvent build() {
      return new TraceEvent(this);
    }
  }
}
