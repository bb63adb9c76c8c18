package io.github.frebscope.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModulesTest {
  @ParameterizedTest
  @CsvSource({
    "ApplicationRequestRouting,RequestRouting",
    "AspNetCoreModule,ANCM",
    "AspNetCoreModuleV2,ANCM",
    "httpPlatformHandler,Module",
    "CgiModule,CGI",
    "FastCgiModule,FastCGI",
    "IsapiModule,ISAPI Extension",
    "iisnode,iisnode",
    "RewriteModule,Rewrite",
    "IIS Web Core,RequestNotifications",
    "RequestFilteringModule,Security",
    "DynamicCompressionModule,Compression",
    "ManagedPipelineHandler,ASPNET",
    "ScriptModule-4.0,ASPNET",
    "ManagedEngineV4.0_64bit,ASPNET",
    "CustomErrorModule,Module"
  })
  void known_modules_have_their_area_whatever_the_caller_thinks(String module, String area) {
    assertThat(Modules.area(module, false)).isEqualTo(area);
    assertThat(Modules.area(module, true)).isEqualTo(area);
    assertThat(Modules.find(module).map(ModuleInfo::area)).contains(area);
  }

  @Test
  void case_does_not_matter_but_the_known_spelling_is_given_back() {
    assertThat(Modules.find("HTTPPLATFORMHANDLER").map(ModuleInfo::name))
        .contains("httpPlatformHandler");
    assertThat(Modules.area("fastcgimodule", false)).isEqualTo("FastCGI");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "__DynamicModule_Contoso.Web.Audit, Contoso.Web, Version=1.0.0.0_2f5c",
        "__DynamicModule_Audit",
        "Contoso.Web.AuditModule",
        "Contoso.Web.AuditModule, Contoso.Web, Version=1.0.0.0, Culture=neutral",
        "Contoso.Outer+Inner",
        "Contoso.Generic`1"
      })
  void unknown_names_of_dotnet_types_are_managed(String module) {
    assertThat(Modules.find(module)).isEmpty();
    assertThat(Modules.area(module, false)).isEqualTo("ASPNET");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ContosoModule",
        "contoso.dll",
        "Contoso.Filter.DLL",
        "Contoso Guard 2.0",
        "Guard-1.4",
        "Guard 1, 2",
        "1.2",
        ".hidden",
        ""
      })
  void other_unknown_names_are_native_unless_the_caller_knows_better(String module) {
    assertThat(Modules.area(module, false)).isEqualTo("Module");
    assertThat(Modules.area(module, true)).isEqualTo("ASPNET");
  }
}
