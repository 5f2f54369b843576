package org.attentionlab.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try") // steps are there for their effect
class WorkspaceTest {
  private final Tensor w = Tensor.randn(new Random(1), 3, 4).requiresGrad(true);

  @Test
  void arraysAreUsedAgainInTheNextStep() {
    float[] first;
    try (var step = Workspace.step()) {
      first = Operation.take(12);
      assertNotSame(first, Operation.take(12));
    }
    try (var step = Workspace.step()) {
      float[] a = Operation.take(12);
      float[] b = Operation.take(12);
      assertTrue(a == first || b == first);
    }
    assertNotSame(first, Operation.take(12), "outside of a step");
  }

  @Test
  void resultsAreTheSameAsWithout() {
    float[] inside = null;
    for (int i = 0; i < 3; i++) {
      w.zeroGrad();
      try (var step = Workspace.step()) {
        TensorGraphs.loss(w).backward();
      }
      inside = w.grad().toArray();
    }
    w.zeroGrad();
    TensorGraphs.loss(w).backward();

    assertArrayEquals(w.grad().toArray(), inside);
  }

  @Test
  void whatWasComputedInAClosedStepIsRefused() {
    Tensor y;
    Tensor view;
    try (var step = Workspace.step()) {
      y = w.exp();
      view = y.reshape(12);
    }
    var refused = assertThrows(IllegalStateException.class, y::toArray);
    assertEquals(
        "Workspace: a tensor (3, 4), the result of exp, was made inside of a step that is closed,"
            + " and its numbers are gone.\n"
            + "  Inside of the step, call detach() on it to keep it,"
            + " or item() or toArray() to read it.",
        refused.getMessage());
    assertThrows(IllegalStateException.class, () -> y.add(1));
    assertThrows(IllegalStateException.class, () -> w.mul(y));
    assertThrows(IllegalStateException.class, () -> y.reshape(12));
    assertThrows(IllegalStateException.class, y::detach);
    assertThrows(IllegalStateException.class, view::toArray);
  }

  @Test
  void aSweepOverAClosedStepIsRefused() {
    Tensor loss;
    try (var step = Workspace.step()) {
      loss = w.mul(w).sum();
    }
    assertThrows(IllegalStateException.class, loss::backward);
    assertFalse(w.hasGrad());
  }

  @Test
  void whatIsPrintedAfterwardsSaysSo() {
    Tensor y;
    try (var step = Workspace.step()) {
      y = w.exp();
    }
    assertEquals("Tensor (3, 4) of a Workspace step, not to be used here", y.toString());
    assertEquals("(3, 4)", y.shapeString());
    assertEquals(12, y.numel());
  }

  @Test
  void detachedTensorsAndLeavesStay() {
    Tensor kept;
    Tensor made;
    float[] expected;
    try (var step = Workspace.step()) {
      Tensor y = w.exp();
      expected = y.toArray();
      kept = y.detach();
      made = Tensor.arange(3);
    }
    try (var step = Workspace.step()) {
      w.mul(7);
      w.mul(8);
    }
    assertArrayEquals(expected, kept.toArray());
    assertArrayEquals(new float[] {0, 1, 2}, made.toArray());
    assertArrayEquals(expected, kept.reshape(12).toArray());
  }

  @Test
  void gradientsOfLeavesStayAndKeepTheirArray() {
    try (var step = Workspace.step()) {
      w.mul(3).sum().backward();
    }
    float[] array = Operation.gradient(w);
    try (var step = Workspace.step()) {
      w.mul(5);
    }
    assertTrue(w.grad().allClose(Tensor.full(3, 3, 4), 0));

    w.zeroGrad();
    assertFalse(w.hasGrad());
    assertTrue(w.grad().allClose(Tensor.zeros(3, 4), 0));
    w.mul(2).sum().backward();
    assertSame(array, Operation.gradient(w));
    assertTrue(w.grad().allClose(Tensor.full(2, 3, 4), 0));
  }

  @Test
  void gradientOfAResultIsGivenBackAndSaysSo() {
    try (var step = Workspace.step()) {
      Tensor y = w.mul(3);
      assertTrue(y.grad().allClose(Tensor.zeros(3, 4), 0), "nothing swept yet");
      y.sum().backward();
      assertFalse(y.hasGrad());
      var refused = assertThrows(IllegalStateException.class, y::grad);
      assertEquals(
          "grad: the gradient of a result, here of mul, is given back as soon as it was used,"
              + " inside of a Workspace step.\n"
              + "  To look at it, compute outside of a step.",
          refused.getMessage());
    }
  }

  @Test
  void aResultMadeOutsideKeepsItsGradient() {
    Tensor y = w.mul(3);
    try (var step = Workspace.step()) {
      y.mul(2).sum().backward();
    }
    assertTrue(y.grad().allClose(Tensor.full(2, 3, 4), 0));
  }

  @Test
  void anErrorClosesTheStep() {
    AtomicReference<Tensor> leaked = new AtomicReference<>();
    assertThrows(
        ShapeException.class,
        () -> {
          try (var step = Workspace.step()) {
            leaked.set(w.exp());
            w.matmul(w);
          }
        });
    assertThrows(IllegalStateException.class, leaked.get()::toArray);
    float[] outside = Operation.take(12);
    try (var step = Workspace.step()) {
      assertNotSame(outside, Operation.take(12));
    }
  }

  @Test
  void anInnerStepUsesTheOuterOnesResultsButNotTheOtherWayRound() {
    try (var outer = Workspace.step()) {
      Tensor y = w.mul(2);
      float[] before = y.toArray();
      Tensor inside;
      Tensor kept;
      try (var inner = Workspace.step()) {
        inside = y.add(1);
        kept = inside.detach();
        assertEquals(before[5] + 1, inside.at(1, 1));
      }
      assertThrows(IllegalStateException.class, inside::toArray);
      w.mul(100);
      assertArrayEquals(before, y.toArray());
      assertEquals(before[5] + 1, kept.at(1, 1));
    }
  }

  @Test
  void aSweepInAnInnerStepGoesThroughTheOuterOnesResults() {
    try (var outer = Workspace.step()) {
      Tensor y = w.mul(2);
      try (var inner = Workspace.step()) {
        y.mul(3).sum().backward();
      }
      Tensor other = w.mul(5);
      other.mul(other).sum().backward();
    }
    assertTrue(w.grad().allClose(w.detach().mul(50).add(6), 1e-4));
  }

  @Test
  void closingTheOuterStepClosesWhatWasLeftOpenInside() {
    Workspace outer = Workspace.step();
    Workspace inner = Workspace.step();
    Tensor y = w.exp();
    outer.close();
    assertThrows(IllegalStateException.class, y::toArray);
    inner.close();
    outer.close();
    assertArrayEquals(w.exp().toArray(), w.exp().toArray(), "no step is open any more");
  }

  @Test
  void anotherThreadGetsNeitherTheResultsNorTheArrays() throws InterruptedException {
    AtomicReference<Throwable> used = new AtomicReference<>();
    AtomicReference<Throwable> closed = new AtomicReference<>();
    AtomicReference<float[]> array = new AtomicReference<>();
    try (var step = Workspace.step()) {
      Tensor y = w.exp();
      Operation.give(Operation.take(7));
      Thread other =
          new Thread(
              () -> {
                used.set(assertThrows(IllegalStateException.class, () -> y.add(1)));
                closed.set(assertThrows(IllegalStateException.class, step::close));
                array.set(Operation.take(7));
              },
              "helper");
      other.start();
      other.join();
      assertNotSame(array.get(), Operation.take(7));
    }
    assertTrue(
        used.get().getMessage().endsWith("Hand other threads a detach() of it."),
        used.get().getMessage());
    assertTrue(
        closed.get().getMessage().endsWith("which has to close it, not helper."),
        closed.get().getMessage());
  }

  @Test
  void whatIsGivenBackIsUsedAtOnceButOnlyOnce() {
    try (var step = Workspace.step()) {
      float[] scratch = Operation.zeros(9);
      Operation.give(scratch);
      assertSame(scratch, Operation.take(9));
      Operation.give(scratch);
      assertThrows(IllegalArgumentException.class, () -> Operation.give(scratch));
      assertThrows(IllegalArgumentException.class, () -> Operation.give(new float[9]));
    }
    Operation.give(new float[9]); // nothing to give back to outside of a step
  }

  @Test
  void zerosAreZeroInAUsedArray() {
    try (var step = Workspace.step()) {
      float[] used = Operation.take(5);
      used[3] = 8;
      Operation.give(used);
      assertArrayEquals(new float[5], Operation.zeros(5));
    }
  }

  @Test
  void aBrokenBackwardLeavesNothingHalfDone() {
    try (var step = Workspace.step()) {
      Tensor y = w.mul(2);
      Tensor broken =
          Operation.result(
              "broken",
              w.shape(),
              y.toArray(),
              g -> {
                Operation.gradient(y)[0] = 5;
                throw new UnsupportedOperationException("broken");
              },
              y);
      Tensor loss = broken.sum();
      assertThrows(UnsupportedOperationException.class, loss::backward);
      assertThrows(IllegalStateException.class, () -> y.sum().backward());
    }
  }
}
