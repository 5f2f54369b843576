package org.attentionlab.tensor;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A steady training allocates no arrays for its numbers. */
@SuppressWarnings("try") // steps are there for their effect
class AllocationTest {
  private static final int STEPS = 400;

  /** Until the optimising compiler has come to the vector kernels, their vectors are objects. */
  private static final int UNTIL_STEADY = 3000;

  @Test
  void steadyStepsAllocateNextToNothing() {
    Tensor w = Tensor.randn(new Random(1), 128, 64).requiresGrad(true);
    for (int i = 0; i < UNTIL_STEADY; i++) {
      train(w);
    }
    ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = thread.getThreadAllocatedBytes(Thread.currentThread().getId());
    for (int i = 0; i < STEPS; i++) {
      train(w);
    }
    long each = (thread.getThreadAllocatedBytes(Thread.currentThread().getId()) - before) / STEPS;

    // The results alone are some twenty arrays of 32 kB.
    assertTrue(each < 32_000, each + " bytes a step");
  }

  private static void train(Tensor w) {
    try (var step = Workspace.step()) {
      w.zeroGrad();
      TensorGraphs.loss(w).backward();
      float[] g = Operation.gradient(w);
      Operation.update(
          w,
          x -> {
            for (int i = 0; i < x.length; i++) {
              x[i] -= 1e-3f * g[i];
            }
          });
    }
  }
}
