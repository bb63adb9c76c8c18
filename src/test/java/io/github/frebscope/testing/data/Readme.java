package io.github.frebscope.testing.data;

import java.util.List;
import java.util.Map;

/** The text of {@code testdata/README.md}. */
final class Readme {
  private Readme() {}

  static String text(List<Sample> samples) {
    StringBuilder out = new StringBuilder();
    out.append(
        """
        # Test data

        Everything here is invented: servers, users, pools, URLs, addresses, bodies, secrets. No file was
        recorded on a server. The project's own writer (`src/test/java/io/github/frebscope/testing`) makes
        them in IIS's exact layout; real traces and the same files written again by it do not differ.

        Write everything again, byte for byte the same:

            mvn -q test-compile exec:java -Dexec.classpathScope=test \\
                -Dexec.mainClass=io.github.frebscope.testing.data.TestData

        Change a file by changing its story in `src/test/java/io/github/frebscope/testing/data`. A test
        fails when a file here is not what its story writes.

        ## traces/
        One request each, `fr<number>.<producer>-<status>-<what>.xml`. `expected/` holds for each

        * `.verdict.txt`, lines `key: value`: what the author of the story knows. `null`: the file cannot
          tell. `a | b`: either is right. `decidingEvent` is the number of the event that set the status
          which fired the rule; `module`, `area`, `notification` and `errorCode` are its own; `cause` is why; `waitMs` is the
          silence before it; `backend` the server that was asked; `events` the number of whole events.
        * `.timeline.txt`, an event a line, with tabs: number, milliseconds since the first event, level,
          area or `-`, name, data. Values that IIS gave a text show the text, error codes aside; ids are left
          out; `\\n` is a line end; what is longer than 100 characters ends in `...`.

        | file | shows |
        |---|---|
        """);
    samples.forEach(s -> row(out, s.name(), s.shows()));
    out.append(
        """

        ## damaged/
        One trace, broken on purpose. `expected/damaged.txt` says how many events a reader should get out of
        each; `none` where the file is no trace, `null` where that is a matter of taste.

        | file | shows |
        |---|---|
        """);
    rows(out, Damaged.shows());
    out.append(
        """

        ## layouts/
        One trace as IIS writes it and as other programs may have saved it. All read equal, apart from
        where in the file the events stand.

        | file | shows |
        |---|---|
        """);
    rows(out, Layouts.shows());
    out.append(Farm.README);
    out.append(UntracedFarm.README);
    return out.toString();
  }

  private static void rows(StringBuilder out, Map<String, String> shows) {
    shows.forEach((name, what) -> row(out, name, what));
  }

  private static void row(StringBuilder out, String name, String what) {
    out.append("| `").append(name).append("` | ").append(what).append(" |\n");
  }
}
