package org.attentionlab.attention;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.attentionlab.tensor.ShapeException;
import org.attentionlab.tensor.Tensor;

/**
 * The keys and values of one attention layer for the positions seen so far, so that a decoder that
 * writes token by token projects each of them once.
 *
 * <p>A cache never changes: {@link #append} gives a longer one, so that several continuations of
 * one beginning can share it. Legend: B batch, G heads of keys and values, S positions so far.
 */
public final class KeyValueCache {
  private static final KeyValueCache EMPTY = new KeyValueCache(Optional.empty());

  private final Optional<Pair> pair;

  /** Keys (B, G, S, dK) and values (B, G, S, dV). */
  private record Pair(Tensor keys, Tensor values) {}

  private KeyValueCache(Optional<Pair> pair) {
    this.pair = pair;
  }

  /**
   * Before the first position.
   *
   * @return a cache of length 0
   */
  public static KeyValueCache empty() {
    return EMPTY;
  }

  /**
   * This cache with further positions behind.
   *
   * @param keys (B, G, T, dK)
   * @param values (B, G, T, dV)
   * @return a cache whose length is greater by T
   * @throws ShapeException if keys and values differ in the first three axes, or other axes than
   *     the third from those kept so far
   */
  public KeyValueCache append(Tensor keys, Tensor values) {
    boolean ranks = keys.rank() == 4 && values.rank() == 4;
    if (!ranks || !Arrays.equals(keys.shape(), 0, 3, values.shape(), 0, 3)) {
      throw new ShapeException(
          "KeyValueCache: keys are (B, G, T, dK) and values (B, G, T, dV), got "
              + keys.shapeString()
              + " and "
              + values.shapeString()
              + ".");
    }
    pair.ifPresent(before -> requireContinued(before, keys, values));
    Pair longer =
        pair.map(
                before ->
                    new Pair(
                        Tensor.concat(2, List.of(before.keys(), keys)), // (B, G, S + T, dK)
                        Tensor.concat(2, List.of(before.values(), values))))
            .orElseGet(() -> new Pair(keys, values));
    return new KeyValueCache(Optional.of(longer));
  }

  private static void requireContinued(Pair before, Tensor keys, Tensor values) {
    if (!differOnlyInLength(before.keys(), keys) || !differOnlyInLength(before.values(), values)) {
      throw new ShapeException(
          "KeyValueCache: keys "
              + keys.shapeString()
              + " and values "
              + values.shapeString()
              + " do not continue keys "
              + before.keys().shapeString()
              + " and values "
              + before.values().shapeString()
              + ": only the third axis may differ."
              + "\n  select(...) makes a cache of other sequences.");
    }
  }

  private static boolean differOnlyInLength(Tensor before, Tensor behind) {
    return before.size(0) == behind.size(0)
        && before.size(1) == behind.size(1)
        && before.size(3) == behind.size(3);
  }

  /**
   * How many positions are kept.
   *
   * @return S
   */
  public int length() {
    return pair.map(kept -> kept.keys().size(2)).orElse(0);
  }

  /**
   * The keys.
   *
   * @return a tensor (B, G, S, dK)
   * @throws IllegalStateException if nothing is kept yet
   */
  public Tensor keys() {
    return kept().keys();
  }

  /**
   * The values.
   *
   * @return a tensor (B, G, S, dV)
   * @throws IllegalStateException if nothing is kept yet
   */
  public Tensor values() {
    return kept().values();
  }

  /**
   * Chosen sequences of the batch, as a beam search goes on with some of its hypotheses.
   *
   * @param sequences their numbers in this batch, in the order wanted, also repeatedly
   * @return a cache of that batch
   * @throws IndexOutOfBoundsException if a number lies outside of the batch
   */
  public KeyValueCache select(int... sequences) {
    return new KeyValueCache(
        pair.map(
            kept -> new Pair(kept.keys().take(0, sequences), kept.values().take(0, sequences))));
  }

  private Pair kept() {
    return pair.orElseThrow(
        () -> new IllegalStateException("KeyValueCache: nothing is kept yet; append first."));
  }
}
