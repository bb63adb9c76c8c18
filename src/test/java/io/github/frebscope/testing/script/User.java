package io.github.frebscope.testing.script;

/**
 * Who asks.
 *
 * @param type the authentication type as in the root element
 * @param name the user's name, empty for anonymous
 * @param token the account the request runs under
 * @param authType the number of the type in authentication events
 */
public record User(String type, String name, String token, int authType) {
  /** Nobody in particular. */
  public static final User ANONYMOUS = new User("anonymous", "", "NT AUTHORITY\\IUSR", 1);

  /** The request ends before authentication: the root has no user attributes. */
  public static final User NOT_AVAILABLE = new User("NOT_AVAILABLE", "", "", 0);

  /** A Windows user. */
  public static User windows(String name) {
    return new User("Negotiate", name, name, 4);
  }

  /** A user with a password in the request. */
  public static User basic(String name, String token) {
    return new User("Basic", name, token, 2);
  }

  boolean isKnown() {
    return !this.equals(NOT_AVAILABLE);
  }
}
