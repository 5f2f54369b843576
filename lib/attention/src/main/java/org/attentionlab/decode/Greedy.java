package org.attentionlab.decode;

import java.util.List;

/**
 * Takes the likeliest token at every step.
 *
 * <pre>y_t = argmax_v p(v | y_1 .. y_t-1)</pre>
 *
 * <p>Fast, and often good; but the likeliest beginning need not belong to the likeliest sequence,
 * see {@link Beam}.
 */
public final class Greedy {
  private Greedy() {}

  /**
   * Writes a batch of sequences.
   *
   * @param model the model before the first token
   * @param batch how many sequences it writes
   * @param limits beginning, end and length
   * @return one sequence for each row, in order; of equally likely tokens the first is taken
   * @throws IllegalArgumentException if the batch is empty
   * @throws ArithmeticException if a logit is NaN or plus infinity, or all are minus infinity
   */
  public static List<Decoded> decode(NextToken model, int batch, Limits limits) {
    return Batch.write(model, batch, limits, Scores::best);
  }
}
