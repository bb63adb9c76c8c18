package io.github.frebscope.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class AdminCommandsTest {
  private static final String APPCMD = "%windir%\\system32\\inetsrv\\appcmd.exe ";

  @Test
  void names_are_quoted_for_appcmd() {
    assertThat(AdminCommands.pool("DeskPool", "startMode", "AlwaysRunning"))
        .isEqualTo(APPCMD + "set apppool DeskPool /startMode:AlwaysRunning");
    assertThat(AdminCommands.pool("Desk & Co Pool", "processModel.idleTimeout", "00:00:00"))
        .isEqualTo(APPCMD + "set apppool \"Desk & Co Pool\" /processModel.idleTimeout:00:00:00");
    assertThat(AdminCommands.pool("O'Brien", "recycling.logEventOnRecycle", "Time, Memory"))
        .isEqualTo(APPCMD + "set apppool O'Brien \"/recycling.logEventOnRecycle:Time, Memory\"");
    assertThat(AdminCommands.application("Default Web Site", "/", "preloadEnabled", "true"))
        .isEqualTo(APPCMD + "set app \"Default Web Site/\" /preloadEnabled:true");
    assertThat(AdminCommands.application("shop", "/api", "preloadEnabled", "true"))
        .isEqualTo(APPCMD + "set app shop/api /preloadEnabled:true");
    assertThat(AdminCommands.poolSchedule("A B", "03:00:00"))
        .isEqualTo(
            APPCMD + "set apppool \"A B\" /+recycling.periodicRestart.schedule.[value='03:00:00']");
    assertThat(
            AdminCommands.farm(
                "stats farm", "applicationRequestRouting.protocol.timeout", "00:02:00"))
        .isEqualTo(
            APPCMD
                + "set config -section:webFarms \"/[name='stats farm']"
                + ".applicationRequestRouting.protocol.timeout:00:02:00\" /commit:apphost");
  }

  @Test
  void limits_of_the_recorder() {
    assertThat(AdminCommands.tracing("O'Brien's shop", "maxLogFiles", "1000"))
        .isEqualTo(
            APPCMD + "set site \"O'Brien's shop\" /traceFailedRequestsLogging.maxLogFiles:1000");
    assertThat(AdminCommands.tracing("100%PATH%", "maxLogFiles", "1000")).isEmpty();
    assertThat(AdminCommands.set(AdminCommands.tracingPath(4), "maxLogFileSizeKB", "10240"))
        .isEqualTo(
            "Set-WebConfigurationProperty -PSPath 'MACHINE/WEBROOT/APPHOST' -Filter"
                + " 'system.applicationHost/sites/site[@id=''4'']/traceFailedRequestsLogging'"
                + " -Name 'maxLogFileSizeKB' -Value '10240'");
  }

  @Test
  void what_cannot_be_quoted_has_no_command() {
    assertThat(AdminCommands.pool("100%PATH%", "startMode", "AlwaysRunning")).isEmpty();
    assertThat(AdminCommands.pool("a\" & calc & \"", "startMode", "AlwaysRunning")).isEmpty();
    assertThat(AdminCommands.pool("a\nb", "startMode", "AlwaysRunning")).isEmpty();
    assertThat(AdminCommands.farm("it's", "x", "1")).isEmpty();
    assertThat(AdminCommands.set(AdminCommands.poolPath("it's \"it\"", ""), "x", "1")).isEmpty();
    assertThat(AdminCommands.add(Optional.empty(), "value", "1")).isEmpty();
  }

  @Test
  void names_are_quoted_for_powershell() {
    assertThat(
            AdminCommands.set(
                AdminCommands.poolPath("Desk & $Co Pool", "/processModel"),
                "idleTimeout",
                "00:00:00"))
        .isEqualTo(
            "Set-WebConfigurationProperty -PSPath 'MACHINE/WEBROOT/APPHOST' -Filter"
                + " 'system.applicationHost/applicationPools/add[@name=''Desk & $Co Pool'']"
                + "/processModel' -Name 'idleTimeout' -Value '00:00:00'");
    assertThat(
            AdminCommands.set(
                AdminCommands.applicationPath("O'Brien\u2019s", "/"), "preloadEnabled", "true"))
        .isEqualTo(
            "Set-WebConfigurationProperty -PSPath 'MACHINE/WEBROOT/APPHOST' -Filter"
                + " 'system.applicationHost/sites/site[@name=\"O''Brien\u2019\u2019s\"]"
                + "/application[@path=''/'']' -Name 'preloadEnabled' -Value $true");
    assertThat(AdminCommands.add(AdminCommands.poolPath("p", "/schedule"), "value", "03:00:00"))
        .endsWith("-Name '.' -Value @{value='03:00:00'}");
  }

  @Test
  void a_page_to_warm_up() {
    assertThat(AdminCommands.warmUp("Default Web Site", "/", "/home"))
        .isEqualTo(
            APPCMD
                + "set config \"Default Web Site/\" -section:system.webServer/applicationInitialization"
                + " /+[initializationPage='/home'] /commit:apphost");
    assertThat(AdminCommands.warmUp("desk", "/", "/a%20b")).isEmpty();
    assertThat(AdminCommands.warmUpByPowerShell("O'Brien", "/api", "/home"))
        .endsWith("-Location 'O''Brien/api' -Name '.' -Value @{initializationPage='/home'}");
  }
}
