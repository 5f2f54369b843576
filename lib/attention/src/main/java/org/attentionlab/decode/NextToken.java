package org.attentionlab.decode;

import java.util.function.Function;
import org.attentionlab.tensor.Tensor;

/**
 * A model in the middle of writing a batch of sequences: it is told the last tokens and answers
 * with the logits of the next ones. It never changes; every step gives a new one, so a decoder may
 * go back to an earlier.
 *
 * <pre>
 * var memory = transformer.encode(source, lengths);
 * var model =
 *     NextToken.of(
 *         transformer.start(memory),
 *         (tokens, state) -&gt; {
 *           var step = transformer.step(tokens, state);
 *           return new NextToken.Stepped&lt;&gt;(step.logits(), step.state());
 *         },
 *         (state, rows) -&gt; state.select(rows));
 * </pre>
 */
public interface NextToken {

  /**
   * What a step gives.
   *
   * @param logits of the next token (B, V)
   * @param after the model with this step behind it
   */
  record Next(Tensor logits, NextToken after) {}

  /**
   * What a step of a model with a state gives.
   *
   * @param <S> what the model keeps between two steps, such as a cache
   * @param logits of the next token (B, V)
   * @param state what to go on with
   */
  record Stepped<S>(Tensor logits, S state) {}

  /**
   * A step of a model with a state.
   *
   * @param <S> the state
   */
  @FunctionalInterface
  interface Stepper<S> {
    /**
     * One token further.
     *
     * @param tokens the last token of each sequence (B)
     * @param state what the step before gave
     * @return the logits and the state behind it
     */
    Stepped<S> step(int[] tokens, S state);
  }

  /**
   * The choice of some of a state's sequences.
   *
   * @param <S> the state
   */
  @FunctionalInterface
  interface Selector<S> {
    /**
     * Picks sequences.
     *
     * @param state of B sequences
     * @param rows which ones, perhaps several times
     * @return the state of those
     */
    S select(S state, int[] rows);
  }

  /**
   * One token further.
   *
   * @param tokens the last token of each sequence (B), at first the one that begins
   * @return the logits of the next tokens, and the model behind this step
   * @throws IllegalArgumentException if there are not as many tokens as sequences
   */
  Next next(int[] tokens);

  /**
   * The same with other sequences in its batch.
   *
   * @param rows which sequences, perhaps several times
   * @return a model for those
   * @throws IndexOutOfBoundsException if a row lies outside of the batch
   */
  NextToken select(int... rows);

  /**
   * A model that keeps a state from step to step.
   *
   * @param <S> the state
   * @param state before the first token
   * @param stepper a step
   * @param selector the choice of sequences
   * @return the model
   */
  static <S> NextToken of(S state, Stepper<S> stepper, Selector<S> selector) {
    return new Stateful<>(state, stepper, selector);
  }

  /**
   * A model without a cache, which reads everything anew at every step.
   *
   * @param batch how many sequences it writes
   * @param logits from what was written so far (B, T), the beginning token included, to the logits
   *     of every next token (B, T, V)
   * @return the model, whose step is a {@link org.attentionlab.tensor.ShapeException} where the
   *     logits have another shape
   * @throws IllegalArgumentException if the batch is empty
   */
  static NextToken ofPrefixes(int batch, Function<int[][], Tensor> logits) {
    if (batch < 1) {
      throw new IllegalArgumentException("ofPrefixes: a batch of " + batch + " sequences.");
    }
    return new Rereading(new int[batch][0], logits);
  }
}
