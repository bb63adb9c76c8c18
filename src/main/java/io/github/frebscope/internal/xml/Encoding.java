package io.github.frebscope.internal.xml;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the bytes of a file stand for characters, as its first bytes tell.
 *
 * @param kind the family
 * @param bomLength how many bytes of byte order mark stand in front
 * @param table for one-byte encodings, the characters of the 256 bytes in order, else empty
 */
record Encoding(Kind kind, int bomLength, String table) {
  enum Kind {
    UTF_8,
    UTF_16LE,
    UTF_16BE,
    ONE_BYTE
  }

  static final Encoding UTF_8 = new Encoding(Kind.UTF_8, 0, "");

  private static final int DECLARATION_WITHIN = 200;
  private static final Pattern DECLARED =
      Pattern.compile("^\\s*<\\?xml[^>]*?\\bencoding\\s*=\\s*[\"']([A-Za-z0-9._-]+)[\"']");

  /**
   * Byte order mark first, then the look of the first characters, then the XML declaration, else
   * UTF-8.
   */
  static Encoding of(byte[] b, int length) throws IOException {
    if (startsWith(b, length, 0xEF, 0xBB, 0xBF)) {
      return new Encoding(Kind.UTF_8, 3, "");
    }
    if (startsWith(b, length, 0xFF, 0xFE)) {
      return new Encoding(Kind.UTF_16LE, 2, "");
    }
    if (startsWith(b, length, 0xFE, 0xFF)) {
      return new Encoding(Kind.UTF_16BE, 2, "");
    }
    if (startsWith(b, length, '<', 0)) {
      return new Encoding(Kind.UTF_16LE, 0, "");
    }
    if (startsWith(b, length, 0, '<')) {
      return new Encoding(Kind.UTF_16BE, 0, "");
    }
    String first =
        new String(b, 0, Math.min(length, DECLARATION_WITHIN), StandardCharsets.ISO_8859_1);
    Matcher declared = DECLARED.matcher(first);
    return declared.find() ? named(declared.group(1)) : UTF_8;
  }

  private static Encoding named(String name) throws IOException {
    Charset charset;
    try {
      charset = Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw new NotATraceException(
          "its encoding \"" + name + "\" is not known here; save it as UTF-8", 0);
    }
    // A file that says UTF-16 and has no byte order mark and no zero bytes is none.
    if (charset.equals(StandardCharsets.UTF_8) || charset.name().startsWith("UTF-")) {
      return UTF_8;
    }
    if (!charset.canEncode() || charset.newEncoder().maxBytesPerChar() > 1) {
      throw new NotATraceException(
          "its encoding \"" + name + "\" is not read here; save it as UTF-8", 0);
    }
    byte[] all = new byte[256];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) i;
    }
    return new Encoding(Kind.ONE_BYTE, 0, charset.decode(ByteBuffer.wrap(all)).toString());
  }

  private static boolean startsWith(byte[] b, int length, int... wanted) {
    if (length < wanted.length) {
      return false;
    }
    for (int i = 0; i < wanted.length; i++) {
      if ((b[i] & 0xFF) != wanted[i]) {
        return false;
      }
    }
    return true;
  }
}
