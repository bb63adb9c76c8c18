package io.github.frebscope.load;

/**
 * Hears how far a load has come. Called by several threads at once; must be quick. Both methods do
 * nothing unless overridden.
 */
public interface LoadProgress {
  /** Hears nothing. */
  LoadProgress NONE = new LoadProgress() {};

  /**
   * All files have been found.
   *
   * @param files how many
   * @param bytes how large they are together, as far as known
   */
  default void found(int files, long bytes) {}

  /**
   * One file is done, well or not.
   *
   * @param file its name
   * @param bytes its size, 0 when unknown
   */
  default void read(String file, long bytes) {}
}
