package io.github.frebscope.load;

import io.github.frebscope.cause.CauseRuleException;
import io.github.frebscope.parse.TraceParseException;
import io.github.frebscope.query.AttributeException;
import java.io.IOException;
import java.util.function.Function;

/** Reads one file of many: what goes wrong costs that file only and becomes a sentence. */
final class Attempt {
  private Attempt() {}

  /** What is done with a file. */
  interface Work<R> {
    R get() throws IOException;
  }

  /** What the work gives, or what is made of the reason why it failed. */
  static <R> R of(Work<R> work, Function<String, R> failed) {
    try {
      return work.get();
    } catch (TraceParseException e) {
      return failed.apply(e.reason());
    } catch (IOException e) {
      return failed.apply(IoReasons.of(e));
    } catch (OutOfMemoryError e) {
      // One giant file must not cost the others; what was read of it is free again now.
      return failed.apply("it takes more memory than there is; give Java more, with -Xmx");
    } catch (CauseRuleException | AttributeException e) {
      return failed.apply(e.getMessage());
    } catch (RuntimeException | StackOverflowError e) {
      // A defect of ours must not cost the other thousands of files; the ledger shows it.
      return failed.apply("frebscope failed on it, please report: " + e);
    }
  }
}
