package org.attentionlab.recurrent;

import static org.attentionlab.Refusal.ofArgument;
import static org.attentionlab.Refusal.ofIndex;
import static org.attentionlab.Refusal.ofShapes;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.attentionlab.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BadInputTest {
  private final Random rng = new Random(1);
  private final Gru gru = new Gru(rng, 3, 4);
  private final Lstm lstm = new Lstm(rng, 3, 4);

  @Test
  void batchesThatAreNoneAreNamed() {
    for (int[] shape : List.of(new int[] {2, 3}, new int[] {2, 5, 2}, new int[0])) {
      ofShapes("recurrent: the input is (B, T, 3)", () -> gru.forward(Tensor.zeros(shape)));
      ofShapes("recurrent: the input is (B, T, 3)", () -> lstm.forward(Tensor.zeros(shape)));
    }
  }

  @Test
  void emptyBatchesAndEmptySequencesAreRefused() {
    for (int[] shape : List.of(new int[] {0, 5, 3}, new int[] {2, 0, 3})) {
      ofShapes("with B and T at least 1", () -> gru.forward(Tensor.zeros(shape)));
      ofShapes("with B and T at least 1", () -> lstm.forward(Tensor.zeros(shape)));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 6})
  void lengthsLieWithinTheSequence(int length) {
    Tensor x = Tensor.zeros(2, 5, 3);
    String essential = "recurrent: length " + length + " of sequence 1 is not from 0 to 5.";
    ofArgument(essential, () -> gru.forward(x, new int[] {5, length}));
    ofArgument(essential, () -> lstm.forward(x, new int[] {5, length}));
    ofShapes("got (2, 5, 3) and 1 lengths.", () -> gru.forward(x, new int[] {5}));
  }

  @Test
  void aSequenceWithoutStepsStaysAtZeroWhateverFillsItUp() {
    Tensor filling = Tensor.full(Float.NaN, 1, 3, 3);
    assertArrayEquals(new float[4], gru.forward(filling, new int[1]).last().toArray());
    assertArrayEquals(new float[12], gru.forward(filling, new int[1]).states().toArray());
    assertArrayEquals(new float[4], lstm.forward(filling, new int[1]).last().toArray());
    assertArrayEquals(new float[4], lstm.forward(filling, new int[1]).memory().toArray());
  }

  @Test
  void aStepWantsAsManyInputsAsStates() {
    GruCell cell = new GruCell(rng, 3, 4);
    String essential = "GruCell: a step takes the projected input (B, 12) and the state (B, 4)";
    ofShapes(essential, () -> cell.step(Tensor.zeros(3, 12), Tensor.zeros(2, 4)));
    ofShapes(essential, () -> cell.step(Tensor.zeros(2, 11), Tensor.zeros(2, 4)));
    ofShapes(essential, () -> cell.step(Tensor.zeros(2, 12), Tensor.zeros(2, 5)));
    ofShapes(essential, () -> cell.step(Tensor.zeros(12), Tensor.zeros(4)));
    ofShapes("GruCell: a state is (B, 4), got (4).", () -> cell.output(Tensor.zeros(4)));
  }

  @Test
  void aMemoryIsNotRepeatedForOtherSequences() {
    LstmCell cell = new LstmCell(rng, 3, 4);
    Tensor x = Tensor.zeros(2, 3);
    LstmCell.State uneven = new LstmCell.State(Tensor.zeros(2, 4), Tensor.zeros(1, 4));
    ofShapes("LstmCell: the input is (B, 3)", () -> cell.forward(x, uneven));
    ofShapes("(B, 16) and the state (B, 8)", () -> cell.step(Tensor.zeros(1, 16), state(2)));
    ofShapes("LstmCell: a state is (B, 8), got (2, 3).", () -> cell.memory(x));
  }

  private static Tensor state(int batch) {
    return Tensor.zeros(batch, 8);
  }

  @Test
  void settingsAreChecked() {
    RecurrentConfig config = RecurrentConfig.of(2, 3);
    ofArgument("RecurrentConfig: dropout lies in [0, 1)", () -> config.withDropout(1));
    ofArgument("RecurrentConfig: dropout lies in [0, 1)", () -> config.withDropout(Double.NaN));
    ofArgument("RecurrentConfig: dIn, dHidden and layers", () -> config.withLayers(0));
    ofArgument("RecurrentCell: widths are at least 1", () -> new GruCell(rng, 0, 3));
    ofShapes("RecurrentCell: shape (1, 4, 1073741824) has", () -> new Lstm(rng, 1, 1 << 30));
    ofArgument("Seq2Seq: vocabularies and widths", () -> Seq2SeqConfig.small(0, 5));
  }

  @Test
  void seq2SeqNamesWhatDoesNotFit() {
    Seq2Seq model = new Seq2Seq(rng, Seq2SeqConfig.small(5, 6).withWidths(4, 4));
    int[][] source = {{1, 2, 3}};
    int[] lengths = {3};
    ofIndex("Seq2Seq source: id 5 at position 1", () -> model.start(new int[][] {{1, 5}}, two()));
    ofIndex("Seq2Seq target: id 6", () -> model.forward(source, lengths, new int[][] {{6}}));
    ofIndex("the length of sequence 0 is 4", () -> model.start(source, new int[] {4}));
    ofShapes("2 targets for 1 sources", () -> model.forward(source, lengths, new int[2][1]));
    ofShapes("got (1, 0)", () -> model.forward(source, lengths, new int[1][0]));
    ofShapes("got (0, 0)", () -> model.start(new int[0][], new int[0]));
    ofShapes("2 targets for 1 sources", () -> model.step(new int[2], model.start(source, lengths)));
    ofIndex("index 3 lies outside", () -> model.start(source, lengths).select(3));
  }

  private static int[] two() {
    return new int[] {2};
  }

  @Test
  void aSourceOfNoTokensGivesFiniteLogitsAndGradients() {
    Seq2SeqConfig config = Seq2SeqConfig.small(5, 6).withWidths(4, 4).inBothDirections();
    for (Seq2SeqConfig each : List.of(config, config.withoutAttention())) {
      Seq2Seq model = new Seq2Seq(rng, each);
      Tensor logits = model.forward(new int[2][3], new int[] {0, 2}, new int[2][2]).logits();
      logits.mul(logits).sum().backward();
      assertFinite(logits);
      model.parameters().forEach(parameter -> assertFinite(parameter.grad()));
    }
  }

  private static void assertFinite(Tensor x) {
    float[] values = x.toArray();
    for (float value : values) {
      assertTrue(Float.isFinite(value), () -> Arrays.toString(values));
    }
  }
}
