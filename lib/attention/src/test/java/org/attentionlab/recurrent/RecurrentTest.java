package org.attentionlab.recurrent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.attentionlab.tensor.ShapeException;
import org.attentionlab.tensor.Tensor;
import org.junit.jupiter.api.Test;

class RecurrentTest {
  private final Random rng = new Random(6);

  @Test
  void paddingChangesNoState() {
    Gru gru = new Gru(rng, RecurrentConfig.of(3, 4).withLayers(2).inBothDirections());
    Tensor x = Tensor.randn(rng, 2, 3, 3);
    Tensor longer = Tensor.concat(1, List.of(x, Tensor.full(7, 2, 2, 3)));

    Gru.Result cut = gru.forward(x);
    Gru.Result filled = gru.forward(longer, new int[] {3, 3});

    assertArrayEquals(cut.last().toArray(), filled.last().toArray());
    assertArrayEquals(cut.states().toArray(), filled.states().slice(1, 0, 3).toArray());
    assertEquals(0, filled.states().slice(1, 3, 5).max().item());
  }

  @Test
  void lastStateIsThatOfTheLastRealStep() {
    Lstm lstm = new Lstm(rng, 3, 4);
    Tensor x = Tensor.randn(rng, 2, 5, 3);

    Lstm.Result result = lstm.forward(x, new int[] {5, 2});

    assertTrue(result.last().get(0, 0).allClose(result.states().get(0, 4), 0));
    assertTrue(result.last().get(0, 1).allClose(result.states().get(1, 1), 0));
    assertFalse(result.memory().allClose(result.last(), 1e-3));
  }

  @Test
  void aSequenceWithoutStepsKeepsItsStart() {
    Gru gru = new Gru(rng, 3, 4);
    Gru.Result result = gru.forward(Tensor.randn(rng, 2, 3, 3), new int[] {0, 3});
    assertArrayEquals(new float[4], result.last().get(0, 0).toArray());
  }

  @Test
  void cellsStepAsTheLayersDo() {
    Lstm lstm = new Lstm(rng, 3, 4);
    LstmCell cell = lstm.forwards().get(0);
    Tensor x = Tensor.randn(rng, 2, 3, 3);
    LstmCell.State state = new LstmCell.State(Tensor.zeros(2, 4), Tensor.zeros(2, 4));
    for (int t = 0; t < 3; t++) {
      state = cell.forward(x.slice(1, t, t + 1).squeeze(1), state);
    }
    Lstm.Result result = lstm.forward(x);
    assertTrue(result.last().get(0).allClose(state.h(), 1e-6));
    assertTrue(result.memory().get(0).allClose(state.c(), 1e-6));
  }

  @Test
  void orderMattersWithoutPositions() {
    Gru gru = new Gru(rng, 3, 4);
    Tensor x = Tensor.randn(rng, 1, 3, 3);
    Tensor turned = x.take(1, 2, 1, 0);
    assertFalse(gru.forward(x).last().allClose(gru.forward(turned).last(), 1e-3));
  }

  @Test
  void dropoutActsBetweenLayersInTrainingAlone() {
    RecurrentConfig config = RecurrentConfig.of(3, 4).withLayers(2).withDropout(0.5);
    Gru gru = new Gru(rng, config);
    Tensor x = Tensor.randn(rng, 2, 3, 3);
    assertFalse(gru.forward(x).states().allClose(gru.forward(x).states(), 1e-6));
    gru.evaluate();
    assertTrue(gru.forward(x).states().allClose(gru.forward(x).states(), 0));
  }

  @Test
  void whatDoesNotFitIsExplained() {
    Gru gru = new Gru(rng, 3, 4);
    assertEquals(
        "recurrent: the input is (B, T, 3) with B and T at least 1 and B lengths,"
            + " got (2, 3, 5) and 2 lengths.",
        assertThrows(ShapeException.class, () -> gru.forward(Tensor.zeros(2, 3, 5))).getMessage());
    assertThrows(ShapeException.class, () -> gru.forward(Tensor.zeros(2, 0, 3)));
    assertThrows(ShapeException.class, () -> gru.forward(Tensor.zeros(3)));
    assertEquals(
        "recurrent: length 4 of sequence 0 is not from 0 to 3.",
        assertThrows(
                IllegalArgumentException.class,
                () -> gru.forward(Tensor.zeros(1, 3, 3), new int[] {4}))
            .getMessage());
    GruCell cell = new GruCell(rng, 3, 4);
    assertEquals(
        "GruCell: the input is (B, 3) and the state (B, 4), got (2, 3) and (2, 3).",
        assertThrows(
                ShapeException.class, () -> cell.forward(Tensor.zeros(2, 3), Tensor.zeros(2, 3)))
            .getMessage());
    assertThrows(IllegalArgumentException.class, () -> RecurrentConfig.of(0, 4));
  }
}
