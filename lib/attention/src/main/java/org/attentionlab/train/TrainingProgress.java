package org.attentionlab.train;

import java.io.PrintStream;
import java.util.Locale;

/**
 * Hears how a training goes on, on the thread that trains: prints lines, or moves a bar in a
 * notebook.
 *
 * <p>{@link #ended} is called whatever happens, also when a step fails or the training is
 * interrupted, so that nothing is left open. What a listener throws ends the training.
 */
public interface TrainingProgress {

  /**
   * A step was taken.
   *
   * @param step its number, from 1
   * @param steps how many there will be at most
   * @param loss the loss before the step
   */
  void stepped(int step, int steps, double loss);

  /**
   * A validation was made.
   *
   * @param step after which step
   * @param value its measure; the greater, the better
   */
  default void validated(int step, double value) {}

  /** The training ended, after its last step or early. */
  default void ended() {}

  /**
   * Says nothing.
   *
   * @return the listener
   */
  static TrainingProgress silent() {
    return (step, steps, loss) -> {};
  }

  /**
   * Prints a line now and then.
   *
   * @param out where to
   * @param every a line after so many steps, and for each validation
   * @return the listener
   * @throws IllegalArgumentException if that is below 1
   */
  static TrainingProgress printing(PrintStream out, int every) {
    if (every < 1) {
      throw new IllegalArgumentException(
          "TrainingProgress: a line is every 1 step or more, not every " + every + ".");
    }
    return new TrainingProgress() {
      @Override
      public void stepped(int step, int steps, double loss) {
        if (step % every == 0 || step == steps) {
          out.printf(Locale.ROOT, "step %d of %d: loss %.4f%n", step, steps, loss);
        }
      }

      @Override
      public void validated(int step, double value) {
        out.printf(Locale.ROOT, "step %d: validation %.4f%n", step, value);
      }
    };
  }
}
