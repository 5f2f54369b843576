package org.attentionlab.attention;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.attentionlab.tensor.ShapeException;
import org.attentionlab.tensor.Tensor;
import org.junit.jupiter.api.Test;

class AdditiveAttentionTest {
  private final Random rng = new Random(2);
  private final AdditiveAttention attention = new AdditiveAttention(rng, 3, 4, 5);
  private final Tensor states = Tensor.randn(rng, 2, 6, 4);
  private final Tensor query = Tensor.randn(rng, 2, 3);

  @Test
  void aStepIsAttentionWithTheAdditiveScore() {
    Mask mask = Mask.padding(new int[] {6, 2}, 6);

    AttentionResult step = attention.forward(query, states, mask);
    AttentionResult whole =
        Attention.attend(attention.score(), query.unsqueeze(1), states, states, mask);

    assertArrayEquals(new int[] {2, 4}, step.output().shape());
    assertArrayEquals(new int[] {2, 6}, step.weights().shape());
    assertTrue(step.output().allClose(whole.output().squeeze(1), 1e-6));
    assertTrue(step.weights().allClose(whole.weights().squeeze(1), 1e-6));
  }

  @Test
  void paddedStatesGetNoWeight() {
    Tensor weights = attention.forward(query, states, Mask.padding(new int[] {6, 2}, 6)).weights();
    assertEquals(0, weights.get(1).slice(0, 2, 6).max().item());
    assertTrue(weights.sum(-1, false).allClose(Tensor.ones(2), 1e-6));
  }

  @Test
  void memoryGoesOnWithChosenSequences() {
    Mask mask = Mask.padding(new int[] {6, 2}, 6);
    var memory = attention.memory(states, mask);
    Tensor all = memory.attend(query).output();
    Tensor picked = memory.select(1, 0, 1).attend(query.take(0, 1, 0, 1)).output();
    assertTrue(all.take(0, 1, 0, 1).allClose(picked, 1e-6));
  }

  @Test
  void widthsThatDoNotFitAreExplained() {
    assertEquals(
        "AdditiveAttention: the query is (2, 3) for states (2, 6, 4), got (2, 4).",
        assertThrows(
                ShapeException.class,
                () -> attention.forward(Tensor.zeros(2, 4), states, Mask.none()))
            .getMessage());
    assertEquals(
        "AdditiveAttention: the states are (B, S, 4), got (2, 6, 3).",
        assertThrows(
                ShapeException.class,
                () -> attention.forward(query, Tensor.zeros(2, 6, 3), Mask.none()))
            .getMessage());
  }
}
