package io.github.frebscope.cause;

import java.util.List;

/** The request itself, the client, or somebody else's answer. */
final class RequestItself {
  static final List<CauseRule> RULES =
      List.of(
          TableRule.of("MALFORMED_REQUEST", InvalidParameter.EVENTS, InvalidParameter::request),
          TableRule.of("BAD_BACKEND_HEADERS", InvalidParameter.EVENTS, InvalidParameter::answer),
          TableRule.of("CLIENT_GONE", ClientGone.EVENTS, ClientGone::judge),
          TableRule.of("RELAYED_502", Answered502.EVENTS, Answered502::relayed),
          TableRule.of("APP_502", Answered502.EVENTS, Answered502::byApplication));

  private RequestItself() {}
}
