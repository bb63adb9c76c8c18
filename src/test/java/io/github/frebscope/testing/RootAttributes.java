package io.github.frebscope.testing;

import java.util.List;

/** The attributes of {@code failedRequest} in IIS's fixed order. */
final class RootAttributes {
  static final List<String> ORDER =
      List.of(
          "url",
          "siteId",
          "appPoolId",
          "processId",
          "verb",
          "remoteUserName",
          "userName",
          "tokenUserName",
          "authenticationType",
          "activityId",
          "failureReason",
          "statusCode",
          "triggerStatusCode",
          "timeTaken");

  private RootAttributes() {}
}
