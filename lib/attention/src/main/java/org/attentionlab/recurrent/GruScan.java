package org.attentionlab.recurrent;

import java.util.Arrays;
import org.attentionlab.nn.Linear;
import org.attentionlab.numerics.Nonlinearity;
import org.attentionlab.numerics.Numerics;
import org.attentionlab.tensor.Operation;
import org.attentionlab.tensor.Tensor;

/**
 * A gated recurrent unit along whole sequences as one operation: backwards it goes through time by
 * itself. A state past the end of its sequence is zero, and so is what flows back from there.
 */
final class GruScan {
  private final Numerics kernels = Numerics.get();
  private final Tensor projected;
  private final Tensor weight;
  private final Tensor bias;
  private final int[] lengths;
  private final boolean backwards;
  private final int batch;
  private final int steps;
  private final int hidden;
  private final int width;

  private GruScan(Tensor projected, Linear past, int[] lengths, boolean backwards) {
    this.projected = projected;
    this.weight = past.weight();
    this.bias = past.bias().orElseThrow();
    this.lengths = lengths.clone();
    this.backwards = backwards;
    this.batch = projected.size(0);
    this.steps = projected.size(1);
    this.hidden = weight.size(0);
    this.width = 3 * hidden;
  }

  /** All states (B, T, H) from the inputs' share of the gates (B, T, 3H). */
  static Tensor run(Tensor projected, Linear past, int[] lengths, boolean backwards) {
    return new GruScan(projected, past, lengths, backwards).forward();
  }

  /** What the forward keeps: states (B, T, H), and both shares of the gates (T, B, 3H) as read. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Kept(float[] states, float[] start, float[] past, float[] gates) {}

  /** The position that is read at a step. */
  private int position(int step) {
    return backwards ? steps - 1 - step : step;
  }

  private Tensor forward() {
    float[] x = Operation.read(projected);
    float[] u = Operation.read(weight);
    float[] b = Operation.read(bias);
    int gateNumbers = Operation.numel("Gru", batch, steps, width);
    float[] states = Operation.take(batch * steps * hidden);
    float[] start = Operation.zeros(batch * hidden);
    float[] past = Operation.take(gateNumbers);
    float[] gates = Operation.take(gateNumbers);
    for (int i = 0; i < steps; i++) {
      int t = position(i);
      float[] h = i == 0 ? start : states;
      int hAt = i == 0 ? 0 : position(i - 1) * hidden;
      int ldh = i == 0 ? hidden : steps * hidden;
      int at = i * batch * width;
      kernels.gemm(
          false, false, batch, width, hidden, 1, h, hAt, ldh, u, 0, width, 0, past, at, width);
      kernels.biasRows(Nonlinearity.IDENTITY, batch, width, past, at, b, 0, past, at);
      kernels.gru(
          batch,
          hidden,
          x,
          t * width,
          steps * width,
          past,
          at,
          h,
          hAt,
          ldh,
          gates,
          at,
          states,
          t * hidden,
          steps * hidden);
      clearPast(t, states, t * hidden, steps * hidden);
    }
    Kept kept = new Kept(states, start, past, gates);
    return Operation.result(
        "gru",
        new int[] {batch, steps, hidden},
        states,
        g -> backward(g, kept),
        projected,
        weight,
        bias);
  }

  /** Zeros in the rows of the sequences that have no position t. */
  private void clearPast(int t, float[] rows, int at, int step) {
    for (int i = 0; i < batch; i++) {
      if (t >= lengths[i]) {
        Arrays.fill(rows, at + i * step, at + i * step + hidden, 0);
      }
    }
  }

  private void backward(float[] g, Kept kept) {
    float[] u = Operation.read(weight);
    float[] dx = Operation.take(batch * steps * width);
    float[] dPast = Operation.take(batch * width);
    float[] du = Operation.sink(weight);
    float[] db = Operation.sink(bias);
    float[] slope = Operation.take(batch * hidden);
    float[] carried = Operation.zeros(batch * hidden); // what later steps send back
    for (int i = steps - 1; i >= 0; i--) {
      int t = position(i);
      for (int row = 0; row < batch; row++) {
        int from = (row * steps + t) * hidden;
        kernels.add(g, from, carried, row * hidden, slope, row * hidden, hidden);
      }
      clearPast(t, slope, 0, hidden);
      Arrays.fill(carried, 0);
      float[] h = i == 0 ? kept.start() : kept.states();
      int hAt = i == 0 ? 0 : position(i - 1) * hidden;
      int ldh = i == 0 ? hidden : steps * hidden;
      int at = i * batch * width;
      kernels.gruBackward(
          batch,
          hidden,
          kept.gates(),
          at,
          kept.past(),
          at,
          h,
          hAt,
          ldh,
          slope,
          0,
          dx,
          t * width,
          steps * width,
          dPast,
          0,
          carried,
          0);
      kernels.sumRows(batch, width, dPast, 0, db, 0);
      if (i > 0) { // the first step comes from zeros, and nobody asks for their gradient
        kernels.gemm(
            true, false, hidden, width, batch, 1, h, hAt, ldh, dPast, 0, width, 1, du, 0, width);
        kernels.gemm(
            false, true, batch, hidden, width, 1, dPast, 0, width, u, 0, width, 1, carried, 0,
            hidden);
      }
    }
    if (projected.requiresGrad()) {
      kernels.axpy(1, dx, 0, Operation.gradient(projected), 0, dx.length);
    }
  }
}
