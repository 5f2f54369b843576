package org.attentionlab.recurrent;

import java.util.random.RandomGenerator;
import org.attentionlab.tensor.Tensor;

/**
 * Reads sequences with {@link LstmCell}s, in one layer or several, in one direction or both.
 *
 * <pre>h_t, c_t = LSTM(x_t, h_t-1, c_t-1),   h_0 = c_0 = 0</pre>
 *
 * <p>Legend: B batch, T steps, D directions. Hochreiter and Schmidhuber (1997); stacked as in
 * Sutskever, Vinyals and Le (2014), "Sequence to Sequence Learning with Neural Networks", section
 * 2.
 */
public final class Lstm extends RecurrentStack<LstmCell> {

  /**
   * What was read.
   *
   * @param states h_t of the uppermost layer (B, T, D dHidden), the directions side by side; zeros
   *     beyond the end of a sequence
   * @param last h after the last real step (layers D, B, dHidden), from below, forwards before
   *     backwards; backwards, the last step read is the first of the sequence
   * @param memory c after the same step (layers D, B, dHidden)
   */
  public record Result(Tensor states, Tensor last, Tensor memory) {}

  /**
   * One layer that reads forwards.
   *
   * @param rng where the first weights come from
   * @param dIn width of the input
   * @param dHidden width of the state
   * @throws IllegalArgumentException if a width is below 1
   */
  public Lstm(RandomGenerator rng, int dIn, int dHidden) {
    this(rng, RecurrentConfig.of(dIn, dHidden));
  }

  /**
   * With settings of one's own.
   *
   * @param rng where the first weights, and what is dropped, come from
   * @param config the settings
   */
  public Lstm(RandomGenerator rng, RecurrentConfig config) {
    super(rng, config, LstmCell::new);
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
    LstmCell cell = forwards().get(0);
    return new Result(
        pass.states(),
        Tensor.stack(0, pass.last().stream().map(cell::output).toList()),
        Tensor.stack(0, pass.last().stream().map(cell::memory).toList()));
  }
}
