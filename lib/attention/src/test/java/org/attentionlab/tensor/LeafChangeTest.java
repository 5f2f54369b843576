package org.attentionlab.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Leaves change in place, and nothing that depends on their former numbers goes wrong silently. */
class LeafChangeTest {
  private final Tensor w = Tensor.vector(2, 3).requiresGrad(true);

  @Test
  void anUpdateWritesTheSameArray() {
    float[] numbers = Operation.read(w);

    Operation.update(w, x -> x[0] = 7);

    assertSame(numbers, Operation.read(w));
    assertArrayEquals(new float[] {7, 3}, w.toArray());
  }

  @Test
  void backwardOverTheFormerNumbersIsRefused() {
    Tensor loss = w.mul(w).sum();
    Operation.update(w, x -> x[0] = 7);

    var refused = assertThrows(IllegalStateException.class, loss::backward);

    assertEquals(
        "backward: mul used a tensor (2) that was given other numbers since, by an optimiser or"
            + " by assign, so its gradients would be wrong.\n"
            + "  Call backward() before the change, or compute the result again after it.",
        refused.getMessage());
    assertFalse(w.hasGrad(), "a refused sweep must not add anything");
    w.mul(w).sum().backward();
    assertArrayEquals(new float[] {14, 6}, w.grad().toArray());
  }

  @Test
  void aChangedInputWithoutGradientIsNoticedToo() {
    Tensor x = Tensor.vector(5, 6);
    Tensor loss = w.mul(x).sum();
    x.assign(new float[] {0, 0});
    assertThrows(IllegalStateException.class, loss::backward);

    Tensor condition = Tensor.vector(1, 0);
    Tensor chosen = w.where(condition, 0).sum();
    condition.assign(new float[] {0, 1});
    assertThrows(IllegalStateException.class, chosen::backward);
  }

  @Test
  void theOptimisersStepAfterBackwardIsFine() {
    for (int step = 0; step < 3; step++) {
      w.zeroGrad();
      w.mul(w).sum().backward();
      float[] g = Operation.gradient(w);
      Operation.update(
          w,
          x -> {
            for (int i = 0; i < x.length; i++) {
              x[i] -= 0.25f * g[i];
            }
          });
    }
    assertArrayEquals(new float[] {0.25f, 0.375f}, w.toArray());
  }

  @Test
  void viewsOfALeafKeepTheirNumbers() {
    Tensor detached = w.detach();
    Tensor reshaped = w.reshape(1, 2);
    Tensor expanded = w.unsqueeze(0).squeeze(0);
    Operation.update(w, x -> Arrays.fill(x, 9));
    for (Tensor view : new Tensor[] {detached, reshaped, expanded}) {
      assertArrayEquals(new float[] {2, 3}, view.toArray());
    }
  }

  @Test
  void changingAComputedLeafLeavesWhatSharesItsNumbersAlone() {
    Tensor y = Tensor.vector(1, 2).mul(3);
    Tensor before = y.reshape(2, 1);
    Tensor detached = y.detach();

    y.assign(new float[] {0, 0});
    Tensor after = y.reshape(2, 1);
    Operation.update(y, x -> Arrays.fill(x, 8));
    detached.assign(new float[] {-1, -1});

    assertArrayEquals(new float[] {3, 6}, before.toArray());
    assertArrayEquals(new float[] {0, 0}, after.toArray());
    assertArrayEquals(new float[] {8, 8}, y.toArray());
  }

  @Test
  @SuppressWarnings("try") // the step is there for its effect
  void aLeafMadeInAStepBecomesItsOwnByAChange() {
    Tensor y;
    try (var step = Workspace.step()) {
      y = Tensor.vector(1, 2).mul(3);
      y.assign(new float[] {4, 5});
    }
    assertArrayEquals(new float[] {4, 5}, y.toArray());
  }

  @Test
  void resultsCannotBeUpdated() {
    Tensor y = w.exp();
    var refused = assertThrows(IllegalStateException.class, () -> Operation.update(y, x -> {}));
    assertEquals(
        "update: this tensor is the result of exp; only a leaf can be given other numbers.\n"
            + "  Change the tensor that it was computed from, or take detach().",
        refused.getMessage());
  }

  @Test
  void aChangeThatFailsCountsAsAChange() {
    Tensor loss = w.mul(w).sum();
    assertThrows(
        ArithmeticException.class,
        () ->
            Operation.update(
                w,
                x -> {
                  x[0] = 1;
                  throw new ArithmeticException("half done");
                }));
    assertThrows(IllegalStateException.class, loss::backward);
  }
}
