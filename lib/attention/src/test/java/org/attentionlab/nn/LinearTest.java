package org.attentionlab.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.attentionlab.tensor.ShapeException;
import org.attentionlab.tensor.Tensor;
import org.junit.jupiter.api.Test;

class LinearTest {

  @Test
  void mapsTheLastAxis() {
    Linear linear =
        Linear.of(
            Tensor.matrix(new float[][] {{1, 2, 3}, {4, 5, 6}}),
            Optional.of(Tensor.vector(10, 20, 30)));

    assertArrayEquals(new float[] {15, 27, 39}, linear.forward(Tensor.vector(1, 1)).toArray());
    assertArrayEquals(new int[] {2, 4, 3}, linear.forward(Tensor.zeros(2, 4, 2)).shape());
  }

  @Test
  void firstWeightsAreWithinGlorotsRangeAndFillIt() {
    Linear linear = new Linear(new Random(1), 30, 66);

    float range = 0.25f; // sqrt(6 / 96)
    assertTrue(linear.weight().max().item() < range);
    assertTrue(linear.weight().max().item() > 0.95f * range);
    assertTrue(linear.weight().neg().max().item() <= range);
    assertEquals(0, linear.weight().mean().item(), 0.01);
    assertArrayEquals(new float[66], linear.bias().orElseThrow().toArray());
  }

  @Test
  void sameSeedGivesTheSameWeights() {
    assertTrue(
        new Linear(new Random(1), 3, 4)
            .weight()
            .allClose(new Linear(new Random(1), 3, 4).weight(), 0));
  }

  @Test
  void parametersAreListedWithTheirNames() {
    Linear linear = new Linear(new Random(1), 3, 4);
    assertEquals(List.of("weight", "bias"), List.copyOf(linear.namedParameters().keySet()));
    assertEquals(16, linear.parameterCount());
    assertEquals(12, Linear.withoutBias(new Random(1), 3, 4).parameterCount());
    assertTrue(linear.parameters().stream().allMatch(Tensor::requiresGrad));
  }

  @Test
  void modulesListTheParametersOfTheirParts() {
    Pair pair = new Pair();
    assertEquals(
        List.of("scale", "first.weight", "first.bias"),
        List.copyOf(pair.namedParameters().keySet()));
    assertEquals(
        "Pair\n  scale (1)\n  first.weight (2, 3)\n  first.bias (3)\n  10 parameters",
        pair.toString());
    assertThrows(IllegalArgumentException.class, () -> pair.parameter("first", Tensor.ones(1)));
    assertThrows(IllegalArgumentException.class, () -> pair.parameter("a.b", Tensor.ones(1)));
  }

  @Test
  void aParameterIsACopyOfItsStart() {
    Tensor start = Tensor.ones(2, 2);
    Linear linear = Linear.of(start, Optional.empty());
    linear.weight().assign(new float[] {1, 2, 3, 4});
    assertTrue(start.allClose(Tensor.ones(2, 2), 0));
  }

  @Test
  void widthsThatDoNotFitAreExplained() {
    Linear linear = new Linear(new Random(1), 3, 4);
    var refused = assertThrows(ShapeException.class, () -> linear.forward(Tensor.zeros(2, 4)));
    assertEquals("Linear: the input is (..., 3), got (2, 4).", refused.getMessage());
    assertThrows(ShapeException.class, () -> Linear.of(Tensor.zeros(3), Optional.empty()));
    assertThrows(
        ShapeException.class, () -> Linear.of(Tensor.zeros(3, 4), Optional.of(Tensor.zeros(3))));
    assertThrows(IllegalArgumentException.class, () -> new Linear(new Random(1), 0, 4));
  }

  @Test
  void aSharedPartIsCountedOnce() {
    Twice twice = new Twice();
    assertEquals(12, twice.parameterCount());
    assertEquals(1, twice.parameters().size());
    assertEquals(2, twice.namedParameters().size());
  }

  private static final class Twice extends Layer {
    Twice() {
      Linear shared = child("first", Linear.withoutBias(new Random(1), 3, 4));
      child("second", shared);
    }
  }

  private static final class Pair extends Layer {
    Pair() {
      child("first", new Linear(new Random(1), 2, 3));
      parameter("scale", Tensor.ones(1));
    }
  }
}
