package io.github.frebscope.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.frebscope.config.RecorderReport.Works;
import io.github.frebscope.config.RecorderStep.Kind;
import io.github.frebscope.config.RecorderStep.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecorderCheckTest {
  private static final String RULE = "tracing/traceFailedRequests/add[@path='*']";
  private static final String SWITCH = "sites/site[@name='crm']/traceFailedRequestsLogging";

  @TempDir Path folder;

  private MadeServer server() {
    return new MadeServer(folder);
  }

  private static RecorderReport check(MadeServer server, RequestOutcome wanted) {
    ServerConfig config = server.read();
    assertThat(config.problems()).isEmpty();
    return RecorderCheck.of(config, config.site(3).orElseThrow(), wanted);
  }

  private static RecorderReport check(MadeServer server) {
    return check(server, RequestOutcome.of("/home", 502, 3));
  }

  private static Outcome outcome(RecorderReport report, Kind kind) {
    return report.step(kind).orElseThrow().outcome();
  }

  private static String sentence(RecorderReport report, Kind kind) {
    return report.step(kind).orElseThrow().sentence();
  }

  @Test
  void a_recorder_that_works() {
    RecorderReport report = check(server().rule("crm", "*", "statusCodes=\"502\""));

    assertThat(report.works()).isEqualTo(Works.YES);
    assertThat(report.faults()).isEmpty();
    assertThat(report.atFault()).isEmpty();
    assertThat(report.steps())
        .extracting(RecorderStep::kind)
        .containsExactly(
            Kind.INSTALLED,
            Kind.SWITCH,
            Kind.RULE,
            Kind.CONDITIONS,
            Kind.TRIGGER,
            Kind.AREAS,
            Kind.DIRECTORY,
            Kind.FILES,
            Kind.SIZE);
    assertThat(report.folder()).endsWith("FailedReqLogFiles\\W3SVC3");
    assertThat(report).asString().startsWith("crm: 502.3 at /home is traced to %SystemDrive%");
  }

  @Test
  void the_module_is_not_installed_and_the_one_for_ETW_is_another() {
    RecorderReport report =
        check(
            server()
                .modules("TracingModule,StaticFileModule")
                .rule("crm", "*", "statusCodes=\"502\""));

    assertThat(report.works()).isEqualTo(Works.NO);
    assertThat(report.atFault().orElseThrow().element())
        .isEqualTo("globalModules/add[@name='FailedRequestsTracingModule']");
    assertThat(report.step(Kind.INSTALLED).orElseThrow().remedy().orElseThrow().powerShell())
        .containsExactly("Install-WindowsFeature Web-Http-Tracing");
  }

  @Test
  void a_configuration_without_modules_does_not_tell_whether_it_is_installed() {
    RecorderFacts facts =
        RecorderFacts.of(
            server().rule("crm", "*", "statusCodes=\"502\"").read(), site(server()), "/home");
    RecorderFacts unknown =
        new RecorderFacts(
            facts.site(),
            List.of(),
            facts.modules(),
            facts.rules(),
            facts.elsewhere(),
            facts.pool(),
            facts.customActions(),
            facts.redirectedTo());

    assertThat(RecorderCheck.of(unknown, RequestOutcome.of("/home", 502)).works())
        .isEqualTo(Works.CANNOT_TELL);
    assertThat(RecorderCheck.of(facts, RequestOutcome.of("/home", 502)).works())
        .isEqualTo(Works.YES);
  }

  private static Site site(MadeServer server) {
    return server.rule("crm", "*", "statusCodes=\"502\"").read().site(3).orElseThrow();
  }

  @Test
  void the_module_is_removed_from_the_site() {
    MadeServer rules = server().rule("crm", "*", "statusCodes=\"502\"");

    assertThat(check(rules.removed("shop", "FailedRequestsTracingModule")).works())
        .isEqualTo(Works.YES);
    RecorderReport report = check(rules.removed("crm", "FailedRequestsTracingModule"));
    assertThat(report.works()).isEqualTo(Works.NO);
    assertThat(report.atFault().orElseThrow().element())
        .isEqualTo("modules/add[@name='FailedRequestsTracingModule']");
  }

  @Test
  void own_switch_off_under_defaults_on() {
    RecorderReport report =
        check(
            server()
                .defaults("enabled=\"true\"")
                .tracing("enabled=\"false\"")
                .rule("crm", "*", "statusCodes=\"502\""));

    assertThat(report.works()).isEqualTo(Works.NO);
    Setting<String> fault = report.atFault().orElseThrow();
    assertThat(fault.element()).isEqualTo(SWITCH);
    assertThat(fault.attribute()).isEqualTo("enabled");
    assertThat(fault.value()).isEqualTo("false");
    assertThat(fault.isOwn()).isTrue();
    assertThat(fault.line()).isPositive();
    assertThat(fault.file()).isEqualTo("config/applicationHost.config");
    assertThat(report.faults()).extracting(RecorderStep::kind).containsExactly(Kind.SWITCH);
    assertThat(report)
        .hasToString(
            "crm: 502.3 at /home is not traced: Failed Request Tracing of site crm is off");
  }

  @Test
  void own_switch_on_under_defaults_off() {
    MadeServer server =
        server().defaults("enabled=\"false\"").rule("crm", "*", "statusCodes=\"502\"");

    assertThat(check(server.tracing("enabled=\"true\"")).works()).isEqualTo(Works.YES);
    RecorderReport inherited = check(server.tracing("maxLogFiles=\"60\""));
    assertThat(inherited.works()).isEqualTo(Works.NO);
    assertThat(inherited.atFault().orElseThrow().origin()).isEqualTo(Setting.Origin.DEFAULTS);
    assertThat(sentence(inherited, Kind.SWITCH)).contains("defaults of all sites");
  }

  @Test
  void nobody_switched_it_on_or_the_defaults_did() {
    MadeServer server = server().tracing("").rule("crm", "*", "statusCodes=\"502\"");

    RecorderReport report = check(server);
    assertThat(report.works()).isEqualTo(Works.NO);
    assertThat(report.atFault().orElseThrow().origin()).isEqualTo(Setting.Origin.SCHEMA);
    assertThat(report.atFault().orElseThrow().line()).isZero();
    assertThat(check(server.defaults("enabled=\"true\"")).works()).isEqualTo(Works.YES);
  }

  @Test
  void the_commands_for_the_switch_are_exact() {
    Remedy remedy =
        check(server().tracing("enabled=\"false\"").rule("crm", "*", "statusCodes=\"502\""))
            .step(Kind.SWITCH)
            .orElseThrow()
            .remedy()
            .orElseThrow();

    assertThat(remedy.appcmd())
        .containsExactly(
            "%windir%\\system32\\inetsrv\\appcmd.exe set config"
                + " -section:system.applicationHost/sites"
                + " \"/[name='crm'].traceFailedRequestsLogging.enabled:true\" /commit:apphost");
    assertThat(remedy.powerShell())
        .containsExactly(
            "Set-WebConfigurationProperty -PSPath 'MACHINE/WEBROOT/APPHOST' -Filter"
                + " \"system.applicationHost/sites/site[@name='crm']/traceFailedRequestsLogging\""
                + " -Name enabled -Value 'true'");
  }

  @Test
  void a_site_whose_name_has_an_apostrophe_is_named_by_its_number() {
    Remedy remedy =
        check(server().site("joe's").tracing("enabled=\"false\""))
            .step(Kind.SWITCH)
            .orElseThrow()
            .remedy()
            .orElseThrow();

    assertThat(remedy.appcmd().get(0)).contains("/[id='3'].traceFailedRequestsLogging");
    assertThat(remedy.powerShell().get(0)).contains("site[@id='3']/");
  }

  @Test
  void a_rule_of_another_site_does_nothing_here() {
    RecorderReport report = check(server().rule("shop", "*", "statusCodes=\"502\""));

    assertThat(report.works()).isEqualTo(Works.NO);
    assertThat(sentence(report, Kind.RULE))
        .startsWith("no rule at all is in force for /home")
        .contains("site shop has * on 502");
    assertThat(report.atFault().orElseThrow().element()).isEqualTo(RULE);
    assertThat(report.step(Kind.CONDITIONS)).isEmpty();
    assertThat(check(server()).step(Kind.RULE).orElseThrow().sentence())
        .isEqualTo("no rule at all is in force for /home");
  }

  @Test
  void a_rule_of_an_application_does_nothing_beside_it() {
    MadeServer server = server().rule("crm/api", "*", "statusCodes=\"502\"");

    assertThat(check(server, RequestOutcome.of("/api/list", 502)).works()).isEqualTo(Works.YES);
    RecorderReport beside = check(server, RequestOutcome.of("/home", 502));
    assertThat(beside.works()).isEqualTo(Works.NO);
    assertThat(sentence(beside, Kind.RULE)).contains("application /api has * on 502");
  }

  @Test
  void a_rule_for_other_names() {
    MadeServer server = server().rule("crm", "*.aspx", "statusCodes=\"502\"");

    assertThat(check(server, RequestOutcome.of("/x.aspx", 502)).works()).isEqualTo(Works.YES);
    RecorderReport report = check(server, RequestOutcome.of("/x.asmx", 502));
    assertThat(report.works()).isEqualTo(Works.NO);
    assertThat(sentence(report, Kind.RULE))
        .isEqualTo("no rule is for /x.asmx: those in force there are for *.aspx");
    assertThat(report.atFault().orElseThrow().value()).isEqualTo("*.aspx");
    assertThat(report.step(Kind.RULE).orElseThrow().remedy().orElseThrow().appcmd())
        .hasSize(3)
        .last()
        .asString()
        .endsWith(
            "set config \"crm\" -section:system.webServer/tracing/traceFailedRequests"
                + " \"/[path='*'].failureDefinitions.statusCodes:502\" /commit:apphost");
  }

  @Test
  void rules_are_defined_and_the_switch_is_off() {
    RecorderReport report =
        check(server().tracing("enabled=\"false\"").rule("crm", "*", "statusCodes=\"400-599\""));

    assertThat(report.works()).isEqualTo(Works.NO);
    assertThat(outcome(report, Kind.SWITCH)).isEqualTo(Outcome.FAIL);
    assertThat(outcome(report, Kind.RULE)).isEqualTo(Outcome.PASS);
    assertThat(outcome(report, Kind.CONDITIONS)).isEqualTo(Outcome.PASS);
  }

  @Test
  void a_sub_status_and_the_next() {
    MadeServer server = server().rule("crm", "*", "statusCodes=\"502.3\"");

    assertThat(check(server, RequestOutcome.of("/home", 502, 3)).works()).isEqualTo(Works.YES);
    RecorderReport next = check(server, RequestOutcome.of("/home", 502, 4));
    assertThat(next.works()).isEqualTo(Works.NO);
    assertThat(next.atFault().orElseThrow())
        .hasToString(RULE + "/failureDefinitions@statusCodes = 502.3");
    assertThat(next.step(Kind.CONDITIONS).orElseThrow().remedy().orElseThrow().powerShell())
        .containsExactly(
            "Set-WebConfigurationProperty -PSPath 'MACHINE/WEBROOT/APPHOST' -Location 'crm'"
                + " -Filter \"system.webServer/tracing/traceFailedRequests"
                + "/add[@path='*']/failureDefinitions\" -Name statusCodes -Value '502.3,502'");
  }

  @Test
  void a_sub_status_that_is_not_known_leaves_it_open() {
    RecorderReport report =
        check(server().rule("crm", "*", "statusCodes=\"502.3\""), RequestOutcome.of("/home", 502));

    assertThat(report.works()).isEqualTo(Works.CANNOT_TELL);
    assertThat(outcome(report, Kind.CONDITIONS)).isEqualTo(Outcome.PARTIAL);
    assertThat(sentence(report, Kind.CONDITIONS))
        .contains("it misses 502 without sub-status, 502.1, 502.2, 502.4, 502.5")
        .doesNotContain("502.2, 502.3");
    assertThat(report).asString().startsWith("crm: 502 at /home is perhaps traced: ");
  }

  @Test
  void another_status() {
    RecorderReport report = check(server().rule("crm", "*", "statusCodes=\"500\""));

    assertThat(report.works()).isEqualTo(Works.NO);
    assertThat(sentence(report, Kind.CONDITIONS)).contains("covers statuses 500, not 502.3");
  }

  @Test
  void a_rule_in_a_web_config_is_changed_there() {
    RecorderReport report = check(server().webConfigRule(3, "*", "statusCodes=\"500\""));

    assertThat(report.works()).isEqualTo(Works.NO);
    assertThat(report.atFault().orElseThrow().file()).endsWith("web.config");
    Remedy remedy = report.step(Kind.CONDITIONS).orElseThrow().remedy().orElseThrow();
    assertThat(remedy.appcmd().get(0))
        .endsWith("\"/[path='*'].failureDefinitions.statusCodes:500,502\"");
    assertThat(remedy.powerShell().get(0)).contains("-PSPath 'MACHINE/WEBROOT/APPHOST/crm'");
  }

  @Test
  void a_rule_that_IIS_refuses() {
    RecorderReport report = check(server().rule("crm", "*", "statusCodes=\"5xx\""));

    assertThat(report.works()).isEqualTo(Works.CANNOT_TELL);
    assertThat(sentence(report, Kind.CONDITIONS)).contains("event 2286", "5xx");
    assertThat(report.atFault().orElseThrow().attribute()).isEqualTo("statusCodes");
    RecorderReport area =
        check(server().rule("shop", "*", "").rule("crm", "*", "Nonsense", "statusCodes=\"502\""));
    assertThat(sentence(area, Kind.CONDITIONS)).contains("event 2285", "Nonsense");
    assertThat(area.atFault().orElseThrow().attribute()).isEqualTo("areas");
  }

  @Test
  void a_time_limit_writes_the_file_too_early() {
    String cut = "statusCodes=\"502\" timeTaken=\"00:00:10\"";

    RecorderReport report = check(server().rule("crm", "*", cut));
    assertThat(report.works()).isEqualTo(Works.YES);
    assertThat(outcome(report, Kind.TRIGGER)).isEqualTo(Outcome.PARTIAL);
    assertThat(sentence(report, Kind.TRIGGER)).contains("10 s", "TIME_TAKEN", "URL and time");
    RequestOutcome quick = RequestOutcome.of("/home", 502, 3).taking(Duration.ofSeconds(3));
    assertThat(outcome(check(server().rule("crm", "*", cut), quick), Kind.TRIGGER))
        .isEqualTo(Outcome.PASS);
    assertThat(
            outcome(
                check(server().rule("crm", "*", cut + " traceAllAfterTimeout=\"true\"")),
                Kind.TRIGGER))
        .isEqualTo(Outcome.PASS);
  }

  @Test
  void the_area_of_a_module_that_came_later() {
    MadeServer arr =
        server().modules("FailedRequestsTracingModule,ApplicationRequestRouting,RewriteModule");
    String conditions = "statusCodes=\"502\"";

    RecorderReport report =
        check(arr.rule("crm", "*", "RequestNotifications,Module,Rewrite", conditions));
    assertThat(report.works()).isEqualTo(Works.YES);
    assertThat(outcome(report, Kind.AREAS)).isEqualTo(Outcome.PARTIAL);
    assertThat(sentence(report, Kind.AREAS))
        .contains("does not record RequestRouting (ApplicationRequestRouting)")
        .doesNotContain("Rewrite (");
    RecorderStep step = report.step(Kind.AREAS).orElseThrow();
    assertThat(step.setting().orElseThrow().value())
        .isEqualTo("RequestNotifications,Module,Rewrite");
    assertThat(step.remedy().orElseThrow().appcmd().get(0))
        .contains(
            "\"/[path='*'].traceAreas.[provider='WWW Server'].areas:" + MadeServer.AREAS + "\"");
  }

  @Test
  void areas_by_their_beginning_are_enough_and_modules_that_are_not_there_need_none() {
    MadeServer arr =
        server().modules("FailedRequestsTracingModule,ApplicationRequestRouting,RewriteModule");

    assertThat(check(arr.rule("crm", "*", "Re", "statusCodes=\"502\"")).faults()).isEmpty();
    MadeServer plain = new MadeServer(folder);
    assertThat(
            check(plain.rule("crm", "*", "RequestNotifications", "statusCodes=\"502\"")).faults())
        .isEmpty();
  }

  @Test
  void the_server_lost_the_definition_of_an_area() {
    RecorderReport report =
        check(
            server()
                .modules("FailedRequestsTracingModule,AspNetCoreModuleV2")
                .defined("RequestNotifications,Module")
                .rule("crm", "*", "RequestNotifications,Module", "statusCodes=\"502\""));

    assertThat(report.works()).isEqualTo(Works.YES);
    assertThat(sentence(report, Kind.AREAS))
        .isEqualTo(
            "the server defines no area ANCM (AspNetCoreModuleV2), so no rule can record it");
  }

  @Test
  void a_share_and_a_built_in_account() {
    String share = "enabled=\"true\" directory=\"\\\\files\\traces$\"";
    MadeServer server = server().tracing(share).rule("crm", "*", "statusCodes=\"502\"");

    RecorderReport builtIn = check(server);
    assertThat(builtIn.works()).isEqualTo(Works.CANNOT_TELL);
    assertThat(sentence(builtIn, Kind.DIRECTORY))
        .contains("IIS AppPool\\CrmPool needs Full Control", "ANONYMOUS");
    assertThat(builtIn.folder()).isEqualTo("\\\\files\\traces$\\W3SVC3");
    RecorderReport user = check(server.identity("SpecificUser"));
    assertThat(user.works()).isEqualTo(Works.CANNOT_TELL);
    assertThat(sentence(user, Kind.DIRECTORY))
        .contains("the user of pool CrmPool")
        .doesNotContain("ANONYMOUS");
  }

  @Test
  void folders_of_the_server() {
    MadeServer server = server().rule("crm", "*", "statusCodes=\"502\"");

    RecorderReport own = check(server.tracing("enabled=\"true\" directory=\"D:\\traces\\\""));
    assertThat(own.works()).isEqualTo(Works.YES);
    assertThat(sentence(own, Kind.DIRECTORY)).contains("IIS AppPool\\CrmPool needs Full Control");
    assertThat(own.folder()).isEqualTo("D:\\traces\\W3SVC3");
    assertThat(
            check(server.tracing("enabled=\"true\" directory=\"%SystemDrive%\\traces\"")).works())
        .isEqualTo(Works.YES);
    RecorderReport variable = check(server.tracing("enabled=\"true\" directory=\"%TRACES%\\iis\""));
    assertThat(variable.works()).isEqualTo(Works.CANNOT_TELL);
    assertThat(sentence(variable, Kind.DIRECTORY)).contains("what %TRACES% is depends on");
    assertThat(check(server.tracing("enabled=\"true\" directory=\"traces\"")).works())
        .isEqualTo(Works.CANNOT_TELL);
  }

  @Test
  void how_long_the_files_last() {
    MadeServer server = server().rule("crm", "*", "statusCodes=\"502\"");

    RecorderReport report = check(server);
    assertThat(report.keeps(10)).isEqualTo(Duration.ofSeconds(150));
    assertThat(report.keeps(0)).isGreaterThan(Duration.ofDays(100_000));
    assertThatThrownBy(() -> report.keeps(-1)).isInstanceOf(IllegalArgumentException.class);
    assertThat(sentence(report, Kind.FILES)).startsWith("50 files").contains("2.5 to 5 minutes");
    RecorderReport few = check(server.tracing("enabled=\"true\" maxLogFiles=\"1\""));
    assertThat(few.works()).isEqualTo(Works.YES);
    assertThat(outcome(few, Kind.FILES)).isEqualTo(Outcome.PARTIAL);
    assertThat(few.keeps(60)).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void where_a_file_is_cut() {
    MadeServer server = server().rule("crm", "*", "statusCodes=\"502\"");

    assertThat(outcome(check(server), Kind.SIZE)).isEqualTo(Outcome.PASS);
    RecorderReport small = check(server.tracing("enabled=\"true\" maxLogFileSizeKB=\"512\""));
    assertThat(outcome(small, Kind.SIZE)).isEqualTo(Outcome.PARTIAL);
    assertThat(small.works()).isEqualTo(Works.YES);
    assertThat(outcome(check(server.tracing("enabled=\"true\" maxLogFileSizeKB=\"0\"")), Kind.SIZE))
        .isEqualTo(Outcome.PASS);
  }

  @Test
  void a_program_may_take_the_place_of_the_file() {
    RecorderReport report =
        check(
            server()
                .tracing("enabled=\"true\" customActionsEnabled=\"true\"")
                .rule("crm", "*", "statusCodes=\"502\""));

    assertThat(report.works()).isEqualTo(Works.CANNOT_TELL);
    assertThat(report.atFault().orElseThrow().attribute()).isEqualTo("customActionsEnabled");
  }

  @Test
  void a_rule_that_would_smuggle_a_command_into_a_line_gets_none() {
    RecorderReport report =
        check(
            server().rule("crm", "*$(calc)*", "statusCodes=\"404\"").rule("crm", "*", ""),
            RequestOutcome.of("/x$(calc)y", 502));

    Remedy remedy = report.step(Kind.CONDITIONS).orElseThrow().remedy().orElseThrow();
    assertThat(report.works()).isEqualTo(Works.NO);
    assertThat(remedy.appcmd()).isEmpty();
    assertThat(remedy.powerShell()).isEmpty();
    assertThat(remedy.sentence()).isEqualTo("Let the rule cover 502 with every sub-status");
  }

  @Test
  void a_provider_without_any_area_is_not_judged() {
    RecorderReport report = check(server().rule("crm", "*", "", "statusCodes=\"502\""));

    assertThat(report.works()).isEqualTo(Works.YES);
    assertThat(outcome(report, Kind.AREAS)).isEqualTo(Outcome.CANNOT_TELL);
  }
}
