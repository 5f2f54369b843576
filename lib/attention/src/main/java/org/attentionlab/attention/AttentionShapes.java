package org.attentionlab.attention;

import org.attentionlab.tensor.ShapeException;
import org.attentionlab.tensor.Tensor;

/** The checks of shapes, and their wording, of this package. */
final class AttentionShapes {
  private AttentionShapes() {}

  /** Matrices, and a value for each key. */
  static void check(Tensor queries, Tensor keys, Tensor values) {
    requireMatrix("queries", "(..., T, dQ)", queries);
    requireMatrix("keys", "(..., S, dK)", keys);
    requireMatrix("values", "(..., S, dV)", values);
    if (keys.size(-2) != values.size(-2)) {
      throw new ShapeException(
          "attention: keys "
              + keys.shapeString()
              + " and values "
              + values.shapeString()
              + ": there are "
              + keys.size(-2)
              + " keys and "
              + values.size(-2)
              + " values; each key needs its value.");
    }
  }

  /** Queries and keys of one width. */
  static void requireEqualWidths(String score, Tensor queries, Tensor keys) {
    requireMatrix("queries", "(..., T, dK)", queries);
    requireMatrix("keys", "(..., S, dK)", keys);
    if (queries.size(-1) != keys.size(-1)) {
      throw new ShapeException(
          score
              + ": queries "
              + queries.shapeString()
              + " and keys "
              + keys.shapeString()
              + ": the widths are "
              + queries.size(-1)
              + " and "
              + keys.size(-1)
              + "."
              + "\n  Project one of them, or score with general or additive, which take both.");
    }
    if (keys.size(-1) == 0) {
      throw new ShapeException(
          score
              + ": queries "
              + queries.shapeString()
              + " and keys "
              + keys.shapeString()
              + " have no numbers to compare; their width is at least 1.");
    }
  }

  /** Queries and keys as wide as the parameters. */
  static void requireWidths(String score, Tensor queries, int dQ, Tensor keys, int dK) {
    requireMatrix("queries", "(..., T, dQ)", queries);
    requireMatrix("keys", "(..., S, dK)", keys);
    if (queries.size(-1) != dQ || keys.size(-1) != dK) {
      throw new ShapeException(
          score
              + ": made for queries (..., T, "
              + dQ
              + ") and keys (..., S, "
              + dK
              + "), got "
              + queries.shapeString()
              + " and "
              + keys.shapeString()
              + ".");
    }
  }

  /** What a score function of one's own gives: a number for every query and key. */
  static void requireScores(Tensor scores, Tensor queries, Tensor keys) {
    int t = queries.size(-2);
    int s = keys.size(-2);
    if (scores.rank() < 2 || scores.size(-2) != t || scores.size(-1) != s) {
      throw new ShapeException(
          "attention: of queries "
              + queries.shapeString()
              + " and keys "
              + keys.shapeString()
              + " the scores are (..., "
              + t
              + ", "
              + s
              + "), but the score function gave "
              + scores.shapeString()
              + ".");
    }
  }

  /** A batch of sequences of vectors. */
  static void requireSequences(String role, String length, Tensor tensor, int width) {
    if (tensor.rank() != 3 || tensor.size(2) != width) {
      throw new ShapeException(
          "MultiHeadAttention: "
              + role
              + " are (B, "
              + length
              + ", "
              + width
              + "), got "
              + tensor.shapeString()
              + "."
              + (tensor.rank() == 2 ? "\n  Did you mean unsqueeze(0), a batch of one?" : ""));
    }
  }

  /** As many sequences that ask as are asked. */
  static void requireEqualBatches(Tensor queries, Tensor keys) {
    if (queries.size(0) != keys.size(0)) {
      throw new ShapeException(
          "MultiHeadAttention: queries "
              + queries.shapeString()
              + " are "
              + queries.size(0)
              + " sequences, keys and values "
              + keys.size(0)
              + ".");
    }
  }

  /** A value for each key, in as many sequences. */
  static void requirePairs(Tensor keys, Tensor values) {
    check(keys, keys, values);
    if (keys.size(0) != values.size(0)) {
      throw new ShapeException(
          "MultiHeadAttention: keys "
              + keys.shapeString()
              + " are "
              + keys.size(0)
              + " sequences, values "
              + values.shapeString()
              + " are "
              + values.size(0)
              + ".");
    }
  }

  /** Keys and values that were projected for heads of these widths. */
  static void requireCache(Tensor keys, Tensor values, MultiHeadConfig config) {
    boolean heads = keys.size(1) == config.keyValueHeads();
    if (!heads || keys.size(3) != config.dK() || values.size(3) != config.dV()) {
      throw new ShapeException(
          "MultiHeadAttention: the cache has keys "
              + keys.shapeString()
              + " and values "
              + values.shapeString()
              + ", but here keys are (B, "
              + config.keyValueHeads()
              + ", S, "
              + config.dK()
              + ") and values (B, "
              + config.keyValueHeads()
              + ", S, "
              + config.dV()
              + "). Is it the cache of another layer?");
    }
  }

  static ShapeException maskDoesNotFit(String mask, Tensor scores) {
    return new ShapeException(
        "mask: "
            + mask
            + " does not expand to the scores "
            + scores.shapeString()
            + ", whose last axes are queries and keys.");
  }

  static ShapeException masksDoNotFit(String left, String right) {
    return new ShapeException("mask: " + left + " and " + right + " do not broadcast.");
  }

  static IndexOutOfBoundsException maskIndex(int index, int axis, int[] shape) {
    return new IndexOutOfBoundsException(
        "mask: index "
            + index
            + " of axis "
            + axis
            + " lies outside of its "
            + shape[axis]
            + " entries.");
  }

  static ShapeException maskIndices(int given, int axes) {
    return new ShapeException("mask: " + given + " indices for a mask with " + axes + " axes.");
  }

  private static void requireMatrix(String role, String legend, Tensor tensor) {
    if (tensor.rank() < 2) {
      throw new ShapeException(
          "attention: "
              + role
              + " are "
              + legend
              + ", got "
              + tensor.shapeString()
              + "."
              + (tensor.rank() == 1 ? "\n  Did you mean unsqueeze(0)?" : ""));
    }
  }
}
