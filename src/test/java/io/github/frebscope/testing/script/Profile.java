package io.github.frebscope.testing.script;

import com.google.common.collect.ImmutableSet;

/** Which modules a server has installed: the fewer, the smaller its traces. */
public enum Profile {
  /** Everything, as on a test machine. */
  FULL(ImmutableSet.of()),
  /** A usual web server. */
  USUAL(
      ImmutableSet.of(
          "WebDAVModule",
          "iisnode",
          "DigestAuthenticationModule",
          "BasicAuthenticationModule",
          "CertificateMappingAuthenticationModule",
          "IISCertificateMappingAuthenticationModule",
          "CustomLoggingModule")),
  /** A server that was set up with care. */
  LEAN(
      ImmutableSet.of(
          "WebDAVModule",
          "iisnode",
          "DigestAuthenticationModule",
          "BasicAuthenticationModule",
          "CertificateMappingAuthenticationModule",
          "IISCertificateMappingAuthenticationModule",
          "CustomLoggingModule",
          "IpRestrictionModule",
          "DynamicIpRestrictionModule",
          "ApplicationInitializationModule",
          "ConfigurationValidationModule",
          "WebSocketModule",
          "IsapiModule",
          "UrlAuthorizationModule",
          "StaticCompressionModule",
          "HttpRedirectionModule",
          "DynamicCompressionModule",
          "RequestMonitorModule"));

  private final ImmutableSet<String> absent;

  Profile(ImmutableSet<String> absent) {
    this.absent = absent;
  }

  boolean has(String module) {
    return !absent.contains(module);
  }
}
