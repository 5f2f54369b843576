package org.attentionlab.bench;

import java.util.Random;

/** Arrays to reckon with. */
final class Numbers {
  private Numbers() {}

  static float[] normal(Random rng, int count) {
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = (float) rng.nextGaussian();
    }
    return numbers;
  }

  /** Ids from 1 up; 0 is left for padding. */
  static int[][] ids(Random rng, int rows, int columns, int vocabulary) {
    int[][] ids = new int[rows][columns];
    for (int[] row : ids) {
      for (int i = 0; i < columns; i++) {
        row[i] = 1 + rng.nextInt(vocabulary - 1);
      }
    }
    return ids;
  }

  static int[] lengths(int rows, int length) {
    int[] lengths = new int[rows];
    java.util.Arrays.fill(lengths, length);
    return lengths;
  }
}
