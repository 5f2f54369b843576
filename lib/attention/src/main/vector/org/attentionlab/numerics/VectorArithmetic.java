package org.attentionlab.numerics;

import static org.attentionlab.numerics.Vectors.F;
import static org.attentionlab.numerics.Vectors.V;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/** Sums, products and reductions, a vector at a time. */
interface VectorArithmetic extends PlainArithmetic {

  @Override
  default void add(float[] x, int xAt, float[] y, int yAt, float[] z, int zAt, int n) {
    int whole = Vectors.whole(n);
    for (int i = 0; i < whole; i += V) {
      FloatVector a = FloatVector.fromArray(F, x, xAt + i);
      FloatVector b = FloatVector.fromArray(F, y, yAt + i);
      a.add(b).intoArray(z, zAt + i);
    }
    PlainArithmetic.super.add(x, xAt + whole, y, yAt + whole, z, zAt + whole, n - whole);
  }

  @Override
  default void subtract(float[] x, int xAt, float[] y, int yAt, float[] z, int zAt, int n) {
    int whole = Vectors.whole(n);
    for (int i = 0; i < whole; i += V) {
      FloatVector a = FloatVector.fromArray(F, x, xAt + i);
      FloatVector b = FloatVector.fromArray(F, y, yAt + i);
      a.sub(b).intoArray(z, zAt + i);
    }
    PlainArithmetic.super.subtract(x, xAt + whole, y, yAt + whole, z, zAt + whole, n - whole);
  }

  @Override
  default void multiply(float[] x, int xAt, float[] y, int yAt, float[] z, int zAt, int n) {
    int whole = Vectors.whole(n);
    for (int i = 0; i < whole; i += V) {
      FloatVector a = FloatVector.fromArray(F, x, xAt + i);
      FloatVector b = FloatVector.fromArray(F, y, yAt + i);
      a.mul(b).intoArray(z, zAt + i);
    }
    PlainArithmetic.super.multiply(x, xAt + whole, y, yAt + whole, z, zAt + whole, n - whole);
  }

  @Override
  default void multiplyAdd(float[] x, int xAt, float[] y, int yAt, float[] z, int zAt, int n) {
    int whole = Vectors.whole(n);
    for (int i = 0; i < whole; i += V) {
      FloatVector a = FloatVector.fromArray(F, x, xAt + i);
      FloatVector b = FloatVector.fromArray(F, y, yAt + i);
      a.fma(b, FloatVector.fromArray(F, z, zAt + i)).intoArray(z, zAt + i);
    }
    PlainArithmetic.super.multiplyAdd(x, xAt + whole, y, yAt + whole, z, zAt + whole, n - whole);
  }

  @Override
  default void axpy(float alpha, float[] x, int xAt, float[] y, int yAt, int n) {
    int whole = Vectors.whole(n);
    FloatVector factor = FloatVector.broadcast(F, alpha);
    for (int i = 0; i < whole; i += V) {
      FloatVector.fromArray(F, x, xAt + i)
          .fma(factor, FloatVector.fromArray(F, y, yAt + i))
          .intoArray(y, yAt + i);
    }
    PlainArithmetic.super.axpy(alpha, x, xAt + whole, y, yAt + whole, n - whole);
  }

  @Override
  default void scale(float alpha, float[] x, int xAt, float[] y, int yAt, int n) {
    int whole = Vectors.whole(n);
    FloatVector factor = FloatVector.broadcast(F, alpha);
    for (int i = 0; i < whole; i += V) {
      FloatVector.fromArray(F, x, xAt + i).mul(factor).intoArray(y, yAt + i);
    }
    PlainArithmetic.super.scale(alpha, x, xAt + whole, y, yAt + whole, n - whole);
  }

  @Override
  default double sum(float[] x, int xAt, int n) {
    double sum = 0;
    for (int from = 0; from < n; from += Vectors.CHUNK) {
      int end = Math.min(n, from + Vectors.CHUNK);
      int whole = from + Vectors.whole(end - from);
      FloatVector lanes = FloatVector.zero(F);
      for (int i = from; i < whole; i += V) {
        lanes = lanes.add(FloatVector.fromArray(F, x, xAt + i));
      }
      sum += Vectors.sum(lanes);
      sum += PlainArithmetic.super.sum(x, xAt + whole, end - whole);
    }
    return sum;
  }

  @Override
  default double dot(float[] x, int xAt, float[] y, int yAt, int n) {
    double sum = 0;
    for (int from = 0; from < n; from += Vectors.CHUNK) {
      int end = Math.min(n, from + Vectors.CHUNK);
      int whole = from + Vectors.whole(end - from);
      FloatVector lanes = FloatVector.zero(F);
      for (int i = from; i < whole; i += V) {
        lanes =
            FloatVector.fromArray(F, x, xAt + i).fma(FloatVector.fromArray(F, y, yAt + i), lanes);
      }
      sum += Vectors.sum(lanes);
      sum += PlainArithmetic.super.dot(x, xAt + whole, y, yAt + whole, end - whole);
    }
    return sum;
  }

  @Override
  default float max(float[] x, int xAt, int n) {
    int whole = Vectors.whole(n);
    float max = PlainArithmetic.super.max(x, xAt + whole, n - whole);
    if (whole > 0) {
      FloatVector lanes = FloatVector.fromArray(F, x, xAt);
      for (int i = V; i < whole; i += V) {
        lanes = lanes.max(FloatVector.fromArray(F, x, xAt + i));
      }
      max = Math.max(max, lanes.reduceLanes(VectorOperators.MAX));
    }
    return max;
  }
}
