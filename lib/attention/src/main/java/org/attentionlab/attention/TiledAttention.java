package org.attentionlab.attention;

import java.util.Arrays;
import org.attentionlab.attention.FusedAttention.Source;
import org.attentionlab.numerics.AttentionShape;
import org.attentionlab.tensor.ShapeException;
import org.attentionlab.tensor.Tensor;

/**
 * Scaled dot-product attention that never holds the scores: memory grows with the number of queries
 * and keys, not with their product.
 *
 * <pre>
 * softmax over blocks of keys s_1, s_2, ...:
 * m' = max(m, max s_b),   l' = exp(m - m') l + sum exp(s_b - m'),   o' = exp(m - m') o + exp(s_b - m') V_b
 * output = o / l
 * </pre>
 *
 * <p>The result is that of {@link Attention#scaledDotProduct(Tensor, Tensor, Tensor)} but for
 * rounding, forwards and backwards; there are no weights to look at. Milakov and Gimelshein (2018),
 * "Online normalizer calculation for softmax"; Dao et al. (2022), "FlashAttention: Fast and
 * Memory-Efficient Exact Attention with IO-Awareness", algorithm 1.
 *
 * <p>Legend: the dots stand for no axis, (B) or (B, H), the same for all three.
 */
public final class TiledAttention {
  private TiledAttention() {}

  /**
   * Every query attends to every key.
   *
   * @param queries Q (..., T, dK)
   * @param keys K (..., S, dK)
   * @param values V (..., S, dV)
   * @return output (..., T, dV)
   * @throws ShapeException if the shapes do not fit
   */
  public static Tensor attend(Tensor queries, Tensor keys, Tensor values) {
    return run(shape(queries, keys, values), queries, keys, values);
  }

  /**
   * Each query attends to the keys up to its own place; no mask of T x S is made.
   *
   * @param queries Q (..., T, dK), the last T of S positions
   * @param keys K (..., S, dK)
   * @param values V (..., S, dV)
   * @return output (..., T, dV)
   * @throws ShapeException if the shapes do not fit, or there are more queries than keys
   */
  public static Tensor causal(Tensor queries, Tensor keys, Tensor values) {
    AttentionShape shape = shape(queries, keys, values);
    if (shape.queries() > shape.keys()) {
      throw new ShapeException(
          "tiled: "
              + shape.queries()
              + " queries cannot be the last of "
              + shape.keys()
              + " positions.");
    }
    return run(shape.causal(shape.keys() - shape.queries()), queries, keys, values);
  }

  /**
   * Each query attends to the keys that a mask allows.
   *
   * @param queries Q (..., T, dK)
   * @param keys K (..., S, dK)
   * @param values V (..., S, dV)
   * @param mask for padding, causal, or both: the first keys of each row are allowed, the rest is
   *     hidden, and the same for all heads
   * @return output (..., T, dV), zero for a query that may attend to nothing
   * @throws ShapeException if the shapes do not fit
   * @throws IllegalArgumentException if the mask hides a key before one that it allows
   */
  public static Tensor attend(Tensor queries, Tensor keys, Tensor values, Mask mask) {
    AttentionShape shape = shape(queries, keys, values);
    AttentionShape restricted =
        mask.restrict(shape)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "tiled: a mask "
                            + Arrays.toString(mask.shape())
                            + " for "
                            + shape.queries()
                            + " queries and "
                            + shape.keys()
                            + " keys is none that allows the first keys of each row."
                            + "\n  Attention.scaledDotProduct takes any mask."));
    return run(restricted, queries, keys, values);
  }

  private static AttentionShape shape(Tensor queries, Tensor keys, Tensor values) {
    AttentionShapes.check(queries, keys, values);
    AttentionShapes.requireEqualWidths("tiled", queries, keys);
    int rank = queries.rank();
    int[] leading = Arrays.copyOf(queries.shape(), rank - 2);
    boolean alike =
        rank <= 4
            && Arrays.equals(leading, Arrays.copyOf(keys.shape(), keys.rank() - 2))
            && Arrays.equals(leading, Arrays.copyOf(values.shape(), values.rank() - 2));
    if (!alike) {
      throw new ShapeException(
          "tiled: queries "
              + queries.shapeString()
              + ", keys "
              + keys.shapeString()
              + " and values "
              + values.shapeString()
              + " have the same axes in front of (T, d), at most (B, H).");
    }
    int batch = rank > 2 ? leading[0] : 1;
    int heads = rank > 3 ? leading[1] : 1;
    return AttentionShape.of(
        batch, heads, heads, queries.size(-2), keys.size(-2), keys.size(-1), values.size(-1));
  }

  private static Tensor run(AttentionShape shape, Tensor queries, Tensor keys, Tensor values) {
    int[] output = queries.shape();
    output[output.length - 1] = values.size(-1);
    return FusedAttention.run(
        shape, output, Source.of(queries), Source.of(keys), Source.of(values));
  }
}
