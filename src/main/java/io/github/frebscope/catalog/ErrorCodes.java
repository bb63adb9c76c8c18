package io.github.frebscope.catalog;

import io.github.frebscope.trace.TraceEvent;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names and texts of the error codes that traces and logs of IIS carry, from {@code errors.tsv}.
 *
 * <p>IIS has no texts for the codes of WinHTTP, which are those that gateways fail with. Sources:
 * the Windows headers and Microsoft's lists of system, sockets, COM and WinHTTP errors. Safe for
 * use by several threads.
 */
public final class ErrorCodes {
  private static final long FACILITY_WIN32 = 0x80070000L;
  private static final long LAST_WIN32 = 0xFFFFL;
  private static final long MASK_32_BITS = 0xFFFF_FFFFL;
  private static final Pattern HEXADECIMAL =
      Pattern.compile("\\b0x[0-9a-f]{1,16}\\b", Pattern.CASE_INSENSITIVE);

  private static final Map<Long, ErrorCode> CODES = load();
  private static final Map<String, ErrorCode> BY_NAME = byName();

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

  /** A name stands for its HRESULT, not for the plain number. */
  private static Map<String, ErrorCode> byName() {
    Map<String, ErrorCode> names = new HashMap<>();
    CODES.values().forEach(e -> names.merge(e.name(), e, (a, b) -> a.code() > b.code() ? a : b));
    return names;
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
   * The code of a symbol of the Windows headers, for example {@code ERROR_WINHTTP_TIMEOUT}.
   *
   * @return empty when no code of the table has that name
   */
  static Optional<ErrorCode> named(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  /**
   * The code that stands in a data field of an event, in whatever form: IIS prints unsigned
   * decimals; a negative one or hexadecimal digits after {@code 0x} are read as the same 32 bits.
   * When there is no such number, the one that IIS put behind its text in any language: {@code ...
   * (0x800704cd)}.
   *
   * @param dataName {@code ErrorCode} or {@code HResult}, as a rule
   * @return 0 to 4294967295, 0 for no error; empty when the event tells no code
   */
  public static OptionalLong in(TraceEvent event, String dataName) {
    OptionalLong number =
        event.data(dataName).map(ErrorCodes::unsigned).orElse(OptionalLong.empty());
    return number.isPresent()
        ? number
        : event.description(dataName).map(ErrorCodes::inText).orElse(OptionalLong.empty());
  }

  /**
   * The last hexadecimal number after {@code 0x} of a text, as a rule an error code in brackets at
   * its end; empty when there is none.
   */
  public static OptionalLong inText(String text) {
    OptionalLong last = OptionalLong.empty();
    Matcher matcher = HEXADECIMAL.matcher(text);
    while (matcher.find()) {
      last = unsigned(matcher.group());
    }
    return last;
  }

  /** The number of a text as 32 unsigned bits, blanks around it allowed; empty when it is none. */
  public static OptionalLong unsigned(String text) {
    String digits = text.strip();
    try {
      if (digits.startsWith("0x") || digits.startsWith("0X")) {
        return OptionalLong.of(Long.parseUnsignedLong(digits.substring(2), 16) & MASK_32_BITS);
      }
      long value = Long.parseLong(digits);
      return OptionalLong.of(value < 0 ? value & MASK_32_BITS : value);
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }

  /**
   * One number for one error: a plain Win32 or WinHTTP number (64, 12002) as the HRESULT that IIS
   * prints for it elsewhere; 0 and everything else stay as they are. Not for exit codes of
   * programs.
   *
   * @param unsignedCode 0 to 4294967295
   */
  public static long hresult(long unsignedCode) {
    return unsignedCode > 0 && unsignedCode <= LAST_WIN32
        ? FACILITY_WIN32 | unsignedCode
        : unsignedCode;
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
