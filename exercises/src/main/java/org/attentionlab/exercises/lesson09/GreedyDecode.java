package org.attentionlab.exercises.lesson09;

import org.attentionlab.grading.Exercise;
import org.attentionlab.tensor.Tensor;

/**
 * Writes a sequence by taking the likeliest token again and again.
 *
 * <p>The model is given as a table. It is always in some state, at first in state 0, in which it
 * has read the source and the token that begins. Row s of the logits says how likely each token is
 * in state s, and {@code next[s][v]} is the state after token v was written in state s. (A
 * Transformer works alike: its state is what it has written so far.)
 *
 * <pre>
 *   state = 0
 *   repeat at most maxTokens times
 *     v = the token with the greatest logit in this state, of equals the first
 *     if v is the token that ends, stop;  otherwise write v
 *     state = next[state][v]
 * </pre>
 *
 * <p>The token that ends is no part of the result. A model that never ends is cut off after
 * maxTokens tokens, so be sure that your loop ends.
 *
 * <p>For example, with tokens 0 (end), 1 and 2, the logits [0 1 2] in state 0, [5 4 3] in state 1,
 * and next[0] = [0 0 1]: the model writes 2, comes to state 1, and ends. The result is [2].
 *
 * <p>Sutskever, Vinyals and Le, Sequence to Sequence Learning with Neural Networks, section 3.2,
 * with a beam of 1.
 */
@FunctionalInterface
@Exercise(
    id = "9.4",
    name = "greedyDecode",
    points = 15,
    claims = {61},
    tests = GreedyDecodeChecks.class)
public interface GreedyDecode {

  /**
   * A model that writes.
   *
   * @param logits of every token in every state (states, vocabulary)
   * @param next the state that follows each state and token (states, vocabulary)
   * @param end the token that ends
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Model(Tensor logits, int[][] next, int end) {}

  /**
   * What the model writes.
   *
   * @param model the table, and the token that ends
   * @param maxTokens how many tokens it may write at most, 0 or more
   * @return the tokens, without the one that ends
   */
  int[] write(Model model, int maxTokens);
}
