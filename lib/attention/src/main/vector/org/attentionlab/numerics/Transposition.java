package org.attentionlab.numerics;

import static org.attentionlab.numerics.Vectors.F;
import static org.attentionlab.numerics.Vectors.V;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;

/**
 * Transposes in small squares, so that what is read and what is written both stay in the cache.
 *
 * <p>A whole square of 16 by 16 goes through registers: of two rows that are s apart, the first
 * gives its lanes with the bit s for the other's without it. After s = 8, 4, 2 and 1 rows are
 * columns. Eklundh (1972), "A Fast Computer Method for Matrix Transposing".
 */
final class Transposition {
  private static final int SQUARE = 16;

  private static final VectorShuffle<Float> UP_8 = shifted(-8);
  private static final VectorShuffle<Float> UP_4 = shifted(-4);
  private static final VectorShuffle<Float> UP_2 = shifted(-2);
  private static final VectorShuffle<Float> UP_1 = shifted(-1);
  private static final VectorShuffle<Float> DOWN_8 = shifted(8);
  private static final VectorShuffle<Float> DOWN_4 = shifted(4);
  private static final VectorShuffle<Float> DOWN_2 = shifted(2);
  private static final VectorShuffle<Float> DOWN_1 = shifted(1);
  private static final VectorMask<Float> WITH_8 = with(8);
  private static final VectorMask<Float> WITH_4 = with(4);
  private static final VectorMask<Float> WITH_2 = with(2);
  private static final VectorMask<Float> WITH_1 = with(1);

  private Transposition() {}

  /** y (columns, rows) = x^T with x (rows, columns). */
  static void transpose(
      int rows, int columns, float[] x, int xAt, int ldx, float[] y, int yAt, int ldy) {
    for (int i = 0; i < rows; i += SQUARE) {
      int height = Math.min(SQUARE, rows - i);
      for (int j = 0; j < columns; j += SQUARE) {
        int width = Math.min(SQUARE, columns - j);
        int from = xAt + i * ldx + j;
        int to = yAt + j * ldy + i;
        if (V == SQUARE && height == SQUARE && width == SQUARE) {
          whole(x, from, ldx, y, to, ldy);
        } else {
          square(height, width, x, from, ldx, y, to, ldy);
        }
      }
    }
  }

  private static void square(
      int rows, int columns, float[] x, int xAt, int ldx, float[] y, int yAt, int ldy) {
    for (int j = 0; j < columns; j++) {
      int from = xAt + j;
      int to = yAt + j * ldy;
      for (int i = 0; i < rows; i++, from += ldx) {
        y[to + i] = x[from];
      }
    }
  }

  private static void whole(float[] x, int xAt, int ldx, float[] y, int yAt, int ldy) {
    float[] half = Scratch.mine().floats(Scratch.SQUARE, SQUARE * SQUARE);
    for (int i = 0; i < 4; i++) {
      eightAndFour(x, xAt + i * ldx, 4 * ldx, half, i * SQUARE);
    }
    for (int i = 0; i < 4; i++) {
      twoAndOne(half, 4 * i * SQUARE, y, yAt + 4 * i * ldy, ldy);
    }
  }

  /** The steps 8 and 4 of rows i, i + 4, i + 8 and i + 12. */
  private static void eightAndFour(float[] x, int at, int step, float[] y, int to) {
    FloatVector a = FloatVector.fromArray(F, x, at);
    FloatVector b = FloatVector.fromArray(F, x, at + step);
    FloatVector c = FloatVector.fromArray(F, x, at + 2 * step);
    FloatVector d = FloatVector.fromArray(F, x, at + 3 * step);
    FloatVector ac = a.blend(c.rearrange(UP_8), WITH_8);
    FloatVector ca = a.rearrange(DOWN_8).blend(c, WITH_8);
    FloatVector bd = b.blend(d.rearrange(UP_8), WITH_8);
    FloatVector db = b.rearrange(DOWN_8).blend(d, WITH_8);
    ac.blend(bd.rearrange(UP_4), WITH_4).intoArray(y, to);
    ac.rearrange(DOWN_4).blend(bd, WITH_4).intoArray(y, to + 4 * SQUARE);
    ca.blend(db.rearrange(UP_4), WITH_4).intoArray(y, to + 8 * SQUARE);
    ca.rearrange(DOWN_4).blend(db, WITH_4).intoArray(y, to + 12 * SQUARE);
  }

  /** The steps 2 and 1 of four rows that follow each other. */
  private static void twoAndOne(float[] x, int at, float[] y, int to, int ldy) {
    FloatVector a = FloatVector.fromArray(F, x, at);
    FloatVector b = FloatVector.fromArray(F, x, at + SQUARE);
    FloatVector c = FloatVector.fromArray(F, x, at + 2 * SQUARE);
    FloatVector d = FloatVector.fromArray(F, x, at + 3 * SQUARE);
    FloatVector ac = a.blend(c.rearrange(UP_2), WITH_2);
    FloatVector ca = a.rearrange(DOWN_2).blend(c, WITH_2);
    FloatVector bd = b.blend(d.rearrange(UP_2), WITH_2);
    FloatVector db = b.rearrange(DOWN_2).blend(d, WITH_2);
    ac.blend(bd.rearrange(UP_1), WITH_1).intoArray(y, to);
    ac.rearrange(DOWN_1).blend(bd, WITH_1).intoArray(y, to + ldy);
    ca.blend(db.rearrange(UP_1), WITH_1).intoArray(y, to + 2 * ldy);
    ca.rearrange(DOWN_1).blend(db, WITH_1).intoArray(y, to + 3 * ldy);
  }

  private static VectorShuffle<Float> shifted(int lanes) {
    return VectorShuffle.fromOp(F, i -> Math.floorMod(i + lanes, V));
  }

  /** Lanes whose number has a bit. */
  private static VectorMask<Float> with(int bit) {
    boolean[] lanes = new boolean[V];
    for (int i = 0; i < V; i++) {
      lanes[i] = (i & bit) != 0;
    }
    return VectorMask.fromArray(F, lanes, 0);
  }
}
