package io.github.frebscope.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.testing.Samples;
import io.github.frebscope.trace.TraceEvent;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RedactionTest {
  private static final Redaction ON = Redaction.on();
  private static final String JWT = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl";

  static String[][] urls() {
    return new String[][] {
      {
        "http://h.example/a?password=hunter2&x=1",
        "http://h.example/a?password=[masked, 7 characters]&x=1"
      },
      {"/a?x=1&Access_Token=abc", "/a?x=1&Access_Token=[masked, 3 characters]"},
      {"?code=4/0AX4&state=s", "?code=[masked, 6 characters]&state=s"},
      {"sig=ab%2Bc&se=2026", "sig=[masked, 6 characters]&se=2026"},
      {"/a?pwd=my secret; really&x=1", "/a?pwd=[masked, 17 characters]&x=1"},
      {"/a?p%61ssword=x1", "/a?p%61ssword=[masked, 2 characters]"},
      {"/cb#id_token=abc&x=1", "/cb#id_token=[masked, 3 characters]&x=1"},
      {"/a;jsessionid=AB12/b?x=1", "/a;jsessionid=[masked, 4 characters]/b?x=1"},
      {"/app/(S(lit3py55t21z5v55vlm25s55))/p.aspx", "/app/[masked, 29 characters]/p.aspx"},
      {"https://bob:pa@ss@h.example/x", "https://[masked, 9 characters]@h.example/x"},
      {"/login?ReturnUrl=%2Fb%3Faccess_token%3Dabc", "/login?ReturnUrl=[masked, 25 characters]"},
      {"/a?next=/b?token=abc", "/a?next=/b?token=[masked, 3 characters]"},
      {"/acs?SAMLResponse=PHNhbWw%2B", "/acs?SAMLResponse=[masked, 10 characters]"},
      {"/a/" + JWT + "/b", "/a/[masked, 49 characters]/b"},
      {"/a?x-amz-signature=ab", "/a?x-amz-signature=[masked, 2 characters]"},
      {"/a?key=k", "/a?key=[masked, 1 character]"},
    };
  }

  /** The key of a strong name is public; a verdict's module may be such a name. */
  @Test
  void leaves_the_name_of_a_dynamic_module_alone() {
    String module =
        "__DynamicModule_Moor.Proxy, Moor.Web, Version=2.4.0.0, Culture=neutral,"
            + " PublicKeyToken=null_3fa2b1c0-1111-2222-3333-444455556666";
    assertThat(ON.text(module)).isEqualTo(module);
    assertThat(ON.text("set by " + module)).isEqualTo("set by " + module);
  }

  @ParameterizedTest
  @MethodSource("urls")
  void masks_secrets_in_urls(String url, String masked) {
    assertThat(ON.url(url)).isEqualTo(masked);
    assertThat(ON.text(url)).as("as any text").isEqualTo(masked);
    assertThat(ON.url(masked)).as("masked twice").isEqualTo(masked);
    assertThat(Redaction.off().url(url)).isEqualTo(url);
  }

  @Test
  void leaves_the_public_key_of_an_assembly_alone() {
    String module = "Contoso.Guard, Contoso, Version=1.0.0.0, PublicKeyToken=b03f5f7f11d50a3a";
    assertThat(ON.text(module)).isEqualTo(module);
  }

  static String[][] texts() {
    return new String[][] {
      {"Authorization: Bearer abc.def-ghi", "Authorization: [masked, 18 characters]"},
      {"it sent Cookie: a=b; c=d\nnext", "it sent Cookie: [masked, 8 characters]\nnext"},
      {
        "Response.Cookies(\"user\")(\"id\") = \"a\"\"b\"",
        "Response.Cookies(\"user\")(\"id\") = [masked, 6 characters]"
      },
      {
        "Session(\"password\") = pw & \"x\"",
        "Session(\"password\") = [masked, 2 characters] & \"x\""
      },
      {
        "http.setRequestHeader \"Cookie\", \"a=b\"",
        "http.setRequestHeader \"Cookie\", [masked, 5 characters]"
      },
      {"http.setRequestHeader('X-API-Key', k)", "http.setRequestHeader('X-API-Key', k)"},
      {"with Bearer mF_9.B5f-4.1JqM it", "with Bearer [masked, 15 characters] it"},
      {"with Bearer a1b2c3!d4 it", "with Bearer [masked, 6 characters]!d4 it"},
      {"with basic dXNlcjpwYXNz it", "with basic [masked, 12 characters] it"},
      {"a token " + JWT + " was sent", "a token [masked, 49 characters] was sent"},
      {"cookie value CfDJ8NrAkSyKjgW0qZ was", "cookie value [masked, 18 characters] was"},
      {
        "asked http://u:p@h.example/?token=ab, failed",
        "asked http://[masked, 3 characters]@h.example/?token=[masked, 3 characters] failed"
      },
      {
        "it said Server=db;Password=s3cret;x=1 is wrong",
        "it said Server=db;Password=[masked, 6 characters];x=1 is wrong"
      },
      {
        "{\"user\":\"bob\", \"password\": \"s3 cret\"}",
        "{\"user\":\"bob\", \"password\": [masked, 9 characters]}"
      },
      {"the client_secret: xyz is old", "the client_secret: [masked, 3 characters] is old"},
    };
  }

  @ParameterizedTest
  @MethodSource("texts")
  void masks_secrets_in_sentences(String text, String masked) {
    assertThat(ON.text(text)).isEqualTo(masked);
    assertThat(ON.text(masked)).as("masked twice").isEqualTo(masked);
  }

  static String[] harmless() {
    return new String[] {
      "http://h.example:80/items?page=3&sort=name",
      "/search?q=password+reset&codec=h264&zipcode=12345&keyword=x&author=bob&signal=1",
      "/token/refresh",
      "C:\\inetpub\\tokens\\session.log",
      "Basic authentication failed",
      "Bearer token expected.",
      "Negotiate,NTLM",
      "Basic realm=\"shop\"",
      "status code: 502, sub-status: 3",
      "ErrorCode=2147954402, HttpStatus=502",
      "mail bob@shop.example about http://h.example/a",
      "http://h.example/a?mail=bob@shop.example",
      "eyJ is a beginning only",
      "{400000A2-0001-FA00-B63F-84710C7967BB}",
      "The key was not found. Press any key: none",
      "100%",
      "/a?x=50%&y=%zz",
      "",
    };
  }

  @ParameterizedTest
  @MethodSource("harmless")
  void leaves_near_misses_alone(String text) {
    assertThat(ON.text(text)).isEqualTo(text);
    assertThat(ON.url(text)).isEqualTo(text);
  }

  static String[][] headers() {
    return new String[][] {
      {"Cookie", "a=b", "[masked, 3 characters]"},
      {"set-cookie", "a=b", "[masked, 3 characters]"},
      {"AUTHORIZATION", "Basic eA==", "[masked, 10 characters]"},
      {"Proxy-Authorization", "x", "[masked, 1 character]"},
      {"X-ARR-ClientCert", "MIIC", "[masked, 4 characters]"},
      {"MS-ASPNETCORE-CLIENTCERT", "MIIC", "[masked, 4 characters]"},
      {"MS-ASPNETCORE-TOKEN", "6f1c", "[masked, 4 characters]"},
      {"X-API-Key", "k", "[masked, 1 character]"},
      {"HTTP_COOKIE", "a=b", "[masked, 3 characters]"},
      {"X-My-Session-Id", "7", "[masked, 1 character]"},
      {"X-Shared-Secret", "7", "[masked, 1 character]"},
      {"AspFilterSessionId", "", ""},
      {"WWW-Authenticate", "Negotiate oYG2MIGzoAMK", "Negotiate [masked, 12 characters]"},
      {"WWW-Authenticate", "Basic realm=\"shop\"", "Basic realm=\"shop\""},
      {"Referer", "http://h.example/?token=a", "http://h.example/?token=[masked, 1 character]"},
      {"Content-Type", "text/html; charset=utf-8", "text/html; charset=utf-8"},
      {"X-Powered-By", "ASP.NET", "ASP.NET"},
      {
        "User-Agent",
        "Mozilla/5.0 (Windows NT 10.0; rv:1.0)",
        "Mozilla/5.0 (Windows NT 10.0; rv:1.0)"
      },
    };
  }

  @ParameterizedTest
  @MethodSource("headers")
  void masks_headers_by_name(String name, String value, String masked) {
    assertThat(ON.header(name, value)).isEqualTo(masked);
    TraceEvent event =
        Samples.event(
            1, 0, 5, "GENERAL_SET_REQUEST_HEADER", "HeaderName", name, "HeaderValue", value);
    assertThat(ON.data(event, event.data().get(0))).isEqualTo(name);
    assertThat(data(event)).isEqualTo(masked.equals("Basic realm=\"shop\"") ? value : masked);
  }

  @Test
  void masks_dumps_of_headers_line_by_line() {
    String dump =
        String.join(
            "\r\n",
            "Host: shop.example",
            "Cookie: a=b;",
            " c=d",
            "Referer: /x?sig=ab",
            "X-N: 1",
            "");
    TraceEvent event = Samples.event(1, 0, 4, "GENERAL_REQUEST_HEADERS", "Headers", dump);
    assertThat(data(event))
        .isEqualTo(
            String.join(
                "\r\n",
                "Host: shop.example",
                "Cookie: [masked, 4 characters]",
                " [masked, 3 characters]",
                "Referer: /x?sig=[masked, 2 characters]",
                "X-N: 1",
                ""));
    assertThat(Redaction.off().data(event, event.data().get(0))).isEqualTo(dump);
  }

  @Test
  void bodies_go_whole() {
    TraceEvent event = Samples.event(1, 0, 5, "GENERAL_REQUEST_ENTITY", "Buffer", "x".repeat(1234));
    assertThat(data(event)).isEqualTo("[body, 1,234 characters; --show-secrets shows it]");
    assertThat(data(Samples.event(1, 0, 5, "GENERAL_REQUEST_ENTITY", "Buffer", ""))).isEmpty();
  }

  @Test
  void values_of_server_variables_go_by_the_variable() {
    assertThat(
            data(
                Samples.event(
                    1, 0, 5, "SET_SERVER_VARIABLE", "Name", "HTTP_COOKIE", "ExpandedValue", "a=b")))
        .isEqualTo("[masked, 3 characters]");
    assertThat(
            data(
                Samples.event(
                    1,
                    0,
                    5,
                    "CONDITION_EVALUATION",
                    "Input",
                    "{HTTP_COOKIE:x}",
                    "ExpandedInput",
                    "v1")))
        .isEqualTo("[masked, 2 characters]");
    assertThat(
            data(
                Samples.event(
                    1, 0, 5, "SET_SERVER_VARIABLE", "Name", "HTTP_HOST", "ExpandedValue", "h")))
        .isEqualTo("h");
    assertThat(
            data(
                Samples.event(
                    1,
                    0,
                    4,
                    "AUTH_SUCCEEDED",
                    "TokenImpersonationLevel",
                    "ImpersonationImpersonate")))
        .isEqualTo("ImpersonationImpersonate");
  }

  @Test
  void names_are_compared_the_same_in_turkish() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr"));
      assertThat(ON.header("AUTHORIZATION", "x")).isEqualTo("[masked, 1 character]");
      assertThat(ON.url("/a?SIG=x")).isEqualTo("/a?SIG=[masked, 1 character]");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void hostile_texts_take_no_long_time() {
    for (String part :
        new String[] {
          "a",
          "a=",
          "://",
          "/(S(",
          "eyJ",
          "%3D",
          "\"",
          "Basic ",
          "Basic+",
          "Basic+~!",
          "a:",
          "eyJ_",
          "CfDJ8_",
          "//",
          "?a=%",
          "pwd=\"",
          "token: ",
          "&",
          ";a=",
          "/a=",
          "a(\"",
          "a(\"b\")",
          "a(\"b\")=\"",
          "\"a\",\""
        }) {
      String text = part.repeat(100_000 / part.length());
      Assertions.assertTimeoutPreemptively(
          Duration.ofSeconds(3), () -> assertThat(ON.text("x " + text + "!")).isNotEmpty(), part);
      Assertions.assertTimeoutPreemptively(
          Duration.ofSeconds(3), () -> assertThat(ON.url("/" + text + "!")).isNotEmpty(), part);
    }
  }

  /** The last value. */
  private static String data(TraceEvent event) {
    return ON.data(event, event.data().get(event.data().size() - 1));
  }
}
