package org.attentionlab.numerics;

/**
 * Arrays that a thread keeps for its own passing needs, so that kernels allocate nothing once they
 * have run. Each use has a place of its own, because kernels call kernels.
 */
final class Scratch {
  /** A block of B, packed for a product. */
  static final int PACKED_B = 0;

  /** A square on its way to being transposed. */
  static final int SQUARE = 1;

  /** A tile of C at the ragged edge of a product. */
  static final int EDGE = 2;

  /** A row at offset zero. */
  static final int ROW = 3;

  /** Queries of a tile, transposed and scaled. */
  static final int QUERIES = 4;

  /** Scores of a tile. */
  static final int SCORES = 5;

  /** Gradient of the output of a tile, transposed. */
  static final int OUTPUT_GRADIENT = 6;

  /** Gradient of the weights of a tile. */
  static final int WEIGHT_GRADIENT = 7;

  /** Sums over the keys for each query of a tile. */
  static final int SUMS = 8;

  /** Gradients that parts of a work gather for themselves. */
  static final int PARTIAL = 9;

  /** A strip of A, packed for a product. */
  static final int STRIP = 10;

  private static final ThreadLocal<Scratch> MINE = ThreadLocal.withInitial(Scratch::new);

  private final float[][] arrays = new float[STRIP + 1][0];
  private float[][] rows = new float[0][0];

  private Scratch() {}

  /** That of the calling thread. */
  static Scratch mine() {
    return MINE.get();
  }

  /** An array of at least n numbers with any content, good until the same use asks again. */
  float[] floats(int use, int n) {
    float[] array = arrays[use];
    if (array.length < n) {
      array = new float[Math.max(64, n + n / 4)];
      arrays[use] = array;
    }
    return array;
  }

  /** At least as many arrays of at least n numbers each, with any content. */
  float[][] rows(int count, int n) {
    if (rows.length < count || rows[0].length < n) {
      rows = new float[count][n];
    }
    return rows;
  }
}
