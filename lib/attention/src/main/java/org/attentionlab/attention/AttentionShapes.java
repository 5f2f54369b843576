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
