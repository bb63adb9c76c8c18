package io.github.frebscope.farm;

/** What became, at the member, of a request that failed at the front end. */
public enum JoinOutcome {
  /** The member answered when the front end had given up already. */
  MEMBER_ANSWERED_LATE("the member answered after the front end had given up"),
  /**
   * The member answered in time, so that the answer did not get through or the front end did not
   * take it.
   */
  MEMBER_ANSWERED("the member answered in time"),
  /** The member logged a failure of its own, which the front end handed on or replaced. */
  MEMBER_ALSO_FAILED("the member failed itself"),
  /** The member's http.sys tells that the connection broke before there was an answer. */
  MEMBER_DROPPED("the member dropped the connection"),
  /**
   * The member's http.sys tells a broken connection, but when the front end had given up already:
   * the front end may have broken it.
   */
  MEMBER_NEVER_ANSWERED("the member had not answered when the front end gave up"),
  /** The member's http.sys had no application pool to give the request to, or refused it itself. */
  MEMBER_POOL_DOWN("the member's http.sys refused it"),
  /** The request waited in the member's queue until somebody gave up. */
  MEMBER_QUEUE("it waited in the member's queue in vain"),
  /** The members' logs speak of that time and do not have it. */
  NEVER_ARRIVED("it is in no member's log"),
  /** Several requests of members fit equally well and do not agree. */
  SEVERAL_FIT("several requests of the members fit"),
  /** There is no log that could tell, or it does not decide. */
  NOT_KNOWN("the members' logs do not tell");

  private final String text;

  JoinOutcome(String text) {
    this.text = text;
  }

  /** In words, the end of a sentence. */
  public String text() {
    return text;
  }
}
