package org.attentionlab.recurrent;

import java.util.random.RandomGenerator;
import org.attentionlab.tensor.Tensor;

/**
 * A step with two gates, which choose how much of the past is used and how much of it is kept.
 *
 * <pre>
 * r  = sigmoid(W_r x + b_r + U_r h + c_r)          reset
 * z  = sigmoid(W_z x + b_z + U_z h + c_z)          update
 * n  = tanh(W_n x + b_n + r (U_n h + c_n))         candidate
 * h' = (1 - z) n + z h
 * </pre>
 *
 * <p>Cho et al. (2014), "Learning Phrase Representations using RNN Encoder-Decoder for Statistical
 * Machine Translation", section 2.3, with biases, and with the reset gate applied after the product
 * U_n h, as PyTorch and cuDNN do it. The gates stand in the order r, z, n.
 */
public final class GruCell extends RecurrentCell {

  /**
   * With random first weights.
   *
   * @param rng where they come from
   * @param dIn width of the input
   * @param dHidden width of the state
   * @throws IllegalArgumentException if a width is below 1
   */
  public GruCell(RandomGenerator rng, int dIn, int dHidden) {
    super(rng, dIn, dHidden, 3);
  }

  /**
   * One step.
   *
   * @param x (B, dIn)
   * @param h the state before (B, dHidden)
   * @return the state after (B, dHidden)
   * @throws org.attentionlab.tensor.ShapeException if the shapes do not fit
   */
  public Tensor forward(Tensor x, Tensor h) {
    requireStep("GruCell", x, h);
    return step(project(x), h);
  }

  @Override
  public Tensor step(Tensor projected, Tensor h) {
    requireProjected("GruCell", projected, h);
    return GruStep.run(projected, h, hidden()); // (B, dHidden)
  }

  @Override
  public Tensor output(Tensor state) {
    requireState("GruCell", state);
    return state;
  }

  @Override
  public int width() {
    return dHidden();
  }
}
