package io.github.frebscope.cause;

import io.github.frebscope.catalog.ErrorCode;
import io.github.frebscope.catalog.ErrorCodes;
import java.util.Optional;

/** A backend's certificate that is not trusted: most error codes tell which check failed. */
final class Certificate {
  private Certificate() {}

  static Optional<Finding> judge(Failure failure, Finding finding) {
    String backend = failure.backend().orElse("the backend");
    return Optional.of(
        switch (fault(failure)) {
          case "ERROR_WINHTTP_SECURE_CERT_DATE_INVALID" ->
              said(
                  finding,
                  "it has expired or is not valid yet",
                  "Renew the certificate of "
                      + backend
                      + ", and see that this server's clock is right.");
          case "ERROR_WINHTTP_SECURE_INVALID_CA" ->
              said(
                  finding,
                  "its chain ends at an issuer that is not trusted here",
                  "Install the certificate of that issuer on this server (certutil -addstore Root),"
                      + " and let "
                      + backend
                      + " send its intermediate certificates.");
          case "ERROR_WINHTTP_SECURE_CERT_CN_INVALID" ->
              said(
                  finding,
                  "it is for another name",
                  "Give "
                      + backend
                      + " a certificate for the name by which it is asked, or ask it by a name in its"
                      + " certificate.");
          case "ERROR_WINHTTP_SECURE_CERT_REV_FAILED" ->
              said(
                  finding,
                  "whether it was revoked could not be checked",
                  "Let this server reach the revocation list or OCSP address that stands in the"
                      + " certificate of "
                      + backend
                      + ".");
          default ->
              finding.value(
                  "do",
                  "Renew the certificate of "
                      + backend
                      + ", or install its issuer's on this server in the computer's store of trusted"
                      + " roots.");
        });
  }

  private static String fault(Failure failure) {
    return ErrorCodes.find(failure.hresult().orElse(0)).map(ErrorCode::name).orElse("");
  }

  private static Finding said(Finding finding, String fault, String remedy) {
    return finding.value("fault", fault).value("do", remedy);
  }
}
