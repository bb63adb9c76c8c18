package io.github.frebscope.internal.xml;

import java.io.IOException;
import java.util.Map;

/** What a reader tells, in the order of the file: root, then events and problems, then end. */
public interface RawSink {
  /** The attributes of the root element, in order; once, first. */
  void root(Map<String, String> attributes) throws IOException;

  /** One event; the object is only valid during the call. */
  void event(RawEvent event) throws IOException;

  /** Something wrong; it need not come in the order of the file. */
  void problem(Problem problem) throws IOException;

  /**
   * The end; once, last.
   *
   * @param events how many event elements the file holds
   * @param closed whether the root's end tag was there
   */
  void end(int events, boolean closed) throws IOException;
}
