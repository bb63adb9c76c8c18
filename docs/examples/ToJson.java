import io.github.frebscope.Frebscope;
import io.github.frebscope.query.Attributes;
import io.github.frebscope.report.CsvReport;
import io.github.frebscope.report.JsonLines;
import io.github.frebscope.report.Redaction;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;

class ToJson {
  public static void main(String[] args) throws Exception {
    var failures = Frebscope.load(Path.of(args[0])).where(Attributes.STATUS.is(502));
    try (Writer out = Files.newBufferedWriter(Path.of(args[1]))) {
      new JsonLines(Redaction.on()).write(failures, out); // needs jackson-core
    }
    try (Writer out = Files.newBufferedWriter(Path.of(args[2]))) {
      new CsvReport(Redaction.on()).write(failures, out); // needs commons-csv
    }
  }
}
