package io.github.frebscope.testing.script;

import java.util.Map;

/** The authentication modules: each is asked, the one that knows the user succeeds. */
final class Authentication {
  private static final Map<String, Integer> TYPES =
      Map.of(
          "BasicAuthenticationModule", 2,
          "WindowsAuthenticationModule", 4,
          "DigestAuthenticationModule", 16,
          "CertificateMappingAuthenticationModule", 128,
          "IISCertificateMappingAuthenticationModule", 128,
          "AnonymousAuthenticationModule", 1);

  private final RequestScript request;

  Authentication(RequestScript request) {
    this.request = request;
  }

  void during(String module) {
    Integer type = TYPES.get(module);
    if (type == null) {
      return;
    }
    User user = request.site().user();
    request.emit("AUTH_START", type.toString());
    if (user.isKnown() && user.authType() == type && !request.user().isKnown()) {
      request.emit("AUTH_REQUEST_AUTH_TYPE", type.toString());
      // IIS prints 4 (NT) here whatever the type is.
      request.emit("AUTH_SUCCEEDED", "4", "false", user.name(), user.name(), "2");
      request.emit("USER_SET", type == 1 ? "" : user.type(), user.name(), "true");
      request.authenticate();
    }
    request.emit("AUTH_END");
  }
}
