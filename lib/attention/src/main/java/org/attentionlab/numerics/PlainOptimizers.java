package org.attentionlab.numerics;

/** Steps of optimisers in plain loops. */
interface PlainOptimizers extends OptimizerKernels {
  @Override
  default void adam(
      AdamStep settings,
      float[] x,
      int xAt,
      float[] g,
      int gAt,
      float[] m,
      int mAt,
      float[] v,
      int vAt,
      int n) {
    float beta1 = (float) settings.beta1();
    float beta2 = (float) settings.beta2();
    float newer1 = (float) (1 - settings.beta1());
    float newer2 = (float) (1 - settings.beta2());
    float epsilon = (float) settings.epsilon();
    float pull = settings.pull();
    float keep = settings.keep();
    float rate = settings.correctedRate();
    float root = 1 / settings.correctionRoot();
    for (int i = 0; i < n; i++) {
      float old = x[xAt + i];
      float slope = g[gAt + i] + pull * old;
      float mean = beta1 * m[mAt + i] + newer1 * slope;
      float square = beta2 * v[vAt + i] + newer2 * slope * slope;
      m[mAt + i] = mean;
      v[vAt + i] = square;
      x[xAt + i] = keep * old - rate * mean / ((float) Math.sqrt(square) * root + epsilon);
    }
  }
}
