package io.github.frebscope.catalog;

import java.util.Map;
import java.util.Optional;

/**
 * The states of a WinHTTP request, which the ASP.NET Core Module writes as {@code InternetStatus}
 * of {@code ANCM_WINHTTP_CALLBACK}, without a text.
 *
 * <p>Source: {@code WINHTTP_CALLBACK_STATUS_*} of winhttp.h. Safe for use by several threads.
 */
public final class WinHttpCallback {
  private static final Map<Long, String> TEXTS = ValueSets.get("WINHTTP_CALLBACK_STATUS");

  private WinHttpCallback() {}

  /**
   * The name of a state without its prefix, for example {@code SENDING_REQUEST}.
   *
   * @param flag a single flag, as printed
   * @return empty for unknown and combined flags
   */
  public static Optional<String> text(long flag) {
    return Optional.ofNullable(TEXTS.get(flag));
  }
}
