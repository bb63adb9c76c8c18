package io.github.frebscope.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.github.frebscope.internal.xml.RawReader;
import io.github.frebscope.trace.Trace;
import io.github.frebscope.trace.TraceEvent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random damage, from a fixed seed: never another exception than the documented one. */
class MutationTest {
  private static final int ROUNDS = 400;
  private static final long SEED = 20261121;

  static List<Path> fixtures() {
    return PrefixTest.fixtures();
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void flipped_removed_and_doubled_bytes(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    Random random = new Random(SEED);
    TraceReader whole = TraceReader.standard();
    List<TraceReader> readers =
        List.of(
            whole,
            whole.digest(Set.of("HANDLER_CHANGED")),
            whole.way(RawReader.Way.DOCUMENT),
            whole.way(RawReader.Way.SLICES));
    for (int round = 0; round < ROUNDS; round++) {
      byte[] damaged = damage(bytes, random);
      for (TraceReader reader : readers) {
        String as = file.getFileName() + ", seed " + SEED + ", round " + round;
        try {
          reader.read(new ByteArrayInputStream(damaged), "x");
        } catch (TraceParseException e) {
          assertThat(e.reason()).as(as).isNotBlank();
        } catch (IOException | RuntimeException e) {
          fail(as, e);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void damage_inside_one_event_leaves_the_others_alone(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    Trace whole = TraceReader.standard().read(new ByteArrayInputStream(bytes), "x");
    Random random = new Random(SEED);
    for (int round = 0; round < ROUNDS; round++) {
      int hit = random.nextInt(whole.eventCount() - 1);
      int from = (int) whole.events().get(hit).offset() + "<Event".length();
      int to = (int) whole.events().get(hit + 1).offset() - "</Event>\r\n".length();
      byte[] damaged = bytes.clone();
      // Anything but an angle bracket, which could make new markup.
      damaged[from + random.nextInt(to - from)] = (byte) "&\"\u0001x \n".charAt(random.nextInt(6));
      Trace trace = TraceReader.standard().read(new ByteArrayInputStream(damaged), "x");
      List<TraceEvent> others = trace.events().stream().filter(e -> e.index() != hit).toList();
      List<TraceEvent> want = whole.events().stream().filter(e -> e.index() != hit).toList();
      // The request depth of the others may hang on the name of the one that was hit.
      assertThat(names(others))
          .as("seed %s, round %s, event %s", SEED, round, hit)
          .isEqualTo(names(want));
      assertThat(trace.eventCount()).isEqualTo(whole.eventCount());
    }
  }

  private static List<String> names(List<TraceEvent> events) {
    return events.stream().map(e -> e.offset() + " " + e).toList();
  }

  private static byte[] damage(byte[] bytes, Random random) {
    int at = random.nextInt(bytes.length);
    int length = 1 + random.nextInt(random.nextInt(10) == 0 ? 2000 : 4);
    int end = Math.min(bytes.length, at + length);
    switch (random.nextInt(4)) {
      case 0 -> {
        byte[] copy = bytes.clone();
        for (int i = at; i < end; i++) {
          copy[i] = (byte) random.nextInt(256);
        }
        return copy;
      }
      case 1 -> {
        byte[] copy = bytes.clone();
        Arrays.fill(copy, at, end, (byte) "<>&\"/\0".charAt(random.nextInt(6)));
        return copy;
      }
      case 2 -> {
        return join(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, end, bytes.length));
      }
      default -> {
        return join(Arrays.copyOf(bytes, end), Arrays.copyOfRange(bytes, at, bytes.length));
      }
    }
  }

  private static byte[] join(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
