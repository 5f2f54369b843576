package org.attentionlab.train;

/**
 * The length of each step of a training. Steps count from 1; at step 0, before the first, a warm-up
 * stands at 0.
 *
 * <pre>trainer.schedule(Schedule.warmupCosine(1e-3, 100, 2000))</pre>
 */
@FunctionalInterface
public interface Schedule {

  /**
   * The rate of a step.
   *
   * @param step its number, from 1; 0 for the moment before
   * @return the learning rate, not negative
   * @throws IllegalArgumentException if a schedule with a warm-up is asked for a negative step
   */
  double rate(int step);

  /**
   * The same rate always.
   *
   * @param rate the learning rate
   * @return the schedule
   * @throws IllegalArgumentException if the rate is negative or not finite
   */
  static Schedule constant(double rate) {
    Ramp.requireRate(rate);
    return step -> rate;
  }

  /**
   * Up to a peak, then down to zero along a line, as in BERT.
   *
   * <pre>peak min(step / warmup, (total - step) / (total - warmup))</pre>
   *
   * <p>Devlin et al. (2019), appendix A.2. After the last step the rate is 0.
   *
   * @param peak the greatest rate
   * @param warmup steps until the peak; 0 to begin there
   * @param total steps until zero, more than the warm-up
   * @return the schedule
   * @throws IllegalArgumentException if the peak is negative or not finite, the warm-up negative,
   *     or the total not above it
   */
  static Schedule warmupLinear(double peak, int warmup, int total) {
    Ramp ramp = new Ramp(peak, warmup).until(total);
    return step -> ramp.rate(step, 1 - ramp.progress(step));
  }

  /**
   * Up to a peak, then down to zero along half a cosine.
   *
   * <pre>peak (1 + cos(pi (step - warmup) / (total - warmup))) / 2   after the warm-up</pre>
   *
   * <p>Loshchilov and Hutter (2017), "SGDR: Stochastic Gradient Descent with Warm Restarts",
   * equation 5, one period. After the last step the rate is 0.
   *
   * @param peak the greatest rate
   * @param warmup steps until the peak; 0 to begin there
   * @param total steps until zero, more than the warm-up
   * @return the schedule
   * @throws IllegalArgumentException if the peak is negative or not finite, the warm-up negative,
   *     or the total not above it
   */
  static Schedule warmupCosine(double peak, int warmup, int total) {
    Ramp ramp = new Ramp(peak, warmup).until(total);
    return step -> ramp.rate(step, (1 + Math.cos(Math.PI * ramp.progress(step))) / 2);
  }

  /**
   * Up to a peak, then down with the root of the steps; it never ends.
   *
   * <pre>peak min(step / warmup, sqrt(warmup / step))</pre>
   *
   * @param peak the greatest rate
   * @param warmup steps until the peak, at least 1
   * @return the schedule
   * @throws IllegalArgumentException if the peak is negative or not finite, or the warm-up below 1
   */
  static Schedule warmupInverseSqrt(double peak, int warmup) {
    Ramp ramp = new Ramp(peak, warmup);
    if (warmup < 1) {
      throw new IllegalArgumentException(
          "Schedule: the decay is counted from the warm-up, which has to be at least 1 step.");
    }
    return step -> ramp.rate(step, Math.sqrt((double) warmup / Math.max(step, 1)));
  }

  /**
   * The schedule of the Transformer's paper: {@link #warmupInverseSqrt} whose peak follows from the
   * width.
   *
   * <pre>rate = dModel^-0.5 min(step^-0.5, step warmup^-1.5)</pre>
   *
   * <p>Vaswani et al. (2017), section 5.3, equation 3; there dModel is 512 and the warm-up 4000.
   *
   * @param dModel width of the model
   * @param warmup steps until the peak, at least 1
   * @return the schedule
   * @throws IllegalArgumentException if the width or the warm-up is below 1
   */
  static Schedule transformer(int dModel, int warmup) {
    if (dModel < 1) {
      throw new IllegalArgumentException("Schedule: dModel is at least 1, got " + dModel + ".");
    }
    return warmupInverseSqrt(1 / Math.sqrt((double) dModel * Math.max(warmup, 1)), warmup);
  }
}
