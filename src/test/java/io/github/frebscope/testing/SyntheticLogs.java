package io.github.frebscope.testing;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Writes W3C logs to measure and count with: invented hosts and users, lengths as they are in the
 * field. The same seed gives the same file.
 */
public final class SyntheticLogs {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);
  private static final Instant MONDAY = Instant.parse("2026-02-23T00:00:00Z");
  private static final List<String> FIELDS =
      List.of(
          "date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs(User-Agent)"
              .concat(" cs(Referer) sc-status sc-substatus sc-win32-status time-taken")
              .split(" "));
  private static final String[] PATHS = {
    "/",
    "/cart",
    "/tickets/771/comments",
    "/v1/orders",
    "/Content/site.css",
    "/img/logo-2x.png",
    "/api/v2/customers/4711/addresses",
    "/report/year",
    "/favicon.ico",
    "/caf\u00e9"
  };
  private static final String[] AGENTS = {
    "Mozilla/5.0+(Windows+NT+10.0;+Win64;+x64)+Mosaic/126.0.0.0+Harbour/537.36",
    "Mozilla/5.0+(Macintosh;+Mosaic+Mac+OS+X+14_4)+Harbour/605.1.15",
    "HarbourProbe/1.0"
  };

  private SyntheticLogs() {}

  /**
   * Writes a log: file, size in megabytes, seed, how often the fields change.
   *
   * @param args the file, its least size in megabytes, the seed (1), changes of the fields (0)
   * @throws IOException if it cannot be written
   */
  public static void main(String[] args) throws IOException {
    long bytes = Long.parseLong(args[1]) * 1_000_000;
    long seed = args.length > 2 ? Long.parseLong(args[2]) : 1;
    int changes = args.length > 3 ? Integer.parseInt(args[3]) : 0;
    write(Path.of(args[0]), bytes, seed, changes);
  }

  /**
   * Writes a log of at least that many bytes, whose fields change their order, and lose some, that
   * often.
   *
   * @throws IOException if it cannot be written
   */
  public static void write(Path file, long bytes, long seed, int changes) throws IOException {
    Random random = new Random(seed);
    long written = 0;
    long seconds = 0;
    int headers = 0;
    List<String> fields = FIELDS;
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
      while (written < bytes || headers <= changes) {
        StringBuilder text = new StringBuilder(300);
        if (written >= headers * (bytes / (changes + 1)) && headers <= changes) {
          fields = headers == 0 ? FIELDS : shuffled(random);
          text.append(
                  "#Software: Microsoft Internet Information Services 10.0\r\n#Version: 1.0\r\n")
              .append("#Date: ")
              .append(TIME.format(MONDAY.plusSeconds(seconds)))
              .append("\r\n")
              .append("#Fields: ")
              .append(String.join(" ", fields))
              .append("\r\n");
          headers++;
        }
        seconds += random.nextInt(100) == 0 ? 1 : 0;
        line(text, fields, MONDAY.plusSeconds(seconds), random);
        byte[] b = text.toString().getBytes(StandardCharsets.UTF_8);
        out.write(b);
        written += b.length;
      }
    }
  }

  /** The fields in another order, some of them left out, but never the times and the status. */
  private static List<String> shuffled(Random random) {
    List<String> fields = new ArrayList<>(FIELDS);
    Collections.shuffle(fields, random);
    fields.removeIf(
        name -> !List.of("date", "time", "sc-status").contains(name) && random.nextInt(5) == 0);
    return fields;
  }

  private static void line(StringBuilder out, List<String> fields, Instant time, Random random) {
    int status = random.nextInt(200) == 0 ? 502 : random.nextInt(10) == 0 ? 304 : 200;
    String when = TIME.format(time);
    for (int i = 0; i < fields.size(); i++) {
      out.append(i == 0 ? "" : " ").append(value(fields.get(i), when, status, random));
    }
    out.append("\r\n");
  }

  private static String value(String field, String when, int status, Random random) {
    return switch (field) {
      case "date" -> when.substring(0, 10);
      case "time" -> when.substring(11);
      case "s-ip" -> "10.60.0.3";
      case "cs-method" -> random.nextInt(5) == 0 ? "POST" : "GET";
      case "cs-uri-stem" -> PATHS[random.nextInt(PATHS.length)];
      case "cs-uri-query" ->
          random.nextInt(3) > 0
              ? "-"
              : "page="
                  + random.nextInt(50)
                  + "&X-ARR-LOG-ID="
                  + Long.toHexString(random.nextLong());
      case "s-port" -> random.nextBoolean() ? "80" : "443";
      case "cs-username" -> random.nextInt(4) > 0 ? "-" : "MOSAIC\\user" + random.nextInt(900);
      case "c-ip" -> "198.51.100." + random.nextInt(256);
      case "cs(User-Agent)" -> AGENTS[random.nextInt(AGENTS.length)];
      case "cs(Referer)" -> random.nextInt(3) == 0 ? "-" : "https://shop.mosaic.example/search";
      case "sc-status" -> Integer.toString(status);
      case "sc-substatus" -> status == 502 ? "3" : "0";
      case "sc-win32-status" -> status == 502 ? "12002" : random.nextInt(500) == 0 ? "64" : "0";
      default ->
          Integer.toString(status == 502 ? 29_990 + random.nextInt(30) : random.nextInt(900));
    };
  }
}
