package io.github.frebscope.config;

import io.github.frebscope.internal.text.Texts;
import java.util.Objects;

/**
 * A rule of URL Rewrite that is in force.
 *
 * @param name its name
 * @param enabled whether it is used
 * @param global whether it is one of the server's {@code globalRules}
 * @param pattern what it matches, as written
 * @param actionType {@code Rewrite}, {@code Redirect}, {@code CustomResponse}, {@code None} ...
 * @param actionUrl where to, as written, {@code http://farm/{R:0}}; empty when the action has none
 * @param file where it stands, relative to the server's folder
 * @param line its 1-based line there
 */
public record RewriteRule(
    String name,
    boolean enabled,
    boolean global,
    String pattern,
    String actionType,
    String actionUrl,
    String file,
    int line) {
  /** Refuses nulls. */
  public RewriteRule {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(pattern, "pattern");
    Objects.requireNonNull(actionType, "actionType");
    Objects.requireNonNull(actionUrl, "actionUrl");
    Objects.requireNonNull(file, "file");
  }

  /** The host in {@link #actionUrl}: a server or a farm; empty when it stays on this site. */
  public String targetHost() {
    int start = actionUrl.indexOf("://");
    if (start < 0) {
      return "";
    }
    String rest = actionUrl.substring(start + 3);
    int end = rest.length();
    for (char c : new char[] {'/', ':', '?'}) {
      int at = rest.indexOf(c);
      end = at < 0 ? end : Math.min(end, at);
    }
    return rest.substring(0, end);
  }

  /** {@code ARR_shop_loadbalance: * to http://shop/{R:0}}: one line. */
  @Override
  public String toString() {
    return Texts.shown(name + ": " + pattern + " to " + actionUrl) + (enabled ? "" : ", off");
  }
}
