package io.github.frebscope.log;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** The formats in which IIS writes what it served, by the first bytes of the file. */
enum LogFormat {
  /** W3C extended, or nothing that is known. */
  W3C("W3C"),
  /** NCSA common: local time with its offset. */
  NCSA("NCSA common"),
  /** IIS's own: commas, local time without an offset. */
  IIS("IIS's own");

  private static final int LOOKED_AT = 4096;
  private static final Pattern NCSA_LINE =
      Pattern.compile(
          "^\\S+ \\S+ .*?\\[\\d\\d/[A-Za-z]{3}/\\d{4}:\\d\\d:\\d\\d:\\d\\d [+-]\\d{4}] \"");
  private static final Pattern IIS_LINE =
      Pattern.compile("^[0-9A-Fa-f.:%]+, [^,]*, [0-9./-]+, *[0-9:. APMapm]+, \\S+, [^,]*, ");

  private final String label;

  LogFormat(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }

  /**
   * Looks at the first bytes and passes over a byte order mark.
   *
   * @throws LogFormatException if they are no text that is read here
   */
  static LogFormat open(String file, LineReader lines) throws IOException {
    byte[] b = lines.peek(LOOKED_AT);
    refuseBinary(file, b);
    boolean mark =
        b.length >= 3 && b[0] == (byte) 0xEF && b[1] == (byte) 0xBB && b[2] == (byte) 0xBF;
    if (mark) {
      lines.skip(3);
    }
    String text =
        new String(b, mark ? 3 : 0, b.length - (mark ? 3 : 0), StandardCharsets.ISO_8859_1);
    for (String line : text.lines().toList()) {
      if (line.startsWith("#") || NCSA_LINE.matcher(line).find()) {
        return line.startsWith("#") ? W3C : NCSA;
      }
      if (IIS_LINE.matcher(line).find()) {
        return IIS;
      }
    }
    return W3C;
  }

  private static void refuseBinary(String file, byte[] b) throws LogFormatException {
    if (b.length < 2) {
      return;
    }
    int first = b[0] & 0xFF;
    int second = b[1] & 0xFF;
    if ((first == 0xFF && second == 0xFE)
        || (first == 0xFE && second == 0xFF)
        || (b.length > 3 && isText(first) && second == 0 && b[2] != 0 && b[3] == 0)
        || (b.length > 3 && first == 0 && isText(second) && b[2] == 0 && b[3] != 0)) {
      throw new LogFormatException(
          file,
          "UTF-16 text, which IIS does not write: save it again as UTF-8, in PowerShell with"
              + " Get-Content FILE | Set-Content -Encoding utf8 NEW");
    }
    if ((first == 0x1F && second == 0x8B) || (first == 'P' && second == 'K')) {
      throw new LogFormatException(file, "compressed: unpack it first");
    }
    int odd = 0;
    for (byte c : b) {
      if (c > 0 && c < ' ' && c != '\t' && c != '\n' && c != '\r') {
        odd++;
      }
    }
    if (odd > b.length / 20) {
      throw new LogFormatException(
          file,
          "a binary file, perhaps a centralised binary log (.ibl): convert it with Log Parser,"
              + " LogParser -i:BIN -o:W3C \"SELECT * INTO u_ex.log FROM FILE.ibl\", or let IIS write"
              + " W3C logs (Logging, one log file per: site, format: W3C)");
    }
  }

  private static boolean isText(int c) {
    return c == '#' || (c >= '0' && c <= '9');
  }
}
