package io.github.frebscope.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.catalog.ExchangePhase;
import io.github.frebscope.cause.Confidence;
import io.github.frebscope.classify.Origin;
import io.github.frebscope.classify.Verdict;
import io.github.frebscope.testing.MadeSummary;
import io.github.frebscope.testing.Samples;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FingerprintTest {
  private static final String RUN = "EXECUTE_REQUEST_HANDLER";

  private static MadeSummary refused() {
    return MadeSummary.failure()
        .code(2147954429L)
        .cause("CONNECT_REFUSED")
        .in(RUN, Origin.OWN)
        .route("mosaic-farm", "app1.mosaic.example:80", ExchangePhase.CONNECTING_AND_SENDING);
  }

  private static String id(MadeSummary made) {
    return made.build().fingerprint().orElseThrow();
  }

  private static Fingerprint of(MadeSummary made) {
    return Fingerprint.of(made.build()).orElseThrow();
  }

  @Test
  void tells_what_it_is_made_of() {
    Fingerprint found = of(refused());
    assertThat(found.parts())
        .hasToString(
            "{module=ApplicationRequestRouting, status=502.3, code=0x80072EFD,"
                + " cause=CONNECT_REFUSED, notification=EXECUTE_REQUEST_HANDLER, origin=own,"
                + " phase=connecting and sending, backend=member}");
    assertThat(found.explanation())
        .isEqualTo(
            "same because: module ApplicationRequestRouting, status 502.3, code 0x80072EFD, cause"
                + " CONNECT_REFUSED, notification EXECUTE_REQUEST_HANDLER, origin own, phase"
                + " connecting and sending, backend member");
    assertThat(found.id()).matches("1-[0-9a-f]{10}");
    assertThat(found.version()).isEqualTo(1);
    assertThat(found)
        .hasToString(
            found.id() + ": 502.3 by ApplicationRequestRouting, 0x80072EFD, CONNECT_REFUSED");
    assertThat(found.toString().length()).isLessThanOrEqualTo(80);
  }

  /** By hand, so that the recipe cannot change without its number. */
  @Test
  void its_id_is_the_digest_of_the_documented_text() throws NoSuchAlgorithmException {
    String text =
        """
        frebscope fingerprint 1
        module=ApplicationRequestRouting
        status=502.3
        code=0x80072EFD
        cause=CONNECT_REFUSED
        notification=EXECUTE_REQUEST_HANDLER
        origin=own
        phase=connecting and sending
        backend=member
        """;
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    assertThat(id(refused()))
        .isEqualTo("1-" + HexFormat.of().formatHex(digest).substring(0, 10))
        .isEqualTo("1-0de8ddad0a");
  }

  @Test
  void names_ids_and_times_are_no_part_of_it() {
    String id = id(refused());
    assertThat(id(refused().on("OTHER-7", 99).pool("x").url("https://shop.example:443/a/7?b=c")))
        .isEqualTo(id);
    assertThat(id(refused().at(Samples.START.plusSeconds(86_400 * 40L)))).isEqualTo(id);
    assertThat(id(refused().waited(Duration.ofSeconds(21)))).isEqualTo(id);
    assertThat(id(refused().backend("10.1.2.3:8080"))).isEqualTo(id);
    assertThat(id(refused().route("z", "y.example", ExchangePhase.CONNECTING_AND_SENDING)))
        .isEqualTo(id);
  }

  @Test
  void every_part_matters() {
    List<MadeSummary> all =
        List.of(
            refused(),
            refused().by("RewriteModule", "502.3"),
            refused().by("ApplicationRequestRouting", "502.4"),
            refused().by("ApplicationRequestRouting", "502"),
            refused().code(2147954402L),
            refused().cause("PORT_EXHAUSTION"),
            refused().cause(null),
            refused().in("BEGIN_REQUEST", Origin.OWN),
            refused().in(null, Origin.OWN),
            refused().in(RUN, Origin.RELAYED),
            refused().in(RUN, Origin.UNKNOWN),
            refused().route("farm", "app1", ExchangePhase.WAITING),
            refused().route("farm", "app1", null),
            refused().route("farm", "farm", ExchangePhase.CONNECTING_AND_SENDING),
            refused().route(null, "app1", ExchangePhase.CONNECTING_AND_SENDING),
            refused().route(null, "127.0.0.1:81", ExchangePhase.CONNECTING_AND_SENDING),
            refused().route(null, null, ExchangePhase.CONNECTING_AND_SENDING),
            refused().by("AspNetCoreModuleV2", "502.3"));
    Set<String> ids = new HashSet<>();
    all.forEach(made -> ids.add(id(made)));
    assertThat(ids).hasSize(all.size());
  }

  @Test
  void a_code_is_the_same_in_every_form() {
    assertThat(id(refused().code(12029))).isEqualTo(id(refused().code(0x80072EFDL)));
    assertThat(id(refused().code(0)))
        .isEqualTo(
            id(
                MadeSummary.failure()
                    .cause("CONNECT_REFUSED")
                    .in(RUN, Origin.OWN)
                    .route("f", "m", ExchangePhase.CONNECTING_AND_SENDING)));
  }

  @Test
  void an_exit_code_is_no_error_of_windows() {
    MadeSummary three = MadeSummary.failure().by("CgiModule", "502.2").code(3);
    assertThat(of(three).parts())
        .containsEntry("code", "exit 3")
        .containsEntry("backend", "program");
    assertThat(of(MadeSummary.failure().by("CgiModule", "502.2").code(0xC00000FDL)).parts())
        .containsEntry("code", "exit 0xC00000FD");
    assertThat(id(three)).isNotEqualTo(id(MadeSummary.failure().by("CgiModule", "502.2").code(5)));
  }

  @Test
  void the_backend_goes_in_by_its_kind() {
    assertThat(kind(refused().route(null, "http://localhost:5000/x", null)))
        .isEqualTo("this-server");
    assertThat(kind(refused().route(null, "LOCALHOST", null))).isEqualTo("this-server");
    assertThat(kind(refused().route(null, "[::1]:80", null))).isEqualTo("this-server");
    assertThat(kind(refused().route(null, "127.0.0.1", null))).isEqualTo("this-server");
    assertThat(kind(refused().route(null, "localhost.example", null))).isEqualTo("host");
    assertThat(kind(refused().route(null, "127.0.0.1.example", null))).isEqualTo("host");
    assertThat(kind(refused().route("F", "f", null))).isEqualTo("farm");
    assertThat(kind(refused().route("f", null, null))).isEqualTo("farm");
    assertThat(kind(MadeSummary.failure())).isEqualTo("none");
    assertThat(kind(MadeSummary.failure().by("aspnetcoremodule", "502.5"))).isEqualTo("program");
  }

  private static String kind(MadeSummary made) {
    return of(made).parts().get("backend");
  }

  @Test
  void a_module_has_one_name() {
    assertThat(id(refused().by("applicationrequestrouting", "502.3"))).isEqualTo(id(refused()));
    String guid = "_3f2504e0-4f89-11d3-9a0c-0305e82c3301";
    assertThat(
            List.of(
                module("__DynamicModule_Shop.Guard, Shop, Version=1.0.0.0, Culture=neutral" + guid),
                module("__DynamicModule_Shop.Guard, Shop, Version=2.1.0.0, Culture=neutral"),
                module("__DynamicModule_Shop.Guard" + guid)))
        .containsOnly("__DynamicModule_Shop.Guard");
    assertThat(module("My\nstatus=1")).isEqualTo("My\\nstatus=1");
  }

  private static String module(String name) {
    return of(MadeSummary.failure().by(name, "500")).parts().get("module");
  }

  @Test
  void what_did_not_fail_has_none() {
    assertThat(MadeSummary.answer().build().fingerprint()).isEmpty();
    assertThat(Fingerprint.of(MadeSummary.answer().build())).isEmpty();
  }

  @Test
  void many_different_ones_are_still_made() {
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < 5_000; i++) {
      ids.add(id(MadeSummary.failure().code(0xA0000000L + i)));
    }
    assertThat(ids).hasSize(5_000);
    assertThat(id(refused())).isEqualTo(id(refused()));
  }

  @Test
  void little_that_is_told_is_little_in_common() {
    TraceSummary bare =
        Samples.summary(
            "a",
            null,
            0,
            Verdict.builder("made").confidence(Confidence.LOW).explanation("?").build());
    assertThat(Fingerprint.of(bare).orElseThrow().explanation())
        .isEqualTo("same because: status 502.3");
  }
}
