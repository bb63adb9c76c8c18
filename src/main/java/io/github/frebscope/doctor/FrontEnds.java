package io.github.frebscope.doctor;

import com.google.common.net.InetAddresses;
import io.github.frebscope.config.ServerConfig;
import io.github.frebscope.config.Setting;
import io.github.frebscope.config.WebFarm;
import io.github.frebscope.farm.FarmEvidence;
import io.github.frebscope.farm.ServerEvidence;
import io.github.frebscope.farm.SiteEvidence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which servers forward requests to others, and which of the others they forward to: by the farms
 * and rewrite rules of their configuration, or because the caller said so.
 */
final class FrontEnds {
  private final Map<String, List<ServerEvidence>> members = new LinkedHashMap<>();
  private final Map<String, List<WebFarm>> farms = new LinkedHashMap<>();

  private FrontEnds() {}

  static FrontEnds of(FarmEvidence evidence, Set<String> named) {
    FrontEnds fronts = new FrontEnds();
    for (ServerEvidence server : evidence.servers()) {
      List<WebFarm> used = server.config().map(c -> used(c, server)).orElse(List.of());
      boolean isNamed = named.stream().anyMatch(server.name()::equalsIgnoreCase);
      if (!used.isEmpty() || isNamed || forwards(server)) {
        fronts.farms.put(server.name(), used);
      }
    }
    for (String front : fronts.farms.keySet()) {
      fronts.members.put(front, fronts.membersOf(front, evidence));
    }
    return fronts;
  }

  /** The farms that some rewrite rule of a site in use leads to. */
  private static List<WebFarm> used(ServerConfig config, ServerEvidence server) {
    Set<String> targets = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    targets(config, server).forEach(targets::add);
    return config.farms().stream()
        .filter(farm -> farm.enabled().value() && targets.contains(farm.name()))
        .toList();
  }

  private static List<String> targets(ServerConfig config, ServerEvidence server) {
    List<String> targets = new ArrayList<>();
    for (SiteEvidence site : server.sites()) {
      site.site()
          .ifPresent(
              s ->
                  config.rewriteRules(s, "/").stream()
                      .filter(rule -> rule.enabled() && !rule.targetHost().isEmpty())
                      .filter(rule -> rule.actionType().equalsIgnoreCase("Rewrite"))
                      .forEach(rule -> targets.add(rule.targetHost())));
    }
    return targets;
  }

  /** Whether the proxy is on and a rule leads to another host. */
  private static boolean forwards(ServerEvidence server) {
    return server
        .config()
        .filter(c -> c.proxyEnabled().value() && !targets(c, server).isEmpty())
        .isPresent();
  }

  private List<ServerEvidence> membersOf(String front, FarmEvidence evidence) {
    Set<String> addresses = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    farms.get(front).forEach(f -> f.members().forEach(m -> addresses.add(m.address())));
    List<ServerEvidence> others =
        evidence.servers().stream().filter(s -> !farms.containsKey(s.name())).toList();
    List<ServerEvidence> known = others.stream().filter(s -> isAt(s, addresses)).toList();
    return known.isEmpty()
        ? others.stream().filter(s -> !isElsewhere(s, addresses)).toList()
        : known;
  }

  /** Whether the farm has addresses alone, and the server's logs tell that it has another. */
  private static boolean isElsewhere(ServerEvidence server, Set<String> addresses) {
    return !addresses.isEmpty()
        && addresses.stream().allMatch(InetAddresses::isInetAddress)
        && server.sites().stream().anyMatch(site -> !site.traffic().serverIps().isEmpty());
  }

  private static boolean isAt(ServerEvidence server, Set<String> addresses) {
    String name = server.name().toLowerCase(Locale.ROOT);
    return addresses.stream()
            .anyMatch(
                a -> a.equalsIgnoreCase(name) || a.toLowerCase(Locale.ROOT).startsWith(name + "."))
        || server.sites().stream()
            .flatMap(site -> site.traffic().serverIps().stream())
            .anyMatch(addresses::contains);
  }

  /** Whether a server forwards requests. */
  boolean isFront(String server) {
    return farms.containsKey(server);
  }

  /** Whether any server forwards requests. */
  boolean isEmpty() {
    return farms.isEmpty();
  }

  /** The names of the servers that forward. */
  Set<String> names() {
    return farms.keySet();
  }

  /** The servers behind a front end that are in the collection. */
  List<ServerEvidence> members(String front) {
    return members.getOrDefault(front, List.of());
  }

  /** The farms that a front end forwards to. */
  List<WebFarm> farms(String front) {
    return farms.getOrDefault(front, List.of());
  }

  /** How long front ends wait for a server; empty when no front end of it is known. */
  Optional<Duration> timeoutFor(ServerEvidence member) {
    return members.entrySet().stream()
        .filter(e -> e.getValue().contains(member))
        .flatMap(e -> farms(e.getKey()).stream())
        .map(WebFarm::timeout)
        .map(Setting::value)
        .min(Duration::compareTo);
  }
}
