package org.attentionlab.numerics;

/** Steps of optimisers, in place over n numbers. */
public interface OptimizerKernels {

  /**
   * A step of Adam or AdamW.
   *
   * <pre>
   * g = g + decay x                                the decay here for Adam
   * m = beta1 m + (1 - beta1) g
   * v = beta2 v + (1 - beta2) g^2
   * x = x (1 - rate decay)                         the decay here for AdamW
   * x = x - rate / (1 - beta1^step) m / (sqrt(v) / sqrt(1 - beta2^step) + epsilon)
   * </pre>
   *
   * <p>Kingma and Ba (2015), "Adam: A Method for Stochastic Optimization", algorithm 1.
   *
   * @param settings the step's settings
   * @param x the parameter, moved
   * @param xAt where x begins
   * @param g its gradient
   * @param gAt where g begins
   * @param m mean of the gradient, updated
   * @param mAt where m begins
   * @param v mean of its square, updated
   * @param vAt where v begins
   * @param n how many numbers
   */
  void adam(
      AdamStep settings,
      float[] x,
      int xAt,
      float[] g,
      int gAt,
      float[] m,
      int mAt,
      float[] v,
      int vAt,
      int n);
}
