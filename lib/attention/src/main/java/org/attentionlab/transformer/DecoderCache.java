package org.attentionlab.transformer;

import org.attentionlab.attention.KeyValueCache;
import org.attentionlab.attention.Mask;

/**
 * What one layer of a decoder keeps from step to step.
 *
 * @param own keys and values of the positions written so far
 * @param memory keys and values of what the encoder read
 * @param mask true where that may be attended to
 */
public record DecoderCache(KeyValueCache own, KeyValueCache memory, Mask mask) {

  /**
   * Chosen sequences of the batch, as a beam search goes on with some of its hypotheses.
   *
   * @param sequences their numbers in this batch, in the order wanted, also repeatedly
   * @return a cache of that batch
   * @throws IndexOutOfBoundsException if a number lies outside of the batch
   */
  public DecoderCache select(int... sequences) {
    return new DecoderCache(
        own.select(sequences), memory.select(sequences), mask.select(sequences));
  }
}
