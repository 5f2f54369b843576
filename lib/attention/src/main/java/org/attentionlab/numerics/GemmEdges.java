package org.attentionlab.numerics;

import java.util.Arrays;

/** What both kinds of products do around the work itself. */
final class GemmEdges {
  private GemmEdges() {}

  /** C = beta C, where beta 0 does not read C. */
  static void scaleRows(float beta, int m, int n, float[] c, int cAt, int ldc) {
    if (beta == 1) {
      return;
    }
    for (int i = 0; i < m; i++) {
      int at = cAt + i * ldc;
      if (beta == 0) {
        Arrays.fill(c, at, at + n, 0);
      } else {
        for (int j = at; j < at + n; j++) {
          c[j] *= beta;
        }
      }
    }
  }
}
