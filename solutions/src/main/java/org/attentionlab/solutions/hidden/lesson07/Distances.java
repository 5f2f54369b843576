package org.attentionlab.solutions.hidden.lesson07;

import java.util.Locale;
import org.attentionlab.grading.expect.Grid;
import org.attentionlab.solutions.hidden.oracle.Samples;
import org.attentionlab.tensor.Tensor;

/** Scores, biases for distances, and right and wrong sums of the two, in double precision. */
final class Distances {

  static final int B = 2;
  static final int H = 3;
  static final int T = 6;
  static final int S = 8;

  /** A number for query i and key j in head h of sentence b. */
  @FunctionalInterface
  interface Place {
    double of(int b, int h, int i, int j);
  }

  private final int reach;
  private final double[][] table;
  private final double[][][] scores;

  /** A table of random numbers; a mirrored one is the same on both sides. */
  Distances(int seed, int reach, boolean mirrored) {
    this.reach = reach;
    table = Samples.normal(seed, 2 * reach + 1, H);
    for (int row = 0; mirrored && row < reach; row++) {
      table[2 * reach - row] = table[row].clone();
    }
    scores = Samples.normal(seed + 1, B * H, T, S);
  }

  /** The number for a distance that has a row. */
  double row(int distance, int head) {
    return table[distance + reach][head];
  }

  /** The number for any distance, the last row serving beyond the reach. */
  double clipped(int distance, int head) {
    return row(Math.max(-reach, Math.min(reach, distance)), head);
  }

  /** What is added beyond the reach by an answer that begins again at the other end. */
  double wrapped(int distance, int head) {
    return table[Math.floorMod(distance + reach, table.length)][head];
  }

  void hide(int b, int h, int i, int j) {
    scores[b * H + h][i][j] = Double.NEGATIVE_INFINITY;
  }

  double score(int b, int h, int i, int j) {
    return scores[b * H + h][i][j];
  }

  /** The scores with something added. */
  Grid plus(Place bias) {
    return each((b, h, i, j) -> score(b, h, i, j) + bias.of(b, h, i, j));
  }

  /** A result of the scores' shape. */
  Grid each(Place number) {
    double[][][][] all = new double[B][H][T][S];
    for (int b = 0; b < B; b++) {
      for (int h = 0; h < H; h++) {
        for (int i = 0; i < T; i++) {
          for (int j = 0; j < S; j++) {
            all[b][h][i][j] = number.of(b, h, i, j);
          }
        }
      }
    }
    return Grid.of(all);
  }

  Tensor scores() {
    return Samples.tensor(each(this::score));
  }

  Tensor table() {
    return Samples.tensor(table);
  }

  String given(int first) {
    return String.format(
        Locale.ROOT,
        "scores (%d, %d, %d, %d), table (%d, %d), first %d",
        B,
        H,
        T,
        S,
        2 * reach + 1,
        H,
        first);
  }
}
