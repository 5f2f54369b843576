package org.attentionlab.numerics;

import static org.attentionlab.numerics.Vectors.F;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;

/**
 * The formulas of {@link Approximation} on whole vectors. Each is small, and loops put the larger
 * ones together themselves: what the compiler has once compiled into something big it inlines no
 * more, and across a call every vector is an object.
 */
final class VectorFormulas {
  private static final int MANTISSA_BITS = 23;
  private static final int BIAS = 127;

  // Vectors that are made once: to make one where it is used counts against what the compiler is
  // ready to inline, and what it does not inline makes objects.
  private static final FloatVector DENSITY = all(Approximation.DENSITY);
  private static final FloatVector E2 = all(Approximation.E2);
  private static final FloatVector E3 = all(Approximation.E3);
  private static final FloatVector E4 = all(Approximation.E4);
  private static final FloatVector E5 = all(Approximation.E5);
  private static final FloatVector E6 = all(Approximation.E6);
  private static final FloatVector EXPONENT_ROUNDER = all(Approximation.EXPONENT_ROUNDER);
  private static final FloatVector EXP_HIGHEST = all(Approximation.EXP_HIGHEST);
  private static final FloatVector EXP_LOWEST = all(Approximation.EXP_LOWEST);
  private static final FloatVector G1 = all(Approximation.G1);
  private static final FloatVector G3 = all(Approximation.G3);
  private static final FloatVector HALF = all(0.5f);
  private static final FloatVector LOG2_E = all(Approximation.LOG2_E);
  private static final FloatVector MINUS_LN2_HIGH = all(-Approximation.LN2_HIGH);
  private static final FloatVector MINUS_LN2_LOW = all(-Approximation.LN2_LOW);
  private static final FloatVector MINUS_ONES = all(-1);
  private static final FloatVector MINUS_TANH_ONE = all(-Approximation.TANH_ONE);
  private static final FloatVector ONES = all(1);
  private static final FloatVector P1 = all(Approximation.P1);
  private static final FloatVector P2 = all(Approximation.P2);
  private static final FloatVector P3 = all(Approximation.P3);
  private static final FloatVector P4 = all(Approximation.P4);
  private static final FloatVector Q1 = all(Approximation.Q1);
  private static final FloatVector Q2 = all(Approximation.Q2);
  private static final FloatVector Q3 = all(Approximation.Q3);
  private static final FloatVector Q4 = all(Approximation.Q4);
  private static final FloatVector ROUNDER = all(Approximation.ROUNDER);
  private static final FloatVector T = all(Approximation.T);
  private static final FloatVector T1 = all(Approximation.T1);
  private static final FloatVector T2 = all(Approximation.T2);
  private static final FloatVector T3 = all(Approximation.T3);
  private static final FloatVector T4 = all(Approximation.T4);
  private static final FloatVector T5 = all(Approximation.T5);
  private static final FloatVector T6 = all(Approximation.T6);
  private static final FloatVector T7 = all(Approximation.T7);
  private static final FloatVector T8 = all(Approximation.T8);
  private static final FloatVector T9 = all(Approximation.T9);
  private static final FloatVector TANH_ONE = all(Approximation.TANH_ONE);
  private static final FloatVector THREE_G3 = all(3 * Approximation.G3);
  private static final FloatVector VANISHING = all(Approximation.VANISHING);
  private static final FloatVector ZEROS = all(0);

  private VectorFormulas() {}

  static FloatVector exp(FloatVector x) {
    FloatVector c = x.min(EXP_HIGHEST).max(EXP_LOWEST);
    FloatVector t = c.fma(LOG2_E, ROUNDER);
    FloatVector n = t.sub(ROUNDER);
    FloatVector p = expOfRest(c, n);
    IntVector whole = t.reinterpretAsInts().sub(Float.floatToRawIntBits(Approximation.ROUNDER));
    IntVector half = whole.lanewise(VectorOperators.ASHR, 1);
    return p.mul(power(half.add(BIAS))).mul(power(whole.sub(half).add(BIAS)));
  }

  /** exp(-z) for z not below 0, zero where it is below 2^-126; NaN gives zero. */
  static FloatVector expNegative(FloatVector z) {
    FloatVector end = VANISHING;
    FloatVector c = end.blend(z, z.compare(VectorOperators.LT, end)).neg();
    FloatVector t = c.fma(LOG2_E, EXPONENT_ROUNDER);
    FloatVector p = expOfRest(c, t.sub(EXPONENT_ROUNDER));
    return p.mul(power(t.reinterpretAsInts()));
  }

  private static FloatVector expOfRest(FloatVector x, FloatVector n) {
    FloatVector r = n.fma(MINUS_LN2_LOW, n.fma(MINUS_LN2_HIGH, x));
    FloatVector p = r.fma(E6, E5);
    p = p.fma(r, E4);
    p = p.fma(r, E3);
    p = p.fma(r, E2);
    return p.mul(r).fma(r, r).add(ONES);
  }

  private static FloatVector power(IntVector biased) {
    return biased.lanewise(VectorOperators.LSHL, MANTISSA_BITS).reinterpretAsFloats();
  }

  static FloatVector tanh(FloatVector x) {
    FloatVector u = x.mul(x);
    FloatVector p = u.fma(P4, P3);
    p = p.fma(u, P2).fma(u, P1).fma(u, ONES);
    FloatVector q = u.fma(Q4, Q3);
    q = q.fma(u, Q2).fma(u, Q1).fma(u, ONES);
    FloatVector y = x.mul(p.div(q)).blend(ONES, x.compare(VectorOperators.GT, TANH_ONE));
    return y.blend(MINUS_ONES, x.compare(VectorOperators.LT, MINUS_TANH_ONE));
  }

  /**
   * The logistic function of a gate as (tanh(x / 2) + 1) / 2: near zero its error is small against
   * 1, not against the result.
   */
  static FloatVector gate(FloatVector x) {
    return tanh(x.mul(HALF)).fma(HALF, HALF);
  }

  static FloatVector sigmoid(FloatVector x) {
    FloatVector e = expNegative(x.lanewise(VectorOperators.ABS));
    FloatVector above = ONES.blend(e, x.compare(VectorOperators.LT, ZEROS));
    FloatVector y = above.div(e.add(ONES));
    return y.blend(x, x.compare(VectorOperators.NE, x)); // NaN stays NaN
  }

  /** Phi(-a) over exp(-a^2 / 2), for a not below 0. */
  private static FloatVector tail(FloatVector a) {
    FloatVector t = ONES.div(a.fma(T, ONES));
    FloatVector s = t.fma(T9, T8);
    s = s.fma(t, T7).fma(t, T6);
    s = s.fma(t, T5).fma(t, T4);
    s = s.fma(t, T3).fma(t, T2);
    return s.fma(t, T1).mul(t);
  }

  /** exp(-x^2 / 2), which GELU and its slope both need. */
  static FloatVector bell(FloatVector x) {
    return expNegative(x.mul(x).mul(HALF));
  }

  /** Phi(x), from the bell at x. */
  static FloatVector below(FloatVector x, FloatVector bell) {
    FloatVector q = bell.mul(tail(x.lanewise(VectorOperators.ABS)));
    return q.blend(ONES.sub(q), x.compare(VectorOperators.GT, ZEROS));
  }

  /** x Phi(x)'s slope, from Phi(x) and the bell at x. */
  static FloatVector geluSlope(FloatVector x, FloatVector below, FloatVector bell) {
    return x.mul(bell).fma(DENSITY, below);
  }

  /** GELU by tanh is x sigmoid(steepened x). */
  static FloatVector steepened(FloatVector x) {
    return x.mul(x).fma(G3, G1).mul(x);
  }

  /** The slope of x sigmoid(steepened x), from that sigmoid. */
  static FloatVector geluTanhSlope(FloatVector x, FloatVector s) {
    FloatVector slope = x.mul(x).fma(THREE_G3, G1);
    return x.mul(s).mul(ONES.sub(s)).fma(slope, s);
  }

  private static FloatVector all(float x) {
    return FloatVector.broadcast(F, x);
  }
}
