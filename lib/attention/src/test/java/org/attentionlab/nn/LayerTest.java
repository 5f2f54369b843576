package org.attentionlab.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.attentionlab.tensor.Tensor;
import org.junit.jupiter.api.Test;

class LayerTest {

  @Test
  void trainingModeReachesEveryPart() {
    Stack stack = new Stack(1);
    assertTrue(stack.maps.get(1).isTraining(), "a layer starts in training");
    stack.evaluate();
    assertFalse(stack.isTraining());
    assertFalse(stack.maps.get(1).isTraining());
    stack.train();
    assertTrue(stack.maps.get(0).isTraining());
  }

  @Test
  void layersOfAListAreNumbered() {
    assertEquals(
        List.of("maps.0.weight", "maps.0.bias", "maps.1.weight", "maps.1.bias"),
        List.copyOf(new Stack(1).namedParameters().keySet()));
    assertEquals(6 + 3 + 12 + 4, new Stack(1).parameterCount());
  }

  @Test
  void stateMovesFromOneLayerToAnother() {
    Stack from = new Stack(1);
    Stack to = new Stack(2);
    List<Tensor> parameters = to.parameters();

    to.load(from.state());

    assertArrayEquals(from.maps.get(1).weight().toArray(), to.maps.get(1).weight().toArray());
    assertEquals(parameters, to.parameters(), "the tensors stay, their numbers change");
  }

  @Test
  void stateIsACopyThatTrainingDoesNotChange() {
    Linear linear = new Linear(new Random(1), 2, 3);
    Map<String, Tensor> state = linear.state();
    float[] before = linear.weight().toArray();

    linear.weight().assign(new float[6]);

    assertArrayEquals(before, state.get("weight").toArray());
    assertFalse(state.get("weight").requiresGrad());
  }

  @Test
  void loadListsEverythingThatDoesNotFitAndLoadsNothing() {
    Stack stack = new Stack(1);
    Map<String, Tensor> state = new LinkedHashMap<>();
    state.put("maps.0.weight", Tensor.zeros(2, 3));
    state.put("maps.0.bias", Tensor.zeros(4));
    state.put("maps.1.weight", Tensor.zeros(4, 3));
    state.put("other", Tensor.zeros(1, 2));
    float[] before = stack.maps.get(0).weight().toArray();

    var refused = assertThrows(IllegalArgumentException.class, () -> stack.load(state));

    assertEquals(
        """
        load: the state does not fit Stack, and nothing was loaded:
          wrong shape: maps.0.bias is (3), got (4)
          wrong shape: maps.1.weight is (3, 4), got (4, 3); did you mean its transpose()?
          missing: maps.1.bias (4)
          surplus: other (1, 2)""",
        refused.getMessage());
    assertArrayEquals(before, stack.maps.get(0).weight().toArray());
  }

  @Test
  void aSharedParameterIsSavedOnceAndLoadedForBoth() {
    Shared from = new Shared(1);
    Shared to = new Shared(2);

    assertEquals(List.of("first.weight"), List.copyOf(from.state().keySet()));
    to.load(from.state());

    assertArrayEquals(from.second.weight().toArray(), to.second.weight().toArray());
  }

  private static final class Stack extends Layer {
    private final List<Linear> maps;

    Stack(int seed) {
      Random rng = new Random(seed);
      maps = children("maps", List.of(new Linear(rng, 2, 3), new Linear(rng, 3, 4)));
    }
  }

  private static final class Shared extends Layer {
    private final Linear second;

    Shared(int seed) {
      second = child("first", Linear.withoutBias(new Random(seed), 2, 2));
      child("second", second);
    }
  }
}
