package io.github.frebscope.internal.url;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UrlPatternTest {
  private static String of(String path) {
    return UrlPattern.of("http://www.mosaic.example:80" + path).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/ | /",
        "// | /",
        "/cart | /cart",
        "/Cart/ | /cart",
        "/shop//cart | /shop/cart",
        "/order/1842?x=7 | /order/{n}",
        "/Order/1843/ | /order/{n}",
        "/order/-5 | /order/{n}",
        "/geo/52.3702,4.8952 | /geo/{n}",
        "/archive/2024/01/15 | /archive/{n}/{n}/{n}",
        "/api-v2/items | /api-v2/items",
      })
  void numbers_case_and_slashes(String path, String pattern) {
    assertThat(of(path)).isEqualTo(pattern);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/u/3F2504E0-4F89-11D3-9A0C-0305E82C3301 | /u/{guid}",
        "/u/{3f2504e0-4f89-11d3-9a0c-0305e82c3301}/edit | /u/{guid}/edit",
        "/u/%7B3f2504e0-4f89-11d3-9a0c-0305e82c3301%7D | /u/{guid}",
        "/u/%7b3f2504e04f8911d39a0c0305e82c3301%7d | /u/{guid}",
        "/u/3f2504e04f8911d39a0c0305e82c3301 | /u/{guid}",
        "/u/00000000-0000-0000-0000-000000000000 | /u/{guid}",
        "/find_user_2461685a_80c9_4d9e_85e9_a3b0e9e3ea84 | /find_user_{guid}",
        "/Report-3F2504E0-4F89-11D3-9A0C-0305E82C3301.pdf | /report-{guid}.pdf",
        "/u/3f2504e0-4f89-11d3-9a0c-0305e82c33011 | /u/{hex}-{n}f{n}-{n}d{n}-{n}a{n}c-{hex}",
        "/commit/9fceb02d0ae598e95dc970b74767f19372d61af8 | /commit/{hex}",
        "/c/0x1F | /c/{hex}",
        "/c/deadbeef | /c/deadbeef",
        "/c/bed101 | /c/bed{n}",
        "/decade/facade | /decade/facade",
      })
  void guids_and_hexadecimal_digits(String path, String pattern) {
    assertThat(of(path)).isEqualTo(pattern);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/log/2024-01-15 | /log/{date}",
        "/log/2024_01_15.txt | /log/{date}.txt",
        "/log/15.01.2024 | /log/{date}",
        "/log/2024-01-15T10:22:31.123Z | /log/{date}",
        "/log/2024-01-15T10%3A22%3A31Z | /log/{date}",
        "/log/u-2024-01-15-full | /log/u-{date}-full",
        "/log/2024-13-45 | /log/{n}-{n}-{n}",
        "/log/20240115 | /log/{n}",
        "/log/2024-01 | /log/{n}-{n}",
        "/who/anna.lee@mail.example | /who/{email}",
        "/who/anna%40mail.example/inbox | /who/{email}/inbox",
        "/npm/@angular/core | /npm/@angular/core",
        "/npm/jquery@3.6.0/dist | /npm/jquery@{n}/dist",
      })
  void dates_and_mail_addresses(String path, String pattern) {
    assertThat(of(path)).isEqualTo(pattern);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/api/v1/orders | /api/v1/orders",
        "/api/V2.0/orders/12 | /api/v2.0/orders/{n}",
        "/apis/v1beta1 | /apis/v1beta1",
        "/api/v20240115 | /api/v{n}",
        "/api/1.0/users | /api/{n}/users",
        "/order-1842 | /order-{n}",
        "/order_9/lines | /order_{n}/lines",
        "/ABC123 | /abc{n}",
        "/page2 | /page{n}",
        "/img/100x200 | /img/{n}x{n}",
        "/oauth2/token | /oauth2/token",
        "/Default2.aspx | /default{n}.aspx",
        "/getUserById | /getuserbyid",
        "/GetOrderHistoryV2ForUser3 | /getorderhistoryv{n}foruser{n}",
        "/how-to-fix-502-errors-in-iis-2019 | /how-to-fix-{n}-errors-in-iis-{n}",
        "/Bolt-M8-40mm-DIN-933-Zinc-Plated | /bolt-m{n}-{n}mm-din-{n}-zinc-plated",
      })
  void versions_and_words_with_digits(String path, String pattern) {
    assertThat(of(path)).isEqualTo(pattern);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/report-2024.aspx | /report-{n}.aspx",
        "/js/jquery-3.6.0.min.js | /js/jquery-{n}.min.js",
        "/js/app.5f3a2b.js | /js/app.{hex}.js",
        "/js/Chunk-Vendors.4d2a1c9f.js | /js/chunk-vendors.{hex}.js",
        "/js/main.dQw4w9WgXcQ.js | /js/main.{token}.js",
        "/1842.pdf | /{n}.pdf",
        "/v/clip7.mp4 | /v/clip{n}.mp4",
        "/f/a.woff2 | /f/a.woff2",
        "/.well-known/acme-challenge/kX3fGhQz9LmN2pRsT5vWyB7c | /.well-known/acme-challenge/{token}",
        "/svc.asmx/Get | /svc.asmx/get",
        "/WebResource.axd?d=x | /webresource.axd",
        "/_layouts/15/start.aspx | /_layouts/{n}/start.aspx",
      })
  void files_keep_their_endings(String path, String pattern) {
    assertThat(of(path)).isEqualTo(pattern);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "/odata/Orders(1842)/Lines(3) | /odata/orders({n})/lines({n})",
        "/odata/Orders('ALFKI') | /odata/orders({token})",
        "/odata/Orders('O''Neil')/Lines | /odata/orders({token})/lines",
        "/odata/Orders('a)b,c')/x | /odata/orders({token})/x",
        "/odata/Lines(order=1842,product='A-7') | /odata/lines(order={n},product={token})",
        "/_api/web/lists/getByTitle('Shared%20Documents')/items |"
            + " /_api/web/lists/getbytitle({token})/items",
        "/_api/web/GetFileByServerRelativeUrl('/sites/hr/a.docx')/$value |"
            + " /_api/web/getfilebyserverrelativeurl({token})/$value",
        "/_api/web/getfolder(%27/sites/hr%27)/files | /_api/web/getfolder({token})/files",
        "/a('b/c | /a('b/c",
        "/a('/b')x/c | /a({token})x/c",
        "/it's/o'clock | /it's/o'clock",
      })
  void keys_in_quotes_are_data(String path, String pattern) {
    assertThat(of(path)).isEqualTo(pattern);
  }

  @Test
  void slashes_that_begin_no_host() {
    assertThat(UrlPattern.of("/shop//cart/7")).contains("/shop/cart/{n}");
    assertThat(UrlPattern.of("/go?to=http://www.mosaic.example/x")).contains("/go");
    assertThat(UrlParts.host("/shop//cart")).isEmpty();
    assertThat(UrlParts.host("/go?to=http://www.mosaic.example/x")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/(S(lit3py55t21z5v55vlm25s55))/cart.aspx | /(S({token}))/cart.aspx",
        "/(X(1)S(lit3py55t21z5v55vlm25s55))/ | /(X({token})S({token}))",
        "/(f(Ab-9_x))/a | /(F({token}))/a",
        "/(draft)/7 | /(draft)/{n}",
        "/(S(abc/x | /(s(abc/x",
        "/cart.do;jsessionid=5F3A9C.node7 | /cart.do;jsessionid={token}",
        "/cart/7;v=3;x | /cart/{n};v={token};x",
        "/t/eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N | /t/{token}",
        "/t/CfDJ8Nd3-Kq7_vR2LmX0pZ9wT4yBa1 | /t/{token}",
        "/t/QWxhZGRpbjpvcGVuIHNlc2FtZTEyMw== | /t/{token}",
        "/t/7GH2K9QX | /t/{token}",
      })
  void sessions_and_tokens(String path, String pattern) {
    assertThat(of(path)).isEqualTo(pattern);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/caf%C3%A9/7 | /café/{n}",
        "/CAFÉ/7 | /café/{n}",
        "/my%20file.doc | /my file.doc",
        "/a%2Fb/7 | /a%2Fb/{n}",
        "/a%00b | /a%00b",
        "/100%/x | /{n}%/x",
        "/%zz/%4 | /%zz/%{n}",
        "/%C3%28/a | /%c3(/a",
        "/注文/１２３ | /注文/{n}",
        "/smile😀7 | /smile😀{n}",
      })
  void escapes_and_other_scripts(String path, String pattern) {
    assertThat(of(path)).isEqualToIgnoringCase(pattern);
  }

  @Test
  void nothing_comes_of_no_path() {
    assertThat(UrlPattern.of("http://www.mosaic.example:80")).isEmpty();
    assertThat(UrlPattern.of("")).isEmpty();
    assertThat(UrlPattern.of("/order/7")).isEqualTo(Optional.of("/order/{n}"));
  }

  @Test
  void a_pattern_is_its_own_pattern() {
    for (String path :
        new String[] {
          "/order/1",
          "/u/3f2504e04f8911d39a0c0305e82c3301",
          "/a.5f3a2b.js",
          "/log/2024-01-15",
          "/who/a@b.example",
          "/(S(x1))/a",
          "/c;jsessionid=3",
          "/api/v2.0/page7",
          "/oauth2"
        }) {
      String pattern = of(path);
      assertThat(of(pattern)).isEqualTo(pattern);
    }
  }

  @Test
  void is_bounded_and_cut_outside_of_place_holders_and_letters() {
    String words = of("/" + "word/".repeat(90));
    assertThat(words).hasSize(UrlPattern.LONGEST).endsWith("...");
    for (int i = 0; i < 12; i++) {
      String numbers = of("/" + "x".repeat(180 + i) + "/1842/1843/1844/1845");
      assertThat(numbers).hasSizeLessThanOrEqualTo(UrlPattern.LONGEST);
      assertThat(numbers.chars().filter(c -> c == '{').count())
          .isEqualTo(numbers.chars().filter(c -> c == '}').count());
    }
    String wide = of("/x" + "😀".repeat(150));
    assertThat(wide.codePoints().filter(c -> c >= 0xD800 && c <= 0xDFFF)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1",
        "1.",
        "a1",
        "a-",
        "%",
        "%41",
        "%E2%82%AC",
        ";",
        ";a=1",
        "@",
        "a@",
        ".",
        "{",
        "2024-",
        "v1.",
        "3f2504e0-",
        "(S(",
        "(S(a)",
        "/",
        "/1",
        "😀",
        "2024-01-15T1:",
        "Aa0-"
      })
  void long_hostile_paths_take_no_time(String part) {
    String path = "/" + part.repeat(400_000 / part.length());
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(1),
        () -> assertThat(of(path)).hasSizeLessThanOrEqualTo(UrlPattern.LONGEST));
  }

  @Test
  void any_text_has_a_pattern_that_tells_it_again() {
    Random random = new Random(7);
    String letters = "aZ09fF-_.;=%@{}()~+,:/ T😀é";
    for (int i = 0; i < 50_000; i++) {
      StringBuilder path = new StringBuilder("/");
      for (int n = random.nextInt(40); n > 0; n--) {
        path.append(letters.charAt(random.nextInt(letters.length())));
      }
      String pattern = of(path.toString());
      assertThat(pattern).startsWith("/").isEqualTo(of(path.toString()));
      assertThat(pattern.length()).isLessThanOrEqualTo(UrlPattern.LONGEST);
    }
  }

  @Test
  void ids_of_one_route_count_together() {
    Random random = new Random(11);
    for (int i = 0; i < 2_000; i++) {
      assertThat(of("/order/" + random.nextInt(Integer.MAX_VALUE))).isEqualTo("/order/{n}");
      assertThat(of("/u/" + new java.util.UUID(random.nextLong(), random.nextLong())))
          .isEqualTo("/u/{guid}");
    }
  }

  /** How many of a thousand tokens drawn by lot are seen as such, and words never. */
  @Test
  void tokens_drawn_by_lot_are_mostly_seen() {
    String base62 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    Random random = new Random(5);
    int seen = 0;
    for (int i = 0; i < 1_000; i++) {
      StringBuilder token = new StringBuilder();
      for (int n = 0; n < 32; n++) {
        token.append(base62.charAt(random.nextInt(base62.length())));
      }
      seen += of("/t/" + token).equals("/t/{token}") ? 1 : 0;
    }
    assertThat(seen).isGreaterThan(950);
  }
}
