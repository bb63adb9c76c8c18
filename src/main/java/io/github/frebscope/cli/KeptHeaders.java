package io.github.frebscope.cli;

import io.github.frebscope.query.Attribute;
import io.github.frebscope.query.Attributes;
import io.github.frebscope.report.Redaction;
import java.util.List;
import java.util.stream.Stream;

/** The headers whose values are compared, not only whether they are there. */
final class KeptHeaders {
  /** What tells clients, proxies and ways of sending apart, and is no secret. */
  private static final List<String> USUAL =
      List.of(
          "User-Agent",
          "Host",
          "Accept-Encoding",
          "Content-Type",
          "X-Forwarded-Proto",
          "Via",
          "Connection",
          "Expect",
          "Transfer-Encoding",
          "Upgrade");

  private KeptHeaders() {}

  /** The usual ones and more. */
  static Attribute<?>[] with(List<String> more) {
    return Stream.concat(USUAL.stream(), more.stream())
        .map(Attributes::header)
        .toArray(Attribute<?>[]::new);
  }

  /** Whether a header carries credentials, so that its values are not to be compared. */
  static boolean isSecret(String name) {
    String sample = "sample";
    return !Redaction.on().header(name.strip(), sample).equals(sample);
  }
}
