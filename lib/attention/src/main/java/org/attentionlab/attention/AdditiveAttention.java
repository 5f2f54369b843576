package org.attentionlab.attention;

import java.util.random.RandomGenerator;
import org.attentionlab.nn.Layer;
import org.attentionlab.tensor.ShapeException;
import org.attentionlab.tensor.Tensor;

/**
 * The attention of a recurrent decoder: at each step its state asks the states of the encoder.
 *
 * <pre>
 * e_j = v^T tanh(W_q s + W_k h_j)         score of encoder state j
 * alpha = softmax(e)                      weights
 * c = sum over j of alpha_j h_j           context
 * </pre>
 *
 * <p>Legend: B batch, S encoder states h_j, which are keys and values at once; s is the state of
 * the decoder before this step, the query. Bahdanau et al. (2015), "Neural Machine Translation by
 * Jointly Learning to Align and Translate", section 3.1 and appendix A.1.2.
 */
public final class AdditiveAttention extends Layer {
  private final AdditiveScore score;

  /**
   * With random first weights.
   *
   * @param rng where they come from
   * @param dQ width of the decoder's state
   * @param dK width of the encoder's states
   * @param hidden width of the hidden layer
   * @throws IllegalArgumentException if a width is below 1
   */
  public AdditiveAttention(RandomGenerator rng, int dQ, int dK, int hidden) {
    this(new AdditiveScore(rng, dQ, dK, hidden));
  }

  /**
   * With a given score.
   *
   * @param score W_q, W_k and v, shared and not copied
   */
  public AdditiveAttention(AdditiveScore score) {
    this.score = child("score", score);
  }

  /** The encoder's states as the decoder asks for them at every step. */
  public final class Memory {
    private final Tensor states;
    private final Tensor projected;
    private final Mask mask;

    private Memory(Tensor states, Tensor projected, Mask mask) {
      this.states = states;
      this.projected = projected;
      this.mask = mask;
    }

    /**
     * The encoder's states, keys and values at once.
     *
     * @return h (B, S, dK)
     */
    public Tensor states() {
      return states;
    }

    /**
     * One step.
     *
     * @param query s (B, dQ), the decoder's state before the step
     * @return context c (B, dK) as output, and weights alpha (B, S)
     * @throws ShapeException if the shapes do not fit
     */
    public AttentionResult attend(Tensor query) {
      int width = score.queryWeight().size(0);
      if (query.rank() != 2 || query.size(0) != states.size(0) || query.size(1) != width) {
        throw new ShapeException(
            "AdditiveAttention: the query is ("
                + states.size(0)
                + ", "
                + width
                + ") for states "
                + states.shapeString()
                + ", got "
                + query.shapeString()
                + ".");
      }
      Tensor scores = score.scoresOfProjected(query.unsqueeze(1), projected); // (B, 1, S)
      Tensor weights = mask.hide(scores).softmax(-1); // (B, 1, S)
      Tensor context = weights.matmul(states); // (B, 1, dK)
      return new AttentionResult(context.squeeze(1), weights.squeeze(1));
    }

    /**
     * Chosen sequences of the batch, as a beam search goes on with some of its hypotheses.
     *
     * @param sequences their numbers in this batch, in the order wanted, also repeatedly
     * @return the memory of that batch
     * @throws IndexOutOfBoundsException if a number lies outside of the batch
     */
    public Memory select(int... sequences) {
      return new Memory(
          states.take(0, sequences), projected.take(0, sequences), mask.select(sequences));
    }
  }

  /**
   * Projects the encoder's states once for all steps: W_k h_j does not depend on the step.
   *
   * @param states h (B, S, dK)
   * @param mask true where a state may be attended to, as {@link Mask#padding} gives it (B, 1, S)
   * @return what is asked at every step
   * @throws ShapeException if the states are not (B, S, dK)
   */
  public Memory memory(Tensor states, Mask mask) {
    int width = score.keyWeight().size(0);
    if (states.rank() != 3 || states.size(2) != width) {
      throw new ShapeException(
          "AdditiveAttention: the states are (B, S, "
              + width
              + "), got "
              + states.shapeString()
              + ".");
    }
    return new Memory(states, score.projectKeys(states), mask);
  }

  /**
   * A single step.
   *
   * @param query s (B, dQ), the decoder's state before the step
   * @param states h (B, S, dK)
   * @param mask true where a state may be attended to, (B, 1, S)
   * @return context c (B, dK) as output, and weights alpha (B, S)
   * @throws ShapeException if the shapes do not fit
   */
  public AttentionResult forward(Tensor query, Tensor states, Mask mask) {
    return memory(states, mask).attend(query);
  }

  /**
   * The score function.
   *
   * @return W_q, W_k and v
   */
  public AdditiveScore score() {
    return score;
  }
}
