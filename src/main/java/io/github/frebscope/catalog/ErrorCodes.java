package io.github.frebscope.catalog;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Names and texts of the error codes that traces and logs of IIS carry, from {@code errors.tsv}.
 *
 * <p>IIS has no texts for the codes of WinHTTP, which are those that gateways fail with. Sources:
 * the Windows headers and Microsoft's lists of system, sockets, COM and WinHTTP errors. Safe for
 * use by several threads.
 */
public final class ErrorCodes {
  private static final Map<Long, ErrorCode> CODES = load();

  private ErrorCodes() {}

  private static Map<Long, ErrorCode> load() {
    Map<Long, ErrorCode> codes = new HashMap<>();
    for (Table.Row row : Table.read("errors.tsv").rows()) {
      ErrorCode error =
          new ErrorCode(
              row.number("code"),
              row.text("name"),
              row.text("text"),
              row.text("layer"),
              row.text("win32").isEmpty()
                  ? OptionalLong.empty()
                  : OptionalLong.of(row.number("win32")),
              row.text("note"));
      codes.put(error.code(), error);
    }
    Map<Long, ErrorCode> plain = new HashMap<>();
    codes.values().forEach(e -> e.win32().ifPresent(w -> plain.put(w, e.withCode(w))));
    plain.forEach(codes::putIfAbsent);
    return codes;
  }

  /**
   * The meaning of a code.
   *
   * <p>A plain Win32 number (5, 12029), as some events and the W3C field {@code sc-win32-status}
   * hold it, means the same as its HRESULT. A few small numbers are iisnode's own; their note says
   * that they mean this only when iisnode reports them. CGI and FastCGI report exit codes of
   * processes in the same place.
   *
   * @param unsignedCode 0 to 4294967295, as IIS prints it in {@code ErrorCode}
   * @return empty when unknown
   */
  public static Optional<ErrorCode> find(long unsignedCode) {
    return Optional.ofNullable(CODES.get(unsignedCode));
  }

  /**
   * A code as people search for it: {@code 0x} and at least eight upper-case hexadecimal digits.
   *
   * @param unsignedCode 0 to 4294967295
   */
  public static String hex(long unsignedCode) {
    return String.format(Locale.ROOT, "0x%08X", unsignedCode);
  }
}
