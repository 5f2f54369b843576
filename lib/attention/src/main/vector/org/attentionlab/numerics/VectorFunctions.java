package org.attentionlab.numerics;

import static org.attentionlab.numerics.Vectors.F;
import static org.attentionlab.numerics.Vectors.V;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/**
 * Functions of one number, a vector at a time; what is left behind the last vector goes plainly.
 */
interface VectorFunctions extends PlainFunctions {

  @Override
  default void exp(float[] x, int xAt, float[] y, int yAt, int n) {
    int whole = Vectors.whole(n);
    for (int i = 0; i < whole; i += V) {
      VectorFormulas.exp(FloatVector.fromArray(F, x, xAt + i)).intoArray(y, yAt + i);
    }
    PlainFunctions.super.exp(x, xAt + whole, y, yAt + whole, n - whole);
  }

  @Override
  default void tanh(float[] x, int xAt, float[] y, int yAt, int n) {
    int whole = Vectors.whole(n);
    for (int i = 0; i < whole; i += V) {
      VectorFormulas.tanh(FloatVector.fromArray(F, x, xAt + i)).intoArray(y, yAt + i);
    }
    PlainFunctions.super.tanh(x, xAt + whole, y, yAt + whole, n - whole);
  }

  @Override
  default void sigmoid(float[] x, int xAt, float[] y, int yAt, int n) {
    int whole = Vectors.whole(n);
    for (int i = 0; i < whole; i += V) {
      VectorFormulas.sigmoid(FloatVector.fromArray(F, x, xAt + i)).intoArray(y, yAt + i);
    }
    PlainFunctions.super.sigmoid(x, xAt + whole, y, yAt + whole, n - whole);
  }

  @Override
  default void gelu(float[] x, int xAt, float[] y, int yAt, int n) {
    int whole = Vectors.whole(n);
    for (int i = 0; i < whole; i += V) {
      FloatVector a = FloatVector.fromArray(F, x, xAt + i);
      a.mul(VectorFormulas.below(a, VectorFormulas.bell(a))).intoArray(y, yAt + i);
    }
    PlainFunctions.super.gelu(x, xAt + whole, y, yAt + whole, n - whole);
  }

  @Override
  default void geluTanh(float[] x, int xAt, float[] y, int yAt, int n) {
    int whole = Vectors.whole(n);
    for (int i = 0; i < whole; i += V) {
      FloatVector a = FloatVector.fromArray(F, x, xAt + i);
      a.mul(VectorFormulas.sigmoid(VectorFormulas.steepened(a))).intoArray(y, yAt + i);
    }
    PlainFunctions.super.geluTanh(x, xAt + whole, y, yAt + whole, n - whole);
  }

  @Override
  default void relu(float[] x, int xAt, float[] y, int yAt, int n) {
    int whole = Vectors.whole(n);
    for (int i = 0; i < whole; i += V) {
      FloatVector.fromArray(F, x, xAt + i).max(0).intoArray(y, yAt + i);
    }
    PlainFunctions.super.relu(x, xAt + whole, y, yAt + whole, n - whole);
  }

  @Override
  default void expBackward(float[] y, int yAt, float[] g, int gAt, float[] dx, int dxAt, int n) {
    int whole = Vectors.whole(n);
    for (int i = 0; i < whole; i += V) {
      FloatVector known = FloatVector.fromArray(F, y, yAt + i);
      FloatVector slope = FloatVector.fromArray(F, g, gAt + i);
      FloatVector old = FloatVector.fromArray(F, dx, dxAt + i);
      known.fma(slope, old).intoArray(dx, dxAt + i);
    }
    PlainFunctions.super.expBackward(y, yAt + whole, g, gAt + whole, dx, dxAt + whole, n - whole);
  }

  @Override
  default void tanhBackward(float[] y, int yAt, float[] g, int gAt, float[] dx, int dxAt, int n) {
    int whole = Vectors.whole(n);
    for (int i = 0; i < whole; i += V) {
      FloatVector known = FloatVector.fromArray(F, y, yAt + i);
      FloatVector slope = FloatVector.fromArray(F, g, gAt + i);
      FloatVector old = FloatVector.fromArray(F, dx, dxAt + i);
      known.mul(known).neg().add(1).fma(slope, old).intoArray(dx, dxAt + i);
    }
    PlainFunctions.super.tanhBackward(y, yAt + whole, g, gAt + whole, dx, dxAt + whole, n - whole);
  }

  @Override
  default void sigmoidBackward(
      float[] y, int yAt, float[] g, int gAt, float[] dx, int dxAt, int n) {
    int whole = Vectors.whole(n);
    for (int i = 0; i < whole; i += V) {
      FloatVector known = FloatVector.fromArray(F, y, yAt + i);
      FloatVector slope = FloatVector.fromArray(F, g, gAt + i);
      FloatVector old = FloatVector.fromArray(F, dx, dxAt + i);
      known.sub(known.mul(known)).fma(slope, old).intoArray(dx, dxAt + i);
    }
    PlainFunctions.super.sigmoidBackward(
        y, yAt + whole, g, gAt + whole, dx, dxAt + whole, n - whole);
  }

  @Override
  default void geluBackward(float[] x, int xAt, float[] g, int gAt, float[] dx, int dxAt, int n) {
    int whole = Vectors.whole(n);
    for (int i = 0; i < whole; i += V) {
      FloatVector known = FloatVector.fromArray(F, x, xAt + i);
      FloatVector slope = FloatVector.fromArray(F, g, gAt + i);
      FloatVector old = FloatVector.fromArray(F, dx, dxAt + i);
      FloatVector bell = VectorFormulas.bell(known);
      FloatVector below = VectorFormulas.below(known, bell);
      VectorFormulas.geluSlope(known, below, bell).fma(slope, old).intoArray(dx, dxAt + i);
    }
    PlainFunctions.super.geluBackward(x, xAt + whole, g, gAt + whole, dx, dxAt + whole, n - whole);
  }

  @Override
  default void geluTanhBackward(
      float[] x, int xAt, float[] g, int gAt, float[] dx, int dxAt, int n) {
    int whole = Vectors.whole(n);
    for (int i = 0; i < whole; i += V) {
      FloatVector known = FloatVector.fromArray(F, x, xAt + i);
      FloatVector slope = FloatVector.fromArray(F, g, gAt + i);
      FloatVector old = FloatVector.fromArray(F, dx, dxAt + i);
      FloatVector s = VectorFormulas.sigmoid(VectorFormulas.steepened(known));
      VectorFormulas.geluTanhSlope(known, s).fma(slope, old).intoArray(dx, dxAt + i);
    }
    PlainFunctions.super.geluTanhBackward(
        x, xAt + whole, g, gAt + whole, dx, dxAt + whole, n - whole);
  }

  @Override
  default void reluBackward(float[] y, int yAt, float[] g, int gAt, float[] dx, int dxAt, int n) {
    int whole = Vectors.whole(n);
    for (int i = 0; i < whole; i += V) {
      FloatVector known = FloatVector.fromArray(F, y, yAt + i);
      FloatVector slope = FloatVector.fromArray(F, g, gAt + i);
      FloatVector old = FloatVector.fromArray(F, dx, dxAt + i);
      old.blend(old.add(slope), known.compare(VectorOperators.GT, 0)).intoArray(dx, dxAt + i);
    }
    PlainFunctions.super.reluBackward(y, yAt + whole, g, gAt + whole, dx, dxAt + whole, n - whole);
  }
}
