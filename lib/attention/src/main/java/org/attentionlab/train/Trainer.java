package org.attentionlab.train;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import org.attentionlab.nn.Layer;
import org.attentionlab.tensor.Autograd;
import org.attentionlab.tensor.Tensor;
import org.attentionlab.tensor.Workspace;

/**
 * The loop of a training: batch, loss, gradients, step.
 *
 * <pre>
 * var history = Trainer.of(model, new Adam(model.parameters(), 1e-3))
 *     .schedule(Schedule.warmupCosine(1e-3, 100, 1000))
 *     .clip(1.0)
 *     .validate(100, () -&gt; accuracy(model, validation))
 *     .patience(3)
 *     .train(1000, Batches.of(examples, 32, seed), batch -&gt; model.loss(batch));
 * </pre>
 *
 * <p>Every step runs in a {@link Workspace}, so that its arrays serve the next one. The model is in
 * training mode for the steps and in evaluation mode for validations and afterwards.
 */
public final class Trainer {
  private final Layer model;
  private final Optimizer optimizer;
  private Optional<Schedule> schedule = Optional.empty();
  private OptionalDouble limit = OptionalDouble.empty();
  private Optional<Validation> validation = Optional.empty();
  private int patience = Integer.MAX_VALUE;
  private int done;
  private TrainingProgress progress = TrainingProgress.silent();

  private record Validation(int every, DoubleSupplier measure) {}

  private Trainer(Layer model, Optimizer optimizer) {
    this.model = model;
    this.optimizer = optimizer;
  }

  /**
   * Trains a model.
   *
   * @param model what learns
   * @param optimizer how it learns
   * @return a trainer with the optimiser's own rate, without clipping, validation and progress
   */
  public static Trainer of(Layer model, Optimizer optimizer) {
    return new Trainer(model, optimizer);
  }

  /**
   * Sets the rate before each step.
   *
   * @param rates the learning rate of each step
   * @return this trainer
   */
  public Trainer schedule(Schedule rates) {
    schedule = Optional.of(rates);
    return this;
  }

  /**
   * Shortens gradients, see {@link Clipping#clipToGlobalNorm}.
   *
   * @param norm the greatest norm, above 0
   * @return this trainer
   * @throws IllegalArgumentException if it is not above 0
   */
  public Trainer clip(double norm) {
    if (!(norm > 0)) {
      throw new IllegalArgumentException(
          "Trainer: the norm to clip to is above 0, not " + norm + ".");
    }
    limit = OptionalDouble.of(norm);
    return this;
  }

  /**
   * Measures the model now and then, in evaluation mode and without recording.
   *
   * @param every after so many steps, and after the last one
   * @param measure the greater, the better, such as accuracy on examples kept apart
   * @return this trainer
   * @throws IllegalArgumentException if {@code every} is below 1
   */
  public Trainer validate(int every, DoubleSupplier measure) {
    if (every < 1) {
      throw new IllegalArgumentException(
          "Trainer: validation is every 1 step or more, not every " + every + ".");
    }
    validation = Optional.of(new Validation(every, measure));
    return this;
  }

  /**
   * Stops when validations no longer get better, and gives the model the parameters of the best.
   *
   * @param validations how many in a row may bring nothing better
   * @return this trainer
   * @throws IllegalArgumentException if that is below 1
   */
  public Trainer patience(int validations) {
    if (validations < 1) {
      throw new IllegalArgumentException(
          "Trainer: patience is for 1 validation or more, not for " + validations + ".");
    }
    patience = validations;
    return this;
  }

  /**
   * Tells someone how it goes on.
   *
   * @param listener who hears
   * @return this trainer
   */
  public Trainer progress(TrainingProgress listener) {
    progress = listener;
    return this;
  }

  /**
   * Goes on with a training that was stopped: {@link #train} begins behind these steps, and lets as
   * many batches pass, so that the next is the one that would have come. The history is that of the
   * new steps alone.
   *
   * @param steps how many steps were taken before, not negative
   * @return this trainer
   * @throws IllegalArgumentException if it is negative
   */
  public Trainer resumeAfter(int steps) {
    if (steps < 0) {
      throw new IllegalArgumentException("Trainer: " + steps + " steps were taken before?");
    }
    done = steps;
    return this;
  }

  /**
   * Trains.
   *
   * @param steps how many at most, those taken before included
   * @param batches where the examples come from
   * @param loss what a batch costs, one number
   * @param <T> an example
   * @return what happened
   * @throws CancellationException if this thread was interrupted, as a notebook does to stop a
   *     cell; the model keeps what it has learned
   * @throws ArithmeticException if the loss is not a finite number, where the parameters are those
   *     before that step; or if the measure of a validation is NaN
   * @throws IllegalArgumentException if there are no steps to take, or more were taken before
   * @throws org.attentionlab.tensor.ShapeException if the loss is not one number
   * @throws IllegalStateException if patience was asked for without validation, or the loss does
   *     not depend on anything that is learned
   */
  public <T> History train(int steps, Batches<T> batches, Function<List<T>, Tensor> loss) {
    if (validation.isEmpty() && patience != Integer.MAX_VALUE) {
      throw new IllegalStateException(
          "Trainer: patience needs a validation to look at.\n  Call validate(every, measure) too.");
    }
    if (steps < 1 || steps < done) {
      throw new IllegalArgumentException(
          "Trainer: "
              + steps
              + " steps in all, of which "
              + done
              + " were taken before, cannot be trained.");
    }
    History history = new History(done);
    Best best = new Best();
    model.train();
    for (int step = 1; step <= done; step++) {
      batches.next();
    }
    try {
      for (int step = done + 1; step <= steps && best.without < patience; step++) {
        goOn(step - 1, steps);
        double before = history.meanLoss(1);
        takeStep(step, batches.next(), loss, history, before);
        progress.stepped(step, steps, history.meanLoss(1));
        validate(step, steps, history, best);
      }
      if (best.without >= patience) {
        history.stopEarly();
      }
      best.restore();
    } finally {
      model.evaluate();
      progress.ended();
    }
    return history;
  }

  private static void goOn(int taken, int steps) {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException(
          "train: interrupted after step " + taken + " of " + steps + ".");
    }
  }

  @SuppressWarnings("try") // the step is closed, not used
  private <T> void takeStep(
      int step, List<T> batch, Function<List<T>, Tensor> loss, History history, double before) {
    schedule.ifPresent(rates -> optimizer.rate(rates.rate(step)));
    try (Workspace memory = Workspace.step()) {
      optimizer.zeroGrad();
      Tensor cost = loss.apply(batch);
      double value = cost.item();
      if (!Double.isFinite(value)) {
        throw new ArithmeticException(
            "train: the loss of step "
                + step
                + " is "
                + value
                + (step == 1 ? "." : "; before it was " + before + ".")
                + "\n  The rate is "
                + optimizer.rate()
                + ": a smaller one, a warm-up or clip(1.0) may help.");
      }
      cost.backward();
      double norm =
          limit.isPresent()
              ? Clipping.clipToGlobalNorm(optimizer.parameters(), limit.getAsDouble())
              : Double.NaN;
      optimizer.step();
      history.add(value, optimizer.rate(), norm);
    }
  }

  @SuppressWarnings("try") // the scope is closed, not used
  private void validate(int step, int steps, History history, Best best) {
    if (validation.isEmpty() || (step % validation.get().every() != 0 && step != steps)) {
      return;
    }
    model.evaluate();
    try (Autograd.NoGrad off = Autograd.noGrad()) {
      double value = validation.get().measure().getAsDouble();
      if (Double.isNaN(value)) {
        throw new ArithmeticException(
            "train: the measure of the validation after step " + step + " is NaN.");
      }
      history.validated(value);
      best.offer(value);
      progress.validated(step, value);
    } finally {
      model.train();
    }
  }

  /** The parameters at the best validation so far; kept only where patience may need them. */
  private final class Best {
    private double value = Double.NEGATIVE_INFINITY;
    private int without;
    private Map<String, Tensor> state = new LinkedHashMap<>();

    void offer(double found) {
      if (found > value) {
        value = found;
        without = 0;
        if (patience != Integer.MAX_VALUE) {
          state = model.state();
        }
      } else {
        without++;
      }
    }

    void restore() {
      if (!state.isEmpty()) {
        model.load(state);
      }
    }
  }
}
