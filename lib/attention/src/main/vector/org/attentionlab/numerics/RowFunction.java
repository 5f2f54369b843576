package org.attentionlab.numerics;

import static org.attentionlab.numerics.Vectors.F;
import static org.attentionlab.numerics.Vectors.V;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/**
 * What a {@link Nonlinearity} does to a row. Each has a class of its own, so that a loop over rows
 * calls it, where the compiler has seen several: behind a switch it inlines them all into that
 * loop, comes to the end of what it is ready to inline (NodeCountInliningCutoff), and what it then
 * leaves out makes an object of every vector.
 */
enum RowFunction {
  IDENTITY {
    @Override
    void apply(FunctionKernels kernels, float[] y, int yAt, int n) {}

    @Override
    void slopes(int n, float[] y, int yAt, float[] g, int gAt, float[] dx, int dxAt) {
      System.arraycopy(g, gAt, dx, dxAt, n);
    }
  },
  RELU {
    @Override
    void apply(FunctionKernels kernels, float[] y, int yAt, int n) {
      kernels.relu(y, yAt, y, yAt, n);
    }

    @Override
    void slopes(int n, float[] y, int yAt, float[] g, int gAt, float[] dx, int dxAt) {
      int whole = Vectors.whole(n);
      for (int j = 0; j < whole; j += V) {
        FloatVector.zero(F)
            .blend(
                FloatVector.fromArray(F, g, gAt + j),
                FloatVector.fromArray(F, y, yAt + j).compare(VectorOperators.GT, 0))
            .intoArray(dx, dxAt + j);
      }
      for (int j = whole; j < n; j++) {
        dx[dxAt + j] = y[yAt + j] > 0 ? g[gAt + j] : 0;
      }
    }
  },
  GELU {
    @Override
    void apply(FunctionKernels kernels, float[] y, int yAt, int n) {
      kernels.gelu(y, yAt, y, yAt, n);
    }

    @Override
    void slopes(int n, float[] x, int xAt, float[] g, int gAt, float[] dx, int dxAt) {
      int whole = Vectors.whole(n);
      for (int j = 0; j < whole; j += V) {
        FloatVector a = FloatVector.fromArray(F, x, xAt + j);
        FloatVector bell = VectorFormulas.bell(a);
        VectorFormulas.geluSlope(a, VectorFormulas.below(a, bell), bell)
            .mul(FloatVector.fromArray(F, g, gAt + j))
            .intoArray(dx, dxAt + j);
      }
      for (int j = whole; j < n; j++) {
        dx[dxAt + j] = g[gAt + j] * Approximation.geluSlope(x[xAt + j]);
      }
    }
  },
  GELU_TANH {
    @Override
    void apply(FunctionKernels kernels, float[] y, int yAt, int n) {
      kernels.geluTanh(y, yAt, y, yAt, n);
    }

    @Override
    void slopes(int n, float[] x, int xAt, float[] g, int gAt, float[] dx, int dxAt) {
      int whole = Vectors.whole(n);
      for (int j = 0; j < whole; j += V) {
        FloatVector a = FloatVector.fromArray(F, x, xAt + j);
        VectorFormulas.geluTanhSlope(a, VectorFormulas.sigmoid(VectorFormulas.steepened(a)))
            .mul(FloatVector.fromArray(F, g, gAt + j))
            .intoArray(dx, dxAt + j);
      }
      for (int j = whole; j < n; j++) {
        dx[dxAt + j] = g[gAt + j] * Approximation.geluTanhSlope(x[xAt + j]);
      }
    }
  },
  TANH {
    @Override
    void apply(FunctionKernels kernels, float[] y, int yAt, int n) {
      kernels.tanh(y, yAt, y, yAt, n);
    }

    @Override
    void slopes(int n, float[] y, int yAt, float[] g, int gAt, float[] dx, int dxAt) {
      int whole = Vectors.whole(n);
      for (int j = 0; j < whole; j += V) {
        FloatVector t = FloatVector.fromArray(F, y, yAt + j);
        t.mul(t).neg().add(1).mul(FloatVector.fromArray(F, g, gAt + j)).intoArray(dx, dxAt + j);
      }
      for (int j = whole; j < n; j++) {
        dx[dxAt + j] = g[gAt + j] * (1 - y[yAt + j] * y[yAt + j]);
      }
    }
  },
  SIGMOID {
    @Override
    void apply(FunctionKernels kernels, float[] y, int yAt, int n) {
      kernels.sigmoid(y, yAt, y, yAt, n);
    }

    @Override
    void slopes(int n, float[] y, int yAt, float[] g, int gAt, float[] dx, int dxAt) {
      int whole = Vectors.whole(n);
      for (int j = 0; j < whole; j += V) {
        FloatVector s = FloatVector.fromArray(F, y, yAt + j);
        s.sub(s.mul(s)).mul(FloatVector.fromArray(F, g, gAt + j)).intoArray(dx, dxAt + j);
      }
      for (int j = whole; j < n; j++) {
        dx[dxAt + j] = g[gAt + j] * y[yAt + j] * (1 - y[yAt + j]);
      }
    }
  };

  private static final RowFunction[] BY_NONLINEARITY =
      Arrays.stream(Nonlinearity.values()).map(f -> valueOf(f.name())).toArray(RowFunction[]::new);

  /** That of a nonlinearity, which has the same name. */
  static RowFunction of(Nonlinearity f) {
    return BY_NONLINEARITY[f.ordinal()];
  }

  /** y = f(y). */
  abstract void apply(FunctionKernels kernels, float[] y, int yAt, int n);

  /** dx = g dy/dx, where the GELUs are told x and the others y; dx may be g. */
  abstract void slopes(int n, float[] known, int at, float[] g, int gAt, float[] dx, int dxAt);
}
