package org.attentionlab.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.attentionlab.attention.Attention;
import org.attentionlab.nn.Linear;
import org.attentionlab.tensor.Tensor;
import org.junit.jupiter.api.Test;

class TrainingTest {

  @Test
  void linearMapIsLearnedFromExamples() {
    Random rng = new Random(1);
    Tensor truth = Tensor.randn(rng, 3, 2);
    Tensor x = Tensor.randn(rng, 64, 3);
    Tensor y = x.matmul(truth).add(0.5);
    Linear model = new Linear(rng, 3, 2);
    Adam adam = new Adam(model.parameters(), 0.05);

    for (int step = 0; step < 400; step++) {
      adam.zeroGrad();
      model.forward(x).sub(y).pow(2).mean().backward();
      adam.step();
    }

    assertTrue(model.weight().allClose(truth, 1e-3f), () -> "learned " + model.weight());
    assertTrue(model.bias().orElseThrow().allClose(Tensor.full(0.5f, 2), 1e-3f));
  }

  @Test
  void attentionLearnsToLookUpTheValueOfAKey() {
    // The query is a code of one of six keys; the projections must learn to match the two codes.
    Random rng = new Random(2);
    Tensor keys = Tensor.randn(rng, 6, 6);
    Tensor queries = keys.matmul(Tensor.randn(rng, 6, 6));
    Tensor values = Tensor.eye(6);
    Linear queryMap = Linear.withoutBias(rng, 6, 8);
    Linear keyMap = Linear.withoutBias(rng, 6, 8);
    List<Tensor> parameters = new ArrayList<>(queryMap.parameters());
    parameters.addAll(keyMap.parameters());
    Adam adam = new Adam(parameters, 0.03);
    float first = 0;
    float last = 0;
    for (int step = 0; step < 200; step++) {
      adam.zeroGrad();
      Tensor found =
          Attention.scaledDotProduct(queryMap.forward(queries), keyMap.forward(keys), values)
              .output();
      Tensor loss = found.sub(values).pow(2).mean();
      loss.backward();
      adam.step();
      first = step == 0 ? loss.item() : first;
      last = loss.item();
    }

    assertTrue(last < 0.01 * first, "from " + first + " to " + last);
  }

  @Test
  void firstStepIsAsLongAsTheRateWhateverTheGradient() {
    Tensor x = Tensor.vector(1, 1, 1).requiresGrad(true);
    Adam adam = new Adam(List.of(x), 0.1);
    x.backward(Tensor.vector(1000, -0.01f, 0));
    adam.step();
    assertArrayEquals(new float[] {0.9f, 1.1f, 1}, x.toArray(), 1e-6f);
  }

  @Test
  void parametersWithoutAGradientStay() {
    Tensor used = Tensor.vector(1).requiresGrad(true);
    Tensor unused = Tensor.vector(1).requiresGrad(true);
    Adam adam = new Adam(List.of(used, unused), 0.1);
    for (int step = 0; step < 3; step++) {
      adam.zeroGrad();
      used.mul(used).sum().backward();
      adam.step();
    }
    assertTrue(used.item() < 0.9);
    assertEquals(1, unused.item());
  }

  @Test
  void settingsOutsideOfTheirRangeAreRefused() {
    var refused = assertThrows(IllegalArgumentException.class, () -> new Adam(List.of(), -0.1));
    assertEquals("Adam: rate -0.1 is negative or not finite.", refused.getMessage());
    AdamConfig usual = AdamConfig.of(0.1);
    assertThrows(IllegalArgumentException.class, () -> usual.betas(1, 0.9));
    assertThrows(IllegalArgumentException.class, () -> usual.betas(0.9, -1));
    assertThrows(IllegalArgumentException.class, () -> usual.epsilon(0));
    assertThrows(IllegalArgumentException.class, () -> usual.decay(-1));
    assertThrows(IllegalArgumentException.class, () -> new Sgd(List.of(), 0.1, 1));
    assertThrows(IllegalArgumentException.class, () -> new Sgd(List.of(), Double.NaN));
  }
}
