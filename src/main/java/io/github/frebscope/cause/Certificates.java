package io.github.frebscope.cause;

import java.util.Map;
import java.util.Optional;

/** What is wrong with a certificate, when the error code tells. */
final class Certificates {
  private static final Map<String, String> OF_BACKEND =
      Map.of(
          "ERROR_WINHTTP_SECURE_CERT_DATE_INVALID", "it has expired or is not valid yet",
          "ERROR_WINHTTP_SECURE_CERT_CN_INVALID", "it is for another name",
          "ERROR_WINHTTP_SECURE_INVALID_CA", "its issuer is not known here",
          "ERROR_WINHTTP_SECURE_CERT_REV_FAILED", "whether it was revoked could not be found out",
          "ERROR_WINHTTP_SECURE_CERT_REVOKED", "it was revoked",
          "ERROR_WINHTTP_SECURE_CERT_WRONG_USAGE", "it is for another use",
          "ERROR_WINHTTP_SECURE_INVALID_CERT", "it is malformed");

  private static final Map<String, String> OF_GATEWAY =
      Map.of(
          "ERROR_WINHTTP_CLIENT_CERT_NO_PRIVATE_KEY", "the gateway's has no private key",
          "ERROR_WINHTTP_CLIENT_CERT_NO_ACCESS_PRIVATE_KEY",
              "the gateway may not read the private key of its own");

  private Certificates() {}

  static Optional<Finding> ofBackend(Failure failure, Finding finding) {
    return Connecting.ofServers(failure, finding.value("fault", fault(failure, OF_BACKEND)));
  }

  static Optional<Finding> ofGateway(Failure failure, Finding finding) {
    return Connecting.ofServers(failure, finding.value("fault", fault(failure, OF_GATEWAY)));
  }

  private static Optional<String> fault(Failure failure, Map<String, String> faults) {
    return faults.entrySet().stream()
        .filter(e -> failure.isCode(e.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }
}
