package io.github.frebscope.cause;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.classify.Classifier;
import io.github.frebscope.classify.Verdict;
import io.github.frebscope.parse.TraceReader;
import io.github.frebscope.testing.Shared;
import io.github.frebscope.testing.script.Notification;
import io.github.frebscope.testing.script.RequestScript;
import io.github.frebscope.testing.script.Site;
import io.github.frebscope.testing.script.TraceScript;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Errors that are no failure of a gateway: no cause, but what they mean and what to do. */
class PlainMeaningTest {
  private static final String CORE = "IIS Web Core";
  private static final String FILTERING = "RequestFilteringModule";

  private static Verdict verdict(Site site, Consumer<RequestScript> does) {
    TraceScript script = new TraceScript(site);
    RequestScript request = script.request().headers("Content-Length: 48000000");
    request.after(
        Notification.BEGIN_REQUEST,
        () -> {
          does.accept(request);
          request.finish();
        });
    request.play();
    return Classifier.standard().classify(CauseTraces.read(script));
  }

  private static void set(
      RequestScript request, String by, int status, int sub, long code, String configuration) {
    request.statusBy(
        by, Notification.BEGIN_REQUEST.value(), status, "Reason", sub, code, configuration);
  }

  private static Verdict verdict(String by, int status, int sub, long code, String config) {
    return verdict(Plays.app(), r -> set(r, by, status, sub, code, config));
  }

  private static void says(Verdict verdict, String beginning) {
    assertThat(verdict.cause()).isEmpty();
    assertThat(verdict.alternatives()).isEmpty();
    assertThat(verdict.confidence()).isEqualTo(Confidence.HIGH);
    assertThat(verdict.explanation()).startsWith(beginning);
    assertThat(verdict.remedy()).isPresent();
    assertThat(verdict.explanation() + verdict.remedy().orElse("") + verdict.next().orElse(""))
        .doesNotContainPattern("[\\[\\]{}]");
  }

  @Test
  void a_locked_section_with_file_and_line() {
    Verdict verdict =
        verdict(
            CORE,
            500,
            19,
            0x80070021L,
            "\\\\?\\E:\\plan\\web.config ( 42) :This configuration section cannot be used here.\n");
    says(
        verdict,
        "E:\\plan\\web.config, line 42 sets a section that is locked at a level above: This"
            + " configuration section cannot be used here. IIS Web Core itself");
    assertThat(verdict.remedy().orElseThrow())
        .startsWith("Unlock it")
        .endsWith("take it out of E:\\plan\\web.config.");
  }

  @Test
  void a_configuration_error_without_a_line_and_with_another_code() {
    says(
        verdict(CORE, 500, 19, 0x80070078L, "\\\\?\\E:\\plan\\web.config ( 0) :Konnte nicht lesen"),
        "The configuration is wrong in E:\\plan\\web.config: Konnte nicht lesen. ");
  }

  @Test
  void a_500_19_without_a_message_means_nothing_certain() {
    Verdict verdict = verdict("DynamicCompressionModule", 500, 19, 0x80070057L, "");
    assertThat(verdict.explanation()).startsWith("DynamicCompressionModule ");
    assertThat(verdict.remedy()).isEmpty();
  }

  @Test
  void what_request_filtering_refused() {
    Site site = Plays.app().get("http://plan.mosaic.example:80/backup/plan.mdb?v=12");
    says(
        verdict(site, r -> set(r, FILTERING, 404, 7, 0, "")),
        "Request filtering refused the extension .mdb. RequestFilteringModule");
    says(
        verdict(site, r -> set(r, FILTERING, 404, 8, 0, "")),
        "Request filtering refused the URL /backup/plan.mdb: a part of it");
    says(
        verdict(site, r -> set(r, FILTERING, 404, 15, 0, "")),
        "Request filtering refused the query string of 4 characters:");
    says(
        verdict(site, r -> set(r, FILTERING, 404, 6, 0, "")),
        "Request filtering refused the verb GET.");
  }

  @Test
  void a_body_that_is_too_long() {
    Site site = Plays.app().verb("POST", "http://plan.mosaic.example:80/upload");
    says(
        verdict(site, r -> set(r, FILTERING, 404, 13, 0, "")),
        "Request filtering refused the request: its body of 48000000 bytes is longer than");
  }

  @Test
  void a_logon_that_failed_and_why() {
    Verdict verdict =
        verdict(
            Plays.app(),
            r -> {
              r.emit("AUTH_BASIC_LOGON_FAILED", "2147943726");
              set(r, CORE, 401, 1, 0x8007052EL, "");
            });
    says(
        verdict,
        "The client showed credentials, and Windows refused them: ERROR_LOGON_FAILURE 0x8007052E.");
    assertThat(verdict.evidence()).extracting(Evidence::name).contains("AUTH_BASIC_LOGON_FAILED");
  }

  @Test
  void the_address_that_was_refused() {
    says(
        verdict(
            Plays.app(),
            r -> {
              r.emit("SECURITY_REJECTED_IP", "203.0.113.9");
              set(r, "IpRestrictionModule", 403, 503, 0, "");
            }),
        "The client's address 203.0.113.9 is on the list");
  }

  @Test
  void an_application_that_chose_the_status() {
    says(
        verdict("ManagedPipelineHandler", 404, 0, 0, ""),
        "The ASP.NET application, or ASP.NET for it, answered 404 itself;");
  }

  @Test
  void a_status_that_anybody_can_set_is_left_alone() {
    Verdict verdict = verdict("AcmeModule", 404, 0, 0, "");
    assertThat(verdict.explanation()).startsWith("AcmeModule ");
    assertThat(verdict.remedy()).isEmpty();
  }

  @Test
  void real_traces() {
    says(
        corpus("fr000008.denied-ext"),
        "An entry stands twice in a collection of C:\\FrebTest\\site\\denied-ext\\web.config, line 8:"
            + " Cannot add duplicate collection entry of type 'add' with unique key attribute"
            + " 'fileExtension' set to '.config'. ");
    says(
        corpus("fr000035.config-500-19"),
        "The handler that was chosen names a module that is not installed or not enabled here:"
            + " Handler \"BrokenHandler\" has a bad module \"NonExistentModule\"");
    says(corpus("fr000031.auth-401-anon"), "The request carried no credentials of a kind");
    says(
        corpus("fr000067.rewrite-search"),
        "Request filtering refused the URL /url-rewrite/search/hello+world: after it was decoded");
    says(
        corpus("fr000037.method-delete"),
        "WebDAVModule took the request (DELETE) before the application's handler and refused the"
            + " verb: WebDAV Disabled.");
    says(corpus("fr000004.static-404"), "No file or folder is there for /nonexistent-page.html.");
    says(
        corpus("fr000049.php-error"),
        "The script itself failed and printed an error: PHP Fatal error: Uncaught Error: Call to"
            + " undefined function");
  }

  private static Verdict corpus(String name) {
    Path file =
        Shared.traces(Shared.dir("corpus")).stream()
            .filter(f -> f.getFileName().toString().equals(name + ".xml"))
            .findFirst()
            .orElseThrow();
    try (InputStream in = Files.newInputStream(file)) {
      return Classifier.standard().classify(TraceReader.standard().read(in, name));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
