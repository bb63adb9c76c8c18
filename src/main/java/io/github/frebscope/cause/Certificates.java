package io.github.frebscope.cause;

import io.github.frebscope.catalog.ErrorCode;
import io.github.frebscope.catalog.ErrorCodes;
import java.util.Map;
import java.util.Optional;

/** What is wrong with a certificate, and what to do about it, when the error code tells. */
final class Certificates {
  /** What failed, and the remedy with a gap for the backend. */
  private record Fault(String what, String remedy) {}

  private static final String RENEW = "Renew the certificate of %s.";

  private static final Map<String, Fault> OF_BACKEND =
      Map.of(
          "ERROR_WINHTTP_SECURE_CERT_DATE_INVALID",
          new Fault(
              "it has expired or is not valid yet",
              "Renew the certificate of %s, and see that this server's clock is right."),
          "ERROR_WINHTTP_SECURE_INVALID_CA",
          new Fault(
              "its chain ends at an issuer that is not trusted here",
              "Install the certificate of that issuer on this server (certutil -addstore Root), and"
                  + " let %s send its intermediate certificates."),
          "ERROR_WINHTTP_SECURE_CERT_CN_INVALID",
          new Fault(
              "it is for another name",
              "Give %s a certificate for the name by which it is asked, or ask it by a name in its"
                  + " certificate."),
          "ERROR_WINHTTP_SECURE_CERT_REV_FAILED",
          new Fault(
              "whether it was revoked could not be checked",
              "Let this server reach the revocation list or OCSP address that stands in the"
                  + " certificate of %s."),
          "ERROR_WINHTTP_SECURE_CERT_REVOKED",
          new Fault("it was revoked", RENEW),
          "ERROR_WINHTTP_SECURE_CERT_WRONG_USAGE",
          new Fault(
              "it is for another use",
              "Give %s a certificate for server authentication (extended key usage)."),
          "ERROR_WINHTTP_SECURE_INVALID_CERT",
          new Fault("it is malformed", RENEW));

  private static final Fault UNKNOWN =
      new Fault(
          "",
          "Renew the certificate of %s, or install its issuer's on this server in the computer's"
              + " store of trusted roots.");

  private static final Map<String, String> OF_GATEWAY =
      Map.of(
          "ERROR_WINHTTP_CLIENT_CERT_NO_PRIVATE_KEY", "the gateway's has no private key",
          "ERROR_WINHTTP_CLIENT_CERT_NO_ACCESS_PRIVATE_KEY",
              "the gateway may not read the private key of its own");

  private Certificates() {}

  static Optional<Finding> ofBackend(Failure failure, Finding finding) {
    Fault fault = OF_BACKEND.getOrDefault(name(failure), UNKNOWN);
    String backend = failure.backend().orElse("the backend");
    return Connecting.ofServers(
        failure,
        finding
            .value("fault", Optional.of(fault.what()).filter(text -> !text.isEmpty()))
            .value("do", fault.remedy().replace("%s", backend)));
  }

  static Optional<Finding> ofGateway(Failure failure, Finding finding) {
    return Connecting.ofServers(
        failure, finding.value("fault", Optional.ofNullable(OF_GATEWAY.get(name(failure)))));
  }

  private static String name(Failure failure) {
    return ErrorCodes.find(failure.hresult().orElse(0)).map(ErrorCode::name).orElse("");
  }
}
