/**
 * Reads IIS Failed Request Tracing logs.
 *
 * <p>Start with {@code io.github.frebscope.Frebscope}.
 */
module io.github.frebscope {
  requires java.xml;
  requires com.ctc.wstx;
  requires org.codehaus.stax2;
  requires com.google.common;
  requires static info.picocli;
  requires static me.tongfei.progressbar;
  requires static com.fasterxml.jackson.core;
  requires static org.apache.commons.csv;
  requires static org.apache.commons.statistics.distribution;
  requires static org.apache.commons.statistics.inference;
  requires static jdk.jshell;

  exports io.github.frebscope.catalog;
  exports io.github.frebscope.cause;
  exports io.github.frebscope.classify;
  exports io.github.frebscope.compare;
  exports io.github.frebscope.config;
  exports io.github.frebscope.coverage;
  exports io.github.frebscope.doctor;
  exports io.github.frebscope.farm;
  exports io.github.frebscope.load;
  exports io.github.frebscope.log;
  exports io.github.frebscope.parse;
  exports io.github.frebscope.query;
  exports io.github.frebscope.report;
  exports io.github.frebscope.source;
  exports io.github.frebscope.timeline;
  exports io.github.frebscope.trace;
  exports io.github.frebscope;

  opens io.github.frebscope.cli to
      info.picocli;
}
