package org.attentionlab.display;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.attentionlab.tensor.ShapeException;
import org.attentionlab.tensor.Tensor;

/**
 * Principal component analysis: vectors seen from the directions in which they vary most.
 *
 * <pre>
 * X - mean = U S Vᵀ,   coordinates = U S,   share of component i = sᵢ² / Σ sⱼ²
 * </pre>
 *
 * <p>A direction and its opposite are the same component; here the one is taken whose greatest part
 * is positive, so that pictures do not flip from run to run.
 *
 * @param coordinates (N, k) one row for each vector, around 0
 * @param directions (k, d) one row for each component, of length 1
 * @param shares the part of all variance that each component explains, from 0 to 1
 */
public record Pca(Tensor coordinates, Tensor directions, List<Double> shares) {
  /** Copies the list. */
  public Pca {
    shares = List.copyOf(shares);
  }

  /**
   * Analyses vectors.
   *
   * @param vectors (N, d), at least two
   * @param components how many, from 1 to the smaller of N and d
   * @return what was found
   * @throws ShapeException if it is no matrix, or has too few rows
   * @throws IllegalArgumentException if there are not so many components, or a number is not finite
   */
  public static Pca of(Tensor vectors, int components) {
    if (vectors.rank() != 2 || vectors.size(0) < 2 || vectors.size(1) < 1) {
      throw new ShapeException(
          "Pca: needs at least two vectors, (N, d), but the shape is "
              + vectors.shapeString()
              + ".");
    }
    int n = vectors.size(0);
    int d = vectors.size(1);
    if (components < 1 || components > Math.min(n, d)) {
      throw new IllegalArgumentException(
          "Pca: " + components + " components of " + n + " vectors of " + d + " numbers.");
    }
    SingularValueDecomposition found =
        new SingularValueDecomposition(new Array2DRowRealMatrix(centred(vectors), false));
    double[] singular = found.getSingularValues();
    double all = Arrays.stream(singular).map(s -> s * s).sum();
    RealMatrix u = found.getU();
    RealMatrix v = found.getV();
    float[][] coordinates = new float[n][components];
    float[][] directions = new float[components][d];
    List<Double> shares = new ArrayList<>();
    for (int c = 0; c < components; c++) {
      double sign = sign(v.getColumn(c));
      shares.add(all == 0 ? 0 : singular[c] * singular[c] / all);
      for (int i = 0; i < n; i++) {
        coordinates[i][c] = (float) (sign * u.getEntry(i, c) * singular[c]);
      }
      for (int j = 0; j < d; j++) {
        directions[c][j] = (float) (sign * v.getEntry(j, c));
      }
    }
    return new Pca(Tensor.matrix(coordinates), Tensor.matrix(directions), shares);
  }

  private static double[][] centred(Tensor vectors) {
    int n = vectors.size(0);
    int d = vectors.size(1);
    double[][] x = new double[n][d];
    for (int j = 0; j < d; j++) {
      double mean = 0;
      for (int i = 0; i < n; i++) {
        x[i][j] = vectors.at(i, j);
        mean += x[i][j] / n;
      }
      if (!Double.isFinite(mean)) {
        throw new IllegalArgumentException(
            "Pca: column " + j + " holds a number that is not finite.");
      }
      for (int i = 0; i < n; i++) {
        x[i][j] -= mean;
      }
    }
    return x;
  }

  private static double sign(double[] direction) {
    double greatest = 0;
    for (double part : direction) {
      if (Math.abs(part) > Math.abs(greatest) + 1e-9) {
        greatest = part;
      }
    }
    return greatest < 0 ? -1 : 1;
  }

  /** The shares of the components. */
  @Override
  public String toString() {
    return "Pca of " + coordinates.size(0) + " vectors, shares " + shares;
  }
}
