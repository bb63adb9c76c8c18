package io.github.frebscope.farm;

/**
 * Hears how far the reading of a farm has come. Called by the threads that read, one at a time;
 * must be quick.
 */
@FunctionalInterface
public interface FarmProgress {
  /** Hears nothing. */
  FarmProgress NONE = (what, done, total) -> {};

  /**
   * Some of a file has been read.
   *
   * @param what the file or folder that is being read
   * @param done how many bytes of all logs and traces have been read
   * @param total how many bytes all logs and traces have
   */
  void read(String what, long done, long total);
}
