package org.attentionlab.numerics;

import java.util.Arrays;

/** The queries of a tile and what the keys are to see of them. */
final class AttentionTile {
  /** Queries of a tile, a row of scores: as wide as the products are fastest. */
  static final int QUERIES = 64;

  /** Keys that are worked on at once. */
  static final int KEYS = 128;

  /** The width of a tile is a multiple of this, so that no vector is cut. */
  static final int COLUMNS = 16;

  private AttentionTile() {}

  /** The width of a tile with so many queries. */
  static int width(int queries) {
    return (queries + COLUMNS - 1) / COLUMNS * COLUMNS;
  }

  /** How many tiles the queries make. */
  static int count(int queries) {
    return (queries + QUERIES - 1) / QUERIES;
  }

  /** y (columns, width) = scale x^T with x (rows, columns); what is past the rows is zero. */
  static void transpose(
      Numerics kernels,
      int rows,
      int columns,
      int width,
      float scale,
      float[] x,
      int xAt,
      int ldx,
      float[] y) {
    if (rows < width) {
      Arrays.fill(y, 0, columns * width, 0);
    }
    kernels.transpose(rows, columns, x, xAt, ldx, y, 0, width);
    if (scale != 1) {
      kernels.scale(scale, y, 0, y, 0, columns * width);
    }
  }

  /** Minus infinity where a query of a tile does not see a key of a block. */
  static void hide(
      AttentionShape shape,
      int sequence,
      int firstQuery,
      int queries,
      int firstKey,
      int keys,
      int width,
      float[] scores) {
    if (shape.fewest(sequence, firstQuery, queries) >= firstKey + keys) {
      return;
    }
    for (int i = 0; i < queries; i++) {
      int seen = Math.max(0, shape.visible(sequence, firstQuery + i) - firstKey);
      for (int r = seen; r < keys; r++) {
        scores[r * width + i] = Float.NEGATIVE_INFINITY;
      }
    }
  }
}
