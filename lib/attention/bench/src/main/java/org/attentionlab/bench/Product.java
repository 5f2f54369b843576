package org.attentionlab.bench;

import java.util.Random;
import org.attentionlab.numerics.Numerics;

/** C = A B, row by row. */
final class Product implements Workload {
  private final int m;
  private final int n;
  private final int k;
  private final float[] a;
  private final float[] b;
  private final float[] c;

  Product(int m, int n, int k) {
    this.m = m;
    this.n = n;
    this.k = k;
    Random rng = new Random(1);
    this.a = Numbers.normal(rng, m * k);
    this.b = Numbers.normal(rng, k * n);
    this.c = new float[m * n];
  }

  @Override
  public double flops() {
    return 2.0 * m * n * k;
  }

  @Override
  public void run() {
    Numerics.get().gemm(false, false, m, n, k, 1, a, 0, k, b, 0, n, 0, c, 0, n);
  }
}
