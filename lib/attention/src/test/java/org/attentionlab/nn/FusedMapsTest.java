package org.attentionlab.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.attentionlab.tensor.ShapeException;
import org.attentionlab.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** What is done at once is what would be done one after the other, forwards and backwards. */
class FusedMapsTest {
  private static final double TOLERANCE = 1e-5;

  private final Random rng = new Random(5);

  /** The second is computed once the gradients of the first are taken away. */
  private static void assertAlike(
      Tensor apart, Supplier<Tensor> computation, Tensor cotangent, List<Tensor> leaves) {
    apart.backward(cotangent);
    List<Tensor> expected = leaves.stream().map(leaf -> leaf.grad().detach()).toList();
    leaves.forEach(Tensor::zeroGrad);

    Tensor together = computation.get();
    together.backward(cotangent);

    assertTrue(together.allClose(apart, TOLERANCE));
    for (int i = 0; i < leaves.size(); i++) {
      assertTrue(leaves.get(i).grad().allClose(expected.get(i), 1e-4), "gradient " + i);
    }
  }

  @Test
  void mapsSideBySideAreTheMapsByThemselves() {
    Linear first = new Linear(rng, 5, 3);
    Linear second = Linear.withoutBias(rng, 5, 7);
    first.bias().orElseThrow().assign(new float[] {1, -2, 3});
    Tensor x = Tensor.randn(rng, 2, 40, 5).requiresGrad(true);
    Tensor cotangent = Tensor.randn(rng, 2, 40, 10);

    assertAlike(
        Tensor.concat(-1, List.of(first.forward(x), second.forward(x))),
        () -> Linear.sideBySide(x, first, second),
        cotangent,
        List.of(x, first.weight(), first.bias().orElseThrow(), second.weight()));
  }

  @Test
  void mapsSideBySideAddToGradientsThatAreThere() {
    Linear map = new Linear(rng, 3, 4);
    Tensor x = Tensor.randn(rng, 6, 3).requiresGrad(true);
    Linear.sideBySide(x, map).sum().backward();
    Tensor once = x.grad().detach();
    Linear.sideBySide(x, map).sum().backward();
    assertTrue(x.grad().allClose(once.mul(2), TOLERANCE));
  }

  @Test
  void mapsThatDoNotFitTheInputAreExplained() {
    Linear map = new Linear(rng, 3, 4);
    assertThrows(IllegalArgumentException.class, () -> Linear.sideBySide(Tensor.zeros(2, 3)));
    var refused =
        assertThrows(ShapeException.class, () -> Linear.sideBySide(Tensor.zeros(2, 5), map));
    assertEquals("Linear: the input is (..., 3), got (2, 5).", refused.getMessage());
  }

  @Test
  void logitsByATableAreTheProductWithItsTranspose() {
    Embedding tokens = new Embedding(rng, 70, 9);
    Tensor bias = Tensor.randn(rng, 70).requiresGrad(true);
    Tensor x = Tensor.randn(rng, 3, 50, 9).requiresGrad(true);
    Tensor cotangent = Tensor.randn(rng, 3, 50, 70);

    assertAlike(
        x.matmul(tokens.weight().transpose()).add(bias),
        () -> tokens.logits(x, bias),
        cotangent,
        List.of(x, tokens.weight(), bias));
  }

  @Test
  void logitsAddToTheGradientThatTheLookupLeft() {
    Embedding tokens = new Embedding(rng, 6, 4);
    int[] ids = {5, 0, 5};
    tokens.forward(ids).matmul(tokens.weight().transpose()).sum().backward();
    Tensor expected = tokens.weight().grad().detach();
    tokens.weight().zeroGrad();
    tokens.logits(tokens.forward(ids)).sum().backward();
    assertTrue(tokens.weight().grad().allClose(expected, TOLERANCE));
    tokens.logits(tokens.forward(ids)).sum().backward();
    assertTrue(tokens.weight().grad().allClose(expected.mul(2), TOLERANCE));
  }

  @Test
  void logitsOfStatesThatDoNotFitAreExplained() {
    Embedding tokens = new Embedding(rng, 6, 4);
    var width = assertThrows(ShapeException.class, () -> tokens.logits(Tensor.zeros(2, 6)));
    assertEquals("Embedding: logits are of states (..., 4), got (2, 6).", width.getMessage());
    var bias =
        assertThrows(
            ShapeException.class, () -> tokens.logits(Tensor.zeros(2, 4), Tensor.zeros(4)));
    assertEquals("Embedding: the bias of the logits is (6), got (4).", bias.getMessage());
  }

  @Test
  void aNormalisedSumIsTheSumNormalised() {
    LayerNorm norm = new LayerNorm(9);
    norm.gain().assign(Tensor.randn(rng, 9).toArray());
    Tensor x = Tensor.randn(rng, 7, 11, 9).requiresGrad(true);
    Tensor part = Tensor.randn(rng, 7, 11, 9).requiresGrad(true);
    Tensor cotangent = Tensor.randn(rng, 7, 11, 9);

    assertAlike(
        norm.forward(x.add(part)),
        () -> norm.forward(x, part),
        cotangent,
        List.of(x, part, norm.gain(), norm.bias()));
  }

  @Test
  void aTensorMayBeBothSummands() {
    LayerNorm norm = new LayerNorm(4);
    Tensor x = Tensor.randn(rng, 3, 4).requiresGrad(true);
    Tensor cotangent = Tensor.randn(rng, 3, 4);
    norm.forward(x.add(x)).backward(cotangent);
    Tensor expected = x.grad().detach();
    x.zeroGrad();
    norm.forward(x, x).backward(cotangent);
    assertTrue(x.grad().allClose(expected, TOLERANCE));
  }

  @Test
  void summandsOfOtherShapesAreExplained() {
    LayerNorm norm = new LayerNorm(4);
    var refused =
        assertThrows(ShapeException.class, () -> norm.forward(Tensor.zeros(2, 4), Tensor.zeros(4)));
    assertEquals(
        "LayerNorm: a residual sum is of two tensors (..., 4), got (2, 4) and (4).",
        refused.getMessage());
  }
}
