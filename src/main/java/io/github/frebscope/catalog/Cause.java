package io.github.frebscope.catalog;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Why a request can fail: what it is called, what it means, what to do, and what it is easily taken
 * for. The texts of the standard ones stand in {@code causes/*.txt}, see {@link Causes}; a rule of
 * your own brings its own.
 *
 * <p>{@code says}, {@code remedy} and {@code next} are templates: <code>{backend|the backend}
 * </code> stands for a value of the failed request, with what to say when the trace does not tell
 * it, and a part in square brackets is left out when a value in it is missing. Every rule can use
 * {@code backend}, {@code farm}, {@code module}, {@code status}, {@code code} (the error and its
 * name), {@code wait} (the silence), {@code words} (what the module said), {@code pool}, {@code
 * server}, {@code url} and {@code process}; and those that its finding brings. A bracket that is
 * not closed makes the rule fail when it is asked.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class Cause {
  private final String id;
  private final String family;
  private final String summary;
  private final String says;
  private final String remedy;
  private final String next;
  private final String processRemedy;
  private final String processNext;
  private final String needs;
  private final List<String> areas;
  private final List<Confusion> confusions;
  private final List<String> sources;

  private Cause(Builder b) {
    id = Objects.requireNonNull(b.id, "id");
    summary = Objects.requireNonNull(b.summary, "summary");
    family = b.family;
    says = b.says == null ? summary + "." : b.says;
    remedy = b.remedy;
    next = b.next;
    processRemedy = b.processRemedy;
    processNext = b.processNext;
    needs = b.needs;
    areas = List.copyOf(b.areas);
    confusions = List.copyOf(b.confusions);
    sources = List.copyOf(b.sources);
  }

  /**
   * A builder.
   *
   * @param id upper case with underscores, for example {@code CONNECT_REFUSED}
   * @param summary the cause in a line, without a full stop
   */
  public static Builder builder(String id, String summary) {
    return new Builder(id, summary);
  }

  /** The id, in upper case with underscores. */
  public String id() {
    return id;
  }

  /** The group of causes it belongs to, a few words; empty text when it belongs to none. */
  public String family() {
    return family;
  }

  /** The cause in a line, without a full stop. */
  public String summary() {
    return summary;
  }

  /** What happened, as a template of one or two sentences. */
  public String says() {
    return says;
  }

  /** What to do about it, as a template; empty when nothing can be said. */
  public Optional<String> remedy() {
    return Optional.ofNullable(remedy);
  }

  /** What to look at or trace to be sure, as a template; empty when nothing can be said. */
  public Optional<String> next() {
    return Optional.ofNullable(next);
  }

  /**
   * What to do when the backend is a process that the module runs on the same server and which has
   * no logs of IIS, as a template; empty when {@link #remedy()} holds there too.
   */
  public Optional<String> processRemedy() {
    return Optional.ofNullable(processRemedy);
  }

  /**
   * What to look at when the backend is a process that the module runs on the same server, as a
   * template; empty when {@link #next()} holds there too.
   */
  public Optional<String> processNext() {
    return Optional.ofNullable(processNext);
  }

  /**
   * What it takes to see it when one trace alone cannot show it, a few words: {@code several
   * traces}. Such a cause is only ever an alternative of low confidence, unless an error code names
   * it. Empty when one trace can show it.
   */
  public Optional<String> needs() {
    return Optional.ofNullable(needs);
  }

  /** The trace areas that show it. */
  public List<String> areas() {
    return areas;
  }

  /** What it is easily taken for. */
  public List<Confusion> confusions() {
    return confusions;
  }

  /** What tells it from another cause; empty when that is not said here. */
  public Optional<String> apartFrom(Cause other) {
    return confusions.stream()
        .filter(c -> c.other().equals(other.id()))
        .map(Confusion::apart)
        .findFirst();
  }

  /** Where this is documented or was seen. */
  public List<String> sources() {
    return sources;
  }

  /** Causes are the same when their ids are. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Cause that && id.equals(that.id);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  /** {@code CONNECT_REFUSED: the backend refused the connection}. */
  @Override
  public String toString() {
    return id + ": " + summary;
  }

  /**
   * Another cause that looks alike.
   *
   * @param other its id
   * @param apart what tells the two apart, a sentence
   */
  public record Confusion(String other, String apart) {
    /** Refuses nulls. */
    public Confusion {
      Objects.requireNonNull(other, "other");
      Objects.requireNonNull(apart, "apart");
    }
  }

  /** Collects the parts of a cause. Not safe for use by several threads. */
  public static final class Builder {
    private final String id;
    private final String summary;
    private String family = "";
    private String says;
    private String remedy;
    private String next;
    private String processRemedy;
    private String processNext;
    private String needs;
    private List<String> areas = List.of();
    private List<Confusion> confusions = List.of();
    private List<String> sources = List.of();

    private Builder(String id, String summary) {
      this.id = id;
      this.summary = summary;
    }

    /** The group it belongs to. */
    public Builder family(String newFamily) {
      family = Objects.requireNonNull(newFamily, "family");
      return this;
    }

    /** What happened; the summary when this is not called. */
    public Builder says(String template) {
      says = template;
      return this;
    }

    /** What to do. */
    public Builder remedy(String template) {
      remedy = template;
      return this;
    }

    /** What to look at or trace to be sure. */
    public Builder next(String template) {
      next = template;
      return this;
    }

    /**
     * What to do and to look at when the backend is a process that the module runs on the same
     * server; nulls, as without this call, when that is nothing else.
     */
    public Builder ofProcess(String remedyTemplate, String nextTemplate) {
      processRemedy = remedyTemplate;
      processNext = nextTemplate;
      return this;
    }

    /** What it takes to see it; null, as without this call, when one trace can show it. */
    public Builder needs(String newNeeds) {
      needs = newNeeds;
      return this;
    }

    /** The trace areas that show it. */
    public Builder areas(List<String> newAreas) {
      areas = newAreas;
      return this;
    }

    /** What it is easily taken for. */
    public Builder confusions(List<Confusion> newConfusions) {
      confusions = newConfusions;
      return this;
    }

    /** Where this is documented. */
    public Builder sources(List<String> newSources) {
      sources = newSources;
      return this;
    }

    /** The cause. */
    public Cause build() {
      return new Cause(this);
    }
  }
}
