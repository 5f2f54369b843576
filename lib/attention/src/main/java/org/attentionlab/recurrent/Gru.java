package org.attentionlab.recurrent;

import java.util.random.RandomGenerator;
import org.attentionlab.tensor.Tensor;

/**
 * Reads sequences with {@link GruCell}s, in one layer or several, in one direction or both.
 *
 * <pre>h_t = GRU(x_t, h_t-1),   h_0 = 0</pre>
 *
 * <p>Legend: B batch, T steps, D directions. Cho et al. (2014), section 2; both directions as in
 * Schuster and Paliwal (1997), "Bidirectional Recurrent Neural Networks".
 */
public final class Gru extends RecurrentStack<GruCell> {

  /**
   * What was read.
   *
   * @param states h_t of the uppermost layer (B, T, D dHidden), the directions side by side; zeros
   *     beyond the end of a sequence
   * @param last the state after the last real step (layers D, B, dHidden), from below, forwards
   *     before backwards; backwards, the last step read is the first of the sequence
   */
  public record Result(Tensor states, Tensor last) {}

  /**
   * One layer that reads forwards.
   *
   * @param rng where the first weights come from
   * @param dIn width of the input
   * @param dHidden width of the state
   * @throws IllegalArgumentException if a width is below 1
   */
  public Gru(RandomGenerator rng, int dIn, int dHidden) {
    this(rng, RecurrentConfig.of(dIn, dHidden));
  }

  /**
   * With settings of one's own.
   *
   * @param rng where the first weights, and what is dropped, come from
   * @param config the settings
   */
  public Gru(RandomGenerator rng, RecurrentConfig config) {
    super(rng, config, GruCell::new);
  }

  /**
   * Reads sequences of one length.
   *
   * @param x (B, T, dIn)
   * @return all states and the last ones
   * @throws org.attentionlab.tensor.ShapeException if x is no such batch
   */
  public Result forward(Tensor x) {
    return forward(x, fullLengths(x));
  }

  /**
   * Reads sequences that are filled up at their end; the filling changes no state.
   *
   * @param x (B, T, dIn)
   * @param lengths for each sequence how many of its steps are real, from 0 to T
   * @return all states and the last ones, zeros for a sequence without steps
   * @throws org.attentionlab.tensor.ShapeException if x is no such batch
   * @throws IllegalArgumentException if a length is negative or above T
   */
  public Result forward(Tensor x, int[] lengths) {
    Pass pass = pass(x, lengths);
    return new Result(pass.states(), Tensor.stack(0, pass.last()));
  }
}
