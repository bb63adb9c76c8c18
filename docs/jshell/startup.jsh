// What a session about traces begins with: imports, load(...), and room for tables.
// "frebscope shell PATH..." starts jshell with it; by hand, from an unpacked distribution (in a
// checkout the jars are in target/app/lib):
//   jshell --module-path lib --add-modules io.github.frebscope docs/jshell/startup.jsh
import io.github.frebscope.*
import io.github.frebscope.catalog.*
import io.github.frebscope.cause.*
import io.github.frebscope.classify.*
import io.github.frebscope.compare.*
import io.github.frebscope.config.*
import io.github.frebscope.coverage.*
import io.github.frebscope.doctor.*
import io.github.frebscope.farm.*
import io.github.frebscope.load.*
import io.github.frebscope.log.*
import io.github.frebscope.parse.*
import io.github.frebscope.query.*
import io.github.frebscope.report.*
import io.github.frebscope.source.*
import io.github.frebscope.timeline.*
import io.github.frebscope.trace.*
import java.nio.file.Path
import java.time.*
import static io.github.frebscope.query.Aggregates.*
import static io.github.frebscope.query.Attributes.*
import static io.github.frebscope.query.Events.*
import static java.time.Duration.*

/** The traces below some folders, zips or files; NAME=PATH names a server. */
TraceSet load(String... paths) throws IOException {
    return TraceLoader.standard().load(Arrays.stream(paths).map(TraceRoot::parse).toList());
}
