package org.attentionlab.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try") // the scopes of noGrad are there for their effect
class AutogradTest {

  @Test
  void chainOfAHundredThousandOperationsDoesNotOverflow() {
    Tensor x = Tensor.vector(1, 2).requiresGrad(true);
    Tensor y = x;
    for (int i = 0; i < 100_000; i++) {
      y = y.add(1);
    }
    Tensor end = y.sum();

    Assertions.assertTimeout(Duration.ofSeconds(10), () -> end.backward());

    assertArrayEquals(new float[] {1, 1}, x.grad().toArray());
  }

  @Test
  void manyPathsAreSummedOnce() {
    // y doubles at every level, so 2^40 paths lead back to x; only one visit a node can end.
    Tensor x = Tensor.scalar(3).requiresGrad(true);
    Tensor y = x;
    for (int i = 0; i < 40; i++) {
      y = y.add(y);
    }

    y.backward();

    assertEquals(0x1p40f, x.grad().item());
  }

  @Test
  void gradientsOfTwoSweepsAddUpUntilForgotten() {
    Tensor x = Tensor.scalar(3).requiresGrad(true);
    assertFalse(x.hasGrad());
    assertEquals(0, x.grad().item());

    x.mul(x).backward();
    x.mul(2).backward();
    assertTrue(x.hasGrad());
    assertEquals(8, x.grad().item());

    x.zeroGrad();
    assertFalse(x.hasGrad());
    assertEquals(0, x.grad().item());
  }

  @Test
  void intermediateResultsKeepTheirGradients() {
    Tensor x = Tensor.vector(1, 2).requiresGrad(true);
    Tensor y = x.mul(3);

    y.mul(y).sum().backward();

    assertArrayEquals(new float[] {6, 12}, y.grad().toArray());
    assertArrayEquals(new float[] {18, 36}, x.grad().toArray());
  }

  @Test
  void secondBackwardOverOneGraphIsAnError() {
    Tensor x = Tensor.scalar(3).requiresGrad(true);
    Tensor y = x.mul(x);
    Tensor z = y.add(1);
    z.backward();

    var again = assertThrows(IllegalStateException.class, z::backward);
    assertEquals(
        "backward: the result of add was already differentiated, and its graph was freed.\n"
            + "  Compute it again before the second backward,"
            + " or add the losses and call backward once.",
        again.getMessage());
    var shared = assertThrows(IllegalStateException.class, y.mul(2)::backward);
    assertTrue(shared.getMessage().startsWith("backward: the result of mul was already"));
    assertEquals(6, x.grad().item(), "a refused sweep must not add anything");
  }

  @Test
  void backwardStartsFromOneNumberOrAGivenGradient() {
    Tensor x = Tensor.ones(2, 3).requiresGrad(true);
    Tensor y = x.mul(2);

    var refused = assertThrows(ShapeException.class, y::backward);
    assertEquals(
        "backward: starts from one number, but the shape is (2, 3).\n"
            + "  Reduce it first with sum() or mean(), or give the gradient of the result.",
        refused.getMessage());
    assertThrows(ShapeException.class, () -> y.backward(Tensor.ones(3, 2)));

    y.backward(Tensor.full(5, 2, 3));
    assertTrue(x.grad().allClose(Tensor.full(10, 2, 3), 0));
  }

  @Test
  void backwardWithoutAnythingToDifferentiateByIsAnError() {
    Tensor loss = Tensor.ones(2).sum();

    var refused = assertThrows(IllegalStateException.class, loss::backward);
    assertTrue(refused.getMessage().contains("requiresGrad(true)"), refused.getMessage());
  }

  @Test
  void nothingIsRecordedInANoGradScope() {
    Tensor x = Tensor.ones(2).requiresGrad(true);
    try (var off = Autograd.noGrad()) {
      try (var inner = Autograd.noGrad()) {
        assertFalse(Autograd.isRecording());
      }
      assertFalse(Autograd.isRecording());
      assertFalse(x.mul(2).requiresGrad());
    }
    assertTrue(Autograd.isRecording());
    assertTrue(x.mul(2).requiresGrad());
  }

  @Test
  void closingAScopeTwiceCountsOnce() {
    Autograd.NoGrad outer = Autograd.noGrad();
    Autograd.NoGrad inner = Autograd.noGrad();
    inner.close();
    inner.close();
    assertFalse(Autograd.isRecording());
    outer.close();
    assertTrue(Autograd.isRecording());
  }

  @Test
  void scopeOfOneThreadDoesNotReachAnother() throws InterruptedException {
    boolean[] recording = new boolean[1];
    try (var off = Autograd.noGrad()) {
      Thread other = new Thread(() -> recording[0] = Autograd.isRecording());
      other.start();
      other.join();
    }
    assertTrue(recording[0]);
  }

  @Test
  void onlyWhatRequiresAGradientGetsOne() {
    Tensor x = Tensor.ones(2).requiresGrad(true);
    Tensor fixed = Tensor.full(3, 2);

    x.mul(fixed).sum().backward();

    assertFalse(fixed.hasGrad());
    assertTrue(x.hasGrad());
  }

  @Test
  void detachCutsTheGraph() {
    Tensor x = Tensor.scalar(3).requiresGrad(true);

    x.mul(x.mul(x).detach()).backward();

    assertEquals(9, x.grad().item());
  }

  @Test
  void assignmentLeavesEarlierResultsAlone() {
    Tensor w = Tensor.vector(2, 3).requiresGrad(true);
    Tensor copy = w.detach();
    Tensor reshaped = w.reshape(2, 1);
    Tensor part = w.get(0);

    w.assign(new float[] {10, 20});

    assertArrayEquals(new float[] {2, 3}, copy.toArray());
    assertArrayEquals(new float[] {2, 3}, reshaped.toArray());
    assertEquals(2, part.item());
    assertArrayEquals(new float[] {10, 20}, w.toArray());
  }

  @Test
  void resultsCanNeitherBeAssignedNorExcluded() {
    Tensor y = Tensor.ones(2).requiresGrad(true).exp();

    var assigned = assertThrows(IllegalStateException.class, () -> y.assign(new float[] {1, 2}));
    assertEquals(
        "assign: this tensor is the result of exp; only a leaf can be given other numbers.\n"
            + "  Change the tensor that it was computed from, or take detach().",
        assigned.getMessage());
    assertThrows(IllegalStateException.class, () -> y.requiresGrad(false));
    assertThrows(ShapeException.class, () -> Tensor.ones(2).assign(new float[3]));
  }

  @Test
  void inputsAreNotMutated() {
    Random rng = new Random(1);
    Tensor a = Tensor.randn(rng, 2, 3, 4).requiresGrad(true);
    Tensor b = Tensor.randn(rng, 2, 4, 3).requiresGrad(true);
    float[] before = a.toArray();
    float[] other = b.toArray();

    Tensor y = a.matmul(b).softmax(-1).matmul(a.relu()).add(a.reshape(2, 3, 4)).transpose();
    y.mul(y).sum().backward();

    assertArrayEquals(before, a.toArray());
    assertArrayEquals(other, b.toArray());
  }
}
