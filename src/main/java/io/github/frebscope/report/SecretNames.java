package io.github.frebscope.report;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Which names have secrets for values: of headers, of parameters, of data. Compared without regard
 * to case and to anything but letters and digits, so {@code X-API-Key}, {@code x_api_key} and
 * {@code HTTP_X_API_KEY} are one name.
 */
final class SecretNames {
  private static final List<String> PARTS =
      List.of(
          "token",
          "secret",
          "password",
          "passwd",
          "passphrase",
          "apikey",
          "accesskey",
          "privatekey",
          "authkey",
          "session",
          "credential",
          "signature",
          "aspxauth");

  private static final Set<String> HEADERS =
      Set.of(
          "cookie",
          "cookie2",
          "setcookie",
          "setcookie2",
          "authorization",
          "proxyauthorization",
          "authenticationinfo",
          "proxyauthenticationinfo",
          "xforwardedauthorization",
          "xoriginalauthorization",
          "xarrclientcert",
          "msaspnetcoreclientcert",
          "msaspnetcorewinauthtoken",
          "xmsclientprincipal",
          "xfunctionskey",
          "ocpapimsubscriptionkey",
          "xauth",
          "xauthkey");

  private static final Set<String> PARAMETERS =
      Set.of(
          "code",
          "sig",
          "sas",
          "key",
          "auth",
          "authorization",
          "cookie",
          "jwt",
          "pwd",
          "pass",
          "pin",
          "otp",
          "sid",
          "phpsessid",
          "ticket",
          "assertion",
          "clientassertion",
          "samlresponse",
          "samlrequest",
          "samlart",
          "wresult",
          "hmac",
          "subscriptionkey");

  /** Names of harmless values that hold one of the parts: IIS's own, and .NET's assembly names. */
  private static final Set<String> HARMLESS =
      Set.of("tokenimpersonationlevel", "tokenusername", "sessionstate", "publickeytoken");

  private SecretNames() {}

  /** Whether a header of that name, or the server variable made of it, carries a secret. */
  static boolean isHeader(String name) {
    String plain = plain(name);
    if (plain.startsWith("http") && name.indexOf('_') == "http".length()) {
      plain = plain.substring("http".length());
    }
    return HEADERS.contains(plain) || hasPart(plain);
  }

  /** Whether it is a header in which a server asks for credentials, and may send a token. */
  static boolean isChallenge(String name) {
    String plain = plain(name);
    return plain.equals("wwwauthenticate") || plain.equals("proxyauthenticate");
  }

  /** Whether a parameter of a URL, a cookie, or a key of that name has a secret for its value. */
  static boolean isParameter(String name) {
    String plain = plain(name);
    return PARAMETERS.contains(plain) || HEADERS.contains(plain) || hasPart(plain);
  }

  /** Whether the name means a secret wherever it stands, even in a sentence: not {@code code}. */
  static boolean isUnmistakable(String name) {
    String plain = plain(name);
    return plain.equals("pwd") || (hasPart(plain) && !plain.contains("session"));
  }

  private static boolean hasPart(String plain) {
    return !HARMLESS.contains(plain) && PARTS.stream().anyMatch(plain::contains);
  }

  private static String plain(String name) {
    StringBuilder plain = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        plain.append(c);
      }
    }
    return plain.toString().toLowerCase(Locale.ROOT);
  }
}
