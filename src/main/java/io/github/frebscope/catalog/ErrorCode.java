package io.github.frebscope.catalog;

import java.util.OptionalLong;

/**
 * What an error code means.
 *
 * @param code the code that was asked for, unsigned: an HRESULT, a plain Win32 number or an exit
 *     code
 * @param name the symbol, for example {@code ERROR_WINHTTP_TIMEOUT}; {@code NO_ERROR} for 0
 * @param text one sentence, English; for Windows codes the system's own
 * @param layer who defines it: {@code win32}, {@code winsock}, {@code winhttp}, {@code wininet},
 *     {@code com}, {@code sec}, {@code dotnet-host}, {@code iisnode} or {@code ntstatus/exit}
 * @param win32 the Win32 number in an HRESULT of the form {@code 0x8007xxxx}, or the code itself
 *     when it is a plain one; empty for others
 * @param note other names and what the code means for a gateway; may be empty
 */
public record ErrorCode(
    long code, String name, String text, String layer, OptionalLong win32, String note) {
  /** {@link #code} as {@code 0x%08X}. */
  public String hex() {
    return ErrorCodes.hex(code);
  }

  ErrorCode withCode(long other) {
    return new ErrorCode(other, name, text, layer, win32, note);
  }
}
