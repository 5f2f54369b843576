package org.attentionlab.numerics;

import java.util.List;

/**
 * A call of a kernel: makes operands, calls, and says which formula each result follows.
 *
 * @param name what is called, and the sizes
 * @param call the call
 */
record KernelCase(String name, Call call) {
  /** Calls one of some kernels. */
  @FunctionalInterface
  interface Call {
    void on(Numerics kernels, Operands operands);
  }

  /** Runs the readable kernels, and those of this JVM on one thread and on two. */
  void verify() {
    Operands readable = run(Numerics.plain());
    List<double[]> formula = readable.expected();
    readable.verify(name + " readable", formula);
    int threads = Parallel.threads();
    try {
      for (int n = 1; n <= 2; n++) {
        Parallel.threads(n);
        Operands fast = run(Numerics.get());
        fast.verify(name + " on " + n + " threads", formula);
        fast.verify(name + " on " + n + " threads against readable", readable.found());
      }
    } finally {
      Parallel.threads(threads);
    }
  }

  private Operands run(Numerics kernels) {
    Operands operands = new Operands();
    call.on(kernels, operands);
    return operands;
  }
}
