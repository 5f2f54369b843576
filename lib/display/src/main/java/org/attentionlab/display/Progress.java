package org.attentionlab.display;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.attentionlab.train.TrainingProgress;

/**
 * How far a longer work is: a bar that moves in place in a notebook, a few lines elsewhere.
 *
 * <pre>
 * Trainer.of(model, adam).progress(Progress.of("dates with attention")).train(400, batches, loss);
 *
 * for (long seed : Progress.over("three seeds", List.of(1L, 2L, 3L))) { ... }
 *
 * try (var progress = Progress.of("decoding", 200)) {
 *   for (int i = 0; i &lt; 200; i++) { ...; progress.step(); }
 *   progress.result("97 of 100 exact");
 * }
 * </pre>
 *
 * <p>When the work has ended one line remains, with the result and without times, so that a second
 * run of the notebook gives the same. After that the next step begins a new line.
 */
public final class Progress implements TrainingProgress, AutoCloseable {
  private static final int LOSSES = 10;

  private final String what;
  private final int expected;
  private final Supplier<ProgressLine> lines;
  private final List<Double> losses = new ArrayList<>();
  private ProgressLine line;
  private int step;
  private int steps;
  private double firstLoss;
  private OptionalDouble validation = OptionalDouble.empty();
  private String result = "";

  private Progress(String what, int expected, Supplier<ProgressLine> lines) {
    this.what = what;
    this.expected = expected;
    this.lines = lines;
    begin();
  }

  /**
   * What there is to say at a moment.
   *
   * @param what the name of the work
   * @param step how many steps were taken
   * @param steps how many there will be
   * @param note more about it, which may be empty
   */
  record State(String what, int step, int steps, String note) {
    String line() {
      String way =
          step == steps
              ? String.format(Locale.ROOT, "%,d %s", steps, steps == 1 ? "step" : "steps")
              : String.format(Locale.ROOT, "%,d of %,d steps", step, steps);
      return what + ": " + way + (note.isEmpty() ? "" : ", " + note);
    }

    /** How long it may take, once there is something to go by. */
    String timeLeft(double seconds) {
      if (seconds < 2 || step == 0 || step >= steps) {
        return "";
      }
      long left = Math.round(seconds * (steps - step) / step);
      return left >= 60
          ? String.format(Locale.ROOT, ", about %d min %d s left", left / 60, left % 60)
          : ", about " + left + " s left";
    }
  }

  /**
   * The progress of a training, which says itself how many steps there are.
   *
   * @param what the name of the work
   * @return the progress, for {@link org.attentionlab.train.Trainer#progress}
   */
  public static Progress of(String what) {
    return of(what, 0);
  }

  /**
   * The progress of any work.
   *
   * @param what the name of the work
   * @param steps how many there will be, not negative
   * @return the progress
   * @throws IllegalArgumentException if there are less than none
   */
  public static Progress of(String what, int steps) {
    return of(what, steps, ProgressLine::here);
  }

  static Progress of(String what, int steps, Supplier<ProgressLine> lines) {
    if (steps < 0) {
      throw new IllegalArgumentException("Progress: " + steps + " steps are less than none.");
    }
    return new Progress(what, steps, lines);
  }

  /**
   * Goes through items, and counts the ones that are done with. Ends with the last one; where a
   * loop is left before, the bar stays as it is.
   *
   * @param what the name of the work
   * @param items what to go through
   * @param <T> the kind of item
   * @return the items, for one loop
   */
  public static <T> Iterable<T> over(String what, List<T> items) {
    return over(what, items, ProgressLine::here);
  }

  static <T> Iterable<T> over(String what, List<T> items, Supplier<ProgressLine> lines) {
    return () -> of(what, items.size(), lines).counting(items.iterator());
  }

  private <T> Iterator<T> counting(Iterator<T> items) {
    return new Iterator<>() {
      private boolean begun;

      @Override
      public boolean hasNext() {
        boolean more = items.hasNext();
        if (begun) {
          step();
          begun = false;
        }
        if (!more) {
          close();
        }
        return more;
      }

      @Override
      public T next() {
        begun = true;
        return items.next();
      }
    };
  }

  /** One more step is done. */
  public void step() {
    at(step + 1, "");
  }

  /**
   * One more step is done.
   *
   * @param note what to say about it while it is the last
   */
  public void step(String note) {
    at(step + 1, note);
  }

  /**
   * Sets what the line says at the end.
   *
   * @param words the outcome
   */
  public void result(String words) {
    result = words;
  }

  private void at(int done, String note) {
    step = done;
    steps = Math.max(step, steps);
    if (line == null) {
      line = lines.get();
    }
    line.moving(new State(what, step, steps, note));
  }

  /** Ends the line, as {@link #ended()} does; once is enough, and more does no harm. */
  @Override
  public void close() {
    if (line != null) {
      line.ended(new State(what, step, steps, result.isEmpty() ? training() : result));
    }
    begin();
  }

  private void begin() {
    line = null;
    step = 0;
    steps = expected;
    losses.clear();
    validation = OptionalDouble.empty();
    result = "";
  }

  @Override
  public void stepped(int number, int all, double loss) {
    if (losses.isEmpty()) {
      firstLoss = loss;
    }
    losses.add(loss);
    if (losses.size() > LOSSES) {
      losses.remove(0);
    }
    steps = all;
    at(number, training());
  }

  @Override
  public void validated(int number, double value) {
    validation = OptionalDouble.of(value);
    at(number, training());
  }

  @Override
  public void ended() {
    close();
  }

  /** The first loss and the mean of the last ones, which is steadier than the last. */
  private String training() {
    if (losses.isEmpty()) {
      return "";
    }
    double mean = losses.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    String words = String.format(Locale.ROOT, "loss %.3f to %.3f", firstLoss, mean);
    return validation.isPresent()
        ? words + String.format(Locale.ROOT, ", validation %.3f", validation.getAsDouble())
        : words;
  }
}
