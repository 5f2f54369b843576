package org.attentionlab.numerics;

import static org.attentionlab.numerics.Vectors.F;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/** The formulas of {@link Approximation} on whole vectors. */
final class VectorFormulas {
  private static final int SIGN = 0x80000000;
  private static final int ONE = 0x3f800000;
  private static final int MANTISSA_BITS = 23;
  private static final int BIAS = 127;

  private VectorFormulas() {}

  static FloatVector exp(FloatVector x) {
    FloatVector c = x.min(Approximation.EXP_HIGHEST).max(Approximation.EXP_LOWEST);
    FloatVector t = c.fma(all(Approximation.LOG2_E), all(Approximation.ROUNDER));
    FloatVector n = t.sub(Approximation.ROUNDER);
    FloatVector p = expOfRest(c, n);
    IntVector whole = t.reinterpretAsInts().sub(Float.floatToRawIntBits(Approximation.ROUNDER));
    IntVector half = whole.lanewise(VectorOperators.ASHR, 1);
    return p.mul(power(half.add(BIAS))).mul(power(whole.sub(half).add(BIAS)));
  }

  /** exp(-z) for z not below 0, zero where it is below 2^-126; NaN gives zero. */
  static FloatVector expNegative(FloatVector z) {
    FloatVector end = all(Approximation.VANISHING);
    FloatVector c = end.blend(z, z.compare(VectorOperators.LT, end)).neg();
    FloatVector t = c.fma(all(Approximation.LOG2_E), all(Approximation.EXPONENT_ROUNDER));
    FloatVector p = expOfRest(c, t.sub(Approximation.EXPONENT_ROUNDER));
    return p.mul(power(t.reinterpretAsInts()));
  }

  private static FloatVector expOfRest(FloatVector x, FloatVector n) {
    FloatVector r = n.fma(all(-Approximation.LN2_LOW), n.fma(all(-Approximation.LN2_HIGH), x));
    FloatVector p = r.fma(all(Approximation.E6), all(Approximation.E5));
    p = p.fma(r, all(Approximation.E4));
    p = p.fma(r, all(Approximation.E3));
    p = p.fma(r, all(Approximation.E2));
    return p.mul(r).fma(r, r).add(1);
  }

  private static FloatVector power(IntVector biased) {
    return biased.lanewise(VectorOperators.LSHL, MANTISSA_BITS).reinterpretAsFloats();
  }

  static FloatVector tanh(FloatVector x) {
    FloatVector u = x.mul(x);
    FloatVector p = u.fma(all(Approximation.P4), all(Approximation.P3));
    p = p.fma(u, all(Approximation.P2)).fma(u, all(Approximation.P1)).fma(u, all(1));
    FloatVector q = u.fma(all(Approximation.Q4), all(Approximation.Q3));
    q = q.fma(u, all(Approximation.Q2)).fma(u, all(Approximation.Q1)).fma(u, all(1));
    FloatVector one =
        x.reinterpretAsInts()
            .lanewise(VectorOperators.AND, SIGN)
            .lanewise(VectorOperators.OR, ONE)
            .reinterpretAsFloats();
    VectorMask<Float> far =
        x.lanewise(VectorOperators.ABS).compare(VectorOperators.GT, Approximation.TANH_ONE);
    return x.mul(p.div(q)).blend(one, far);
  }

  static FloatVector sigmoid(FloatVector x) {
    FloatVector e = expNegative(x.lanewise(VectorOperators.ABS));
    FloatVector above = all(1).blend(e, x.compare(VectorOperators.LT, 0));
    FloatVector y = above.div(e.add(1));
    return y.blend(x, x.compare(VectorOperators.NE, x)); // NaN stays NaN
  }

  /** Phi(-a) over exp(-a^2 / 2), for a not below 0. */
  private static FloatVector tail(FloatVector a) {
    FloatVector t = all(1).div(a.fma(all(Approximation.T), all(1)));
    FloatVector s = t.fma(all(Approximation.T9), all(Approximation.T8));
    s = s.fma(t, all(Approximation.T7)).fma(t, all(Approximation.T6));
    s = s.fma(t, all(Approximation.T5)).fma(t, all(Approximation.T4));
    s = s.fma(t, all(Approximation.T3)).fma(t, all(Approximation.T2));
    return s.fma(t, all(Approximation.T1)).mul(t);
  }

  /** exp(-x^2 / 2), which GELU and its slope both need. */
  static FloatVector bell(FloatVector x) {
    return expNegative(x.mul(x).mul(0.5f));
  }

  /** Phi(x), from the bell at x. */
  static FloatVector below(FloatVector x, FloatVector bell) {
    FloatVector q = bell.mul(tail(x.lanewise(VectorOperators.ABS)));
    return q.blend(all(1).sub(q), x.compare(VectorOperators.GT, 0));
  }

  static FloatVector gelu(FloatVector x) {
    return x.mul(below(x, bell(x)));
  }

  static FloatVector geluSlope(FloatVector x) {
    FloatVector bell = bell(x);
    return x.mul(bell).fma(all(Approximation.DENSITY), below(x, bell));
  }

  static FloatVector geluTanh(FloatVector x) {
    return x.mul(sigmoid(inner(x)));
  }

  static FloatVector geluTanhSlope(FloatVector x) {
    FloatVector s = sigmoid(inner(x));
    FloatVector slope = x.mul(x).fma(all(3 * Approximation.G3), all(Approximation.G1));
    return x.mul(s).mul(all(1).sub(s)).fma(slope, s);
  }

  private static FloatVector inner(FloatVector x) {
    return x.mul(x).fma(all(Approximation.G3), all(Approximation.G1)).mul(x);
  }

  private static FloatVector all(float x) {
    return FloatVector.broadcast(F, x);
  }
}
