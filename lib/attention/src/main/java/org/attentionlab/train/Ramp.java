package org.attentionlab.train;

/** The way up to the peak, which all schedules with a warm-up share, and the way down after it. */
record Ramp(double peak, int warmup, int total) {

  Ramp(double peak, int warmup) {
    this(peak, warmup, Integer.MAX_VALUE);
  }

  Ramp {
    requireRate(peak);
    if (warmup < 0) {
      throw new IllegalArgumentException("Schedule: the warm-up has " + warmup + " steps.");
    }
    if (total <= warmup) {
      throw new IllegalArgumentException(
          "Schedule: a total of "
              + total
              + " steps leaves none after a warm-up of "
              + warmup
              + ".\n  Did you mean a shorter warm-up?");
    }
  }

  Ramp until(int steps) {
    return new Ramp(peak, warmup, steps);
  }

  /** How much of the way down lies behind, from 0 at the peak to 1 at the end. */
  double progress(int step) {
    return Math.min(1, Math.max(0, (double) (step - warmup) / (total - warmup)));
  }

  /** The rate of a step, given what is left of the peak after the warm-up. */
  double rate(int step, double left) {
    if (step < 0) {
      throw new IllegalArgumentException("Schedule: there is no step " + step + ".");
    }
    return step < warmup ? peak * step / warmup : peak * left;
  }

  static void requireRate(double rate) {
    if (!(rate >= 0 && Float.isFinite((float) rate))) {
      throw new IllegalArgumentException(
          "Schedule: the rate " + rate + " is negative or not finite.");
    }
  }
}
