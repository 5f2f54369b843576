package org.attentionlab.numerics;

/**
 * Functions as polynomials, in float. The vector kernels compute the same formulas; the
 * coefficients are minimax fits of our own, in relative error.
 */
final class Approximation {
  /** Largest relative error of exp where the result is at least 2^-126. */
  static final double EXP_ERROR = 2e-7;

  /** Largest relative error of tanh. */
  static final double TANH_ERROR = 4e-7;

  /** Largest relative error of the logistic function where the result is at least 2^-126. */
  static final double SIGMOID_ERROR = 4e-7;

  /** Largest error of GELU over max(1, |x|). */
  static final double GELU_ERROR = 3e-7;

  static final float LOG2_E = 1.442695f;

  /** ln(2) in few enough bits that a multiple of it by an exponent is exact, and the rest. */
  static final float LN2_HIGH = 0.6933594f;

  static final float LN2_LOW = -2.1219444e-4f;

  /** 1.5 * 2^23: adding it to a float below 2^22 leaves the rounded integer in the lowest bits. */
  static final float ROUNDER = 12582912f;

  /** The same with the exponent's bias on top, so that the lowest bits are an exponent's. */
  static final float EXPONENT_ROUNDER = ROUNDER + 127;

  /** exp(r) = 1 + r + r^2 (E2 + E3 r + E4 r^2 + E5 r^3 + E6 r^4) for |r| up to ln(2) / 2. */
  static final float E2 = 0.49999994f;

  static final float E3 = 0.16666521f;
  static final float E4 = 0.04166839f;
  static final float E5 = 0.008368717f;
  static final float E6 = 0.0013814594f;

  /** From here on exp(-z) is taken as zero; the true value is below 2^-126. */
  static final float VANISHING = 88f;

  /** exp is zero below and infinite above. */
  static final float EXP_LOWEST = -104f;

  static final float EXP_HIGHEST = 89f;

  /** tanh(x) = x P(x^2) / Q(x^2) up to this x, 1 above. */
  static final float TANH_ONE = 9.01f;

  static final float P1 = 0.13379717f;
  static final float P2 = 0.0034940334f;
  static final float P3 = 2.0583462e-05f;
  static final float P4 = 1.3319046e-08f;
  static final float Q1 = 0.46713033f;
  static final float Q2 = 0.025871068f;
  static final float Q3 = 0.0003283091f;
  static final float Q4 = 7.7620086e-07f;

  /** Phi(-a) = exp(-a^2 / 2) (T1 t + ... + T9 t^9) with t = 1 / (1 + T a), a not below 0. */
  static final float T = 0.33f;

  static final float T1 = 0.13162568f;
  static final float T2 = 0.13223822f;
  static final float T3 = 0.11155635f;
  static final float T4 = 0.119793855f;
  static final float T5 = -0.051540036f;
  static final float T6 = 0.21710761f;
  static final float T7 = -0.26037052f;
  static final float T8 = 0.119677566f;
  static final float T9 = -0.020088691f;

  /** 1 / sqrt(2 pi): the normal density at 0. */
  static final float DENSITY = 0.3989423f;

  /** GELU by tanh is x sigmoid(2 u) with 2 u = G1 x + G3 x^3. */
  static final float G1 = (float) (2 * Math.sqrt(2 / Math.PI));

  static final float G3 = (float) (2 * Math.sqrt(2 / Math.PI) * 0.044715);

  private Approximation() {}

  /**
   * exp(x) = 2^n exp(r) with n = round(x / ln 2). The power of two is applied in two halves, so
   * that neither overflows and results below 2^-126 come out denormal.
   */
  static float exp(float x) {
    float c = Math.max(EXP_LOWEST, Math.min(EXP_HIGHEST, x));
    float t = c * LOG2_E + ROUNDER;
    int n = Float.floatToRawIntBits(t) - Float.floatToRawIntBits(ROUNDER);
    float p = expOfRest(c, t - ROUNDER);
    int half = n >> 1;
    return p * power(half + 127) * power(n - half + 127);
  }

  /** exp(-z) for z not below 0, zero where it is below 2^-126; NaN gives zero. */
  static float expNegative(float z) {
    float c = z < VANISHING ? z : VANISHING;
    float t = EXPONENT_ROUNDER - c * LOG2_E;
    float p = expOfRest(-c, t - EXPONENT_ROUNDER);
    return p * power(Float.floatToRawIntBits(t));
  }

  private static float expOfRest(float x, float n) {
    float r = x - n * LN2_HIGH - n * LN2_LOW;
    float p = (((E6 * r + E5) * r + E4) * r + E3) * r + E2;
    return p * r * r + r + 1;
  }

  /** 2 to the power that the lowest bits give with a bias of 127; zero where they are zero. */
  private static float power(int biased) {
    return Float.intBitsToFloat(biased << 23);
  }

  static float tanh(float x) {
    if (Math.abs(x) > TANH_ONE) {
      return Math.copySign(1, x);
    }
    float u = x * x;
    float p = (((P4 * u + P3) * u + P2) * u + P1) * u + 1;
    float q = (((Q4 * u + Q3) * u + Q2) * u + Q1) * u + 1;
    return x * (p / q);
  }

  static float sigmoid(float x) {
    float e = expNegative(Math.min(Math.abs(x), VANISHING));
    return Float.isNaN(x) ? x : (x < 0 ? e : 1) / (1 + e);
  }

  /** Phi(-a) over exp(-a^2 / 2), for a not below 0. */
  static float tail(float a) {
    float t = 1 / (1 + T * a);
    float high = (((T9 * t + T8) * t + T7) * t + T6) * t + T5;
    return ((((high * t + T4) * t + T3) * t + T2) * t + T1) * t;
  }

  static float gelu(float x) {
    float q = expNegative(x * x * 0.5f) * tail(Math.abs(x));
    return x * (x > 0 ? 1 - q : q);
  }

  static float geluSlope(float x) {
    float e = expNegative(x * x * 0.5f);
    float q = e * tail(Math.abs(x));
    return (x > 0 ? 1 - q : q) + x * e * DENSITY;
  }

  static float geluTanh(float x) {
    return x * sigmoid(x * (G1 + G3 * x * x));
  }

  static float geluTanhSlope(float x) {
    float s = sigmoid(x * (G1 + G3 * x * x));
    return s + x * s * (1 - s) * (G1 + 3 * G3 * x * x);
  }
}
