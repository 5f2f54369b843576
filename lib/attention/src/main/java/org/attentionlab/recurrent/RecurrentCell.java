package org.attentionlab.recurrent;

import java.util.Optional;
import java.util.random.RandomGenerator;
import org.attentionlab.nn.Init;
import org.attentionlab.nn.Layer;
import org.attentionlab.nn.Linear;
import org.attentionlab.tensor.Operation;
import org.attentionlab.tensor.ShapeException;
import org.attentionlab.tensor.Tensor;

/**
 * One step of a recurrent network: from the input and the state before to the state after.
 *
 * <pre>state_t = step(W_x x_t + b_x, state_t-1)</pre>
 *
 * <p>The part of the input, {@link #project}, does not depend on the state, so it can be computed
 * for all steps at once; only {@link #step} has to wait. Legend: B batch, gates 3 or 4. All
 * parameters start as U(-r, r) with r = 1 / sqrt(dHidden).
 */
public abstract sealed class RecurrentCell extends Layer permits GruCell, LstmCell {
  private final int dIn;
  private final int dHidden;
  private final Linear input;
  private final Linear hidden;

  RecurrentCell(RandomGenerator rng, int dIn, int dHidden, int gates) {
    this.dIn = dIn;
    this.dHidden = dHidden;
    this.input = child("input", uniform(rng, dIn, dHidden, gates));
    this.hidden = child("hidden", uniform(rng, dHidden, dHidden, gates));
  }

  private static Linear uniform(RandomGenerator rng, int dIn, int dHidden, int gates) {
    if (dIn < 1 || dHidden < 1) {
      throw new IllegalArgumentException(
          "RecurrentCell: widths are at least 1, got " + dIn + " and " + dHidden + ".");
    }
    Operation.numel("RecurrentCell", dIn, gates, dHidden);
    double range = 1 / Math.sqrt(dHidden);
    Tensor weight = Init.uniform(rng, range, dIn, gates * dHidden);
    Tensor bias = Init.uniform(rng, range, gates * dHidden);
    return Linear.of(weight, Optional.of(bias));
  }

  /**
   * What the input gives to all gates.
   *
   * @param x (..., dIn)
   * @return W_x x + b_x (..., gates dHidden)
   * @throws ShapeException if the last axis of x is not dIn
   */
  public final Tensor project(Tensor x) {
    return input.forward(x);
  }

  /**
   * The step itself.
   *
   * @param projected what {@link #project} gives for this step (B, gates dHidden)
   * @param state the state before (B, width)
   * @return the state after (B, width)
   * @throws ShapeException if the shapes do not fit
   */
  public abstract Tensor step(Tensor projected, Tensor state);

  /**
   * The part of a state that other layers see.
   *
   * @param state (B, width)
   * @return h (B, dHidden)
   * @throws ShapeException if it is no such state
   */
  public abstract Tensor output(Tensor state);

  /**
   * The width of a whole state.
   *
   * @return dHidden, or more where there is a part that other layers do not see
   */
  public abstract int width();

  /**
   * The state before the first step.
   *
   * @param batch B
   * @return zeros (B, width)
   * @throws ShapeException if the batch is negative
   */
  public final Tensor start(int batch) {
    return Tensor.zeros(batch, width());
  }

  /**
   * Width of the input.
   *
   * @return dIn
   */
  public final int dIn() {
    return dIn;
  }

  /**
   * Width of what other layers see.
   *
   * @return dHidden
   */
  public final int dHidden() {
    return dHidden;
  }

  /**
   * The map of the input, the gates side by side.
   *
   * @return W_x (dIn, gates dHidden) and b_x
   */
  public final Linear input() {
    return input;
  }

  /**
   * The map of the state, the gates side by side.
   *
   * @return W_h (dHidden, gates dHidden) and b_h
   */
  public final Linear hidden() {
    return hidden;
  }

  /** The columns of one gate: (B, dHidden). */
  final Tensor gate(Tensor all, int number) {
    return all.slice(-1, number * dHidden, (number + 1) * dHidden);
  }

  /** A step's share of the input, and the state before it. */
  final void requireProjected(String cell, Tensor projected, Tensor state) {
    int gates = hidden.weight().size(1);
    boolean ranks = projected.rank() == 2 && state.rank() == 2;
    if (!ranks
        || projected.size(0) != state.size(0)
        || projected.size(1) != gates
        || state.size(1) != width()) {
      throw new ShapeException(
          cell
              + ": a step takes the projected input (B, "
              + gates
              + ") and the state (B, "
              + width()
              + "), got "
              + projected.shapeString()
              + " and "
              + state.shapeString()
              + ".");
    }
  }

  final void requireState(String cell, Tensor state) {
    if (state.rank() != 2 || state.size(1) != width()) {
      throw new ShapeException(
          cell + ": a state is (B, " + width() + "), got " + state.shapeString() + ".");
    }
  }

  final void requireStep(String cell, Tensor x, Tensor h) {
    if (x.rank() != 2 || h.rank() != 2 || x.size(0) != h.size(0) || h.size(1) != dHidden) {
      throw new ShapeException(
          cell
              + ": the input is (B, "
              + dIn
              + ") and the state (B, "
              + dHidden
              + "), got "
              + x.shapeString()
              + " and "
              + h.shapeString()
              + ".");
    }
  }
}
