package org.attentionlab.solutions.hidden.oracle;

import java.util.Random;
import org.attentionlab.grading.expect.Grid;
import org.attentionlab.tensor.Tensor;

/**
 * Random inputs of hidden tests, as arrays for the oracle and as tensors for the answer.
 *
 * <p>Numbers are rounded to float first, so that both compute with exactly the same ones.
 */
public final class Samples {

  private Samples() {}

  /** Standard normal numbers: [batch][row][column]. */
  public static double[][][] normal(long seed, int batch, int rows, int columns) {
    Random random = new Random(seed);
    double[][][] numbers = new double[batch][rows][];
    for (double[][] matrix : numbers) {
      for (int i = 0; i < rows; i++) {
        matrix[i] = normal(random, columns);
      }
    }
    return numbers;
  }

  /** A standard normal matrix: [row][column]. */
  public static double[][] normal(long seed, int rows, int columns) {
    return normal(seed, 1, rows, columns)[0];
  }

  /** A standard normal vector. */
  public static double[] normal(long seed, int length) {
    return normal(new Random(seed), length);
  }

  private static double[] normal(Random random, int length) {
    double[] numbers = new double[length];
    for (int i = 0; i < length; i++) {
      numbers[i] = (float) random.nextGaussian();
    }
    return numbers;
  }

  /** Every number multiplied, and rounded to float again. */
  public static double[][][] times(double factor, double[][][] numbers) {
    double[][][] products = new double[numbers.length][numbers[0].length][numbers[0][0].length];
    for (int b = 0; b < numbers.length; b++) {
      for (int i = 0; i < numbers[b].length; i++) {
        for (int j = 0; j < numbers[b][i].length; j++) {
          products[b][i][j] = (float) (numbers[b][i][j] * factor);
        }
      }
    }
    return products;
  }

  /**
   * The tensor of an array's shape.
   *
   * @param numbers an array of numbers or of such arrays, a list of them, or a {@link Grid}
   */
  public static Tensor tensor(Object numbers) {
    Grid grid = Grid.of(numbers);
    double[] values = grid.values();
    float[] data = new float[values.length];
    for (int i = 0; i < data.length; i++) {
      data[i] = (float) values[i];
    }
    return Tensor.of(data, grid.shape());
  }
}
