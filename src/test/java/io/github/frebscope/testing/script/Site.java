package io.github.frebscope.testing.script;

import java.time.Instant;
import java.util.Locale;

/**
 * Where and when a request runs: what the root element and the header of every event say.
 * Immutable; each method gives a changed copy.
 *
 * @param computer the server's NetBIOS name
 * @param siteId the site's id
 * @param pool the application pool
 * @param processId the worker process
 * @param threadId the thread that writes the file
 * @param verb the HTTP verb
 * @param url the absolute URL with its port
 * @param start the first event's time
 * @param number makes ids and ports of this request differ from those of others
 * @param language the server's language
 * @param profile the modules that are installed
 * @param user who asks
 */
public record Site(
    String computer,
    int siteId,
    String pool,
    long processId,
    long threadId,
    String verb,
    String url,
    Instant start,
    int number,
    Language language,
    Profile profile,
    User user) {

  /** A server with one site, at an arbitrary time. */
  public static Site on(String computer) {
    return new Site(
        computer,
        1,
        "DefaultAppPool",
        4312,
        2204,
        "GET",
        "http://www.fabrik.example:80/",
        Instant.parse("2026-03-11T09:14:07.318Z"),
        1,
        Language.ENGLISH,
        Profile.LEAN,
        User.ANONYMOUS);
  }

  /** The site and the pool it runs in. */
  public Site site(int id, String newPool) {
    return with(id, newPool, verb, url, start, number, language, profile, user);
  }

  /** What is asked for. */
  public Site get(String newUrl) {
    return with(siteId, pool, "GET", newUrl, start, number, language, profile, user);
  }

  /** What is asked for, and how. */
  public Site verb(String newVerb, String newUrl) {
    return with(siteId, pool, newVerb, newUrl, start, number, language, profile, user);
  }

  /** When it starts. */
  public Site at(Instant newStart) {
    return with(siteId, pool, verb, url, newStart, number, language, profile, user);
  }

  /** A number that makes its ids its own. */
  public Site number(int newNumber) {
    return with(siteId, pool, verb, url, start, newNumber, language, profile, user);
  }

  /** The server's language. */
  public Site language(Language newLanguage) {
    return with(siteId, pool, verb, url, start, number, newLanguage, profile, user);
  }

  /** The modules that are installed. */
  public Site profile(Profile newProfile) {
    return with(siteId, pool, verb, url, start, number, language, newProfile, user);
  }

  /** Who asks. */
  public Site user(User newUser) {
    return with(siteId, pool, verb, url, start, number, language, profile, newUser);
  }

  /** The worker process. */
  public Site process(long newProcessId) {
    return new Site(
        computer,
        siteId,
        pool,
        newProcessId,
        threadId,
        verb,
        url,
        start,
        number,
        language,
        profile,
        user);
  }

  private Site with(
      int newSiteId,
      String newPool,
      String newVerb,
      String newUrl,
      Instant newStart,
      int newNumber,
      Language newLanguage,
      Profile newProfile,
      User newUser) {
    return new Site(
        computer,
        newSiteId,
        newPool,
        processId,
        threadId,
        newVerb,
        newUrl,
        newStart,
        newNumber,
        newLanguage,
        newProfile,
        newUser);
  }

  /** The request's id, in the form HTTP.sys gives it. */
  String activityId() {
    return String.format(Locale.ROOT, "{%08X-0001-FB00-B63F-84710C7967BB}", 0x40000000 + number);
  }

  /** Host and port as in the URL. */
  String hostAndPort() {
    String rest = url.substring(url.indexOf("//") + 2);
    int slash = rest.indexOf('/');
    return slash < 0 ? rest : rest.substring(0, slash);
  }

  /** The host in the URL. */
  String host() {
    String host = hostAndPort();
    int colon = host.indexOf(':');
    return colon < 0 ? host : host.substring(0, colon);
  }

  /** The port in the URL. */
  String port() {
    String host = hostAndPort();
    return host.substring(host.indexOf(':') + 1);
  }

  /** The client's port. */
  int clientPort() {
    return 49152 + number * 37 % 15000;
  }

  /** The client's address, of the block that is reserved for examples. */
  String clientAddress() {
    return "203.0.113." + (1 + number * 7 % 250);
  }

  /** The path of a URL, without its query. */
  static String path(String url) {
    int scheme = url.indexOf("//");
    int slash = scheme < 0 ? 0 : url.indexOf('/', scheme + 2);
    String path = slash < 0 ? "/" : url.substring(slash);
    int query = path.indexOf('?');
    return query < 0 ? path : path.substring(0, query);
  }

  /** The query of a URL without its question mark; empty without one. */
  static String query(String url) {
    int query = url.indexOf('?');
    return query < 0 ? "" : url.substring(query + 1);
  }
}
