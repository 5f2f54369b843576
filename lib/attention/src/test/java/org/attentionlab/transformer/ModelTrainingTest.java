package org.attentionlab.transformer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.attentionlab.nn.Layer;
import org.attentionlab.position.Positions;
import org.attentionlab.recurrent.Seq2Seq;
import org.attentionlab.recurrent.Seq2SeqConfig;
import org.attentionlab.tensor.Tensor;
import org.attentionlab.tensor.Workspace;
import org.attentionlab.train.Adam;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every model learns a few sequences by heart, and a lent array changes none of its numbers. */
class ModelTrainingTest {
  private static final int STEPS = 40;
  private static final int[][] SOURCE = {{1, 2, 3, 4}, {5, 6, 0, 0}, {7, 8, 9, 0}};
  private static final int[] LENGTHS = {4, 2, 3};
  private static final int[][] SHIFTED = {{1, 5, 6}, {1, 2, 2}, {1, 4, 3}};
  private static final int[][] TARGET = {{5, 6, 2}, {2, 2, 7}, {4, 3, 6}};
  private static final int[] CLASSES = {1, 0, 1};

  /** A model with the loss that it is trained by. */
  private record Training(Layer model, Supplier<Tensor> loss) {}

  /** Makes equal trainings again and again. */
  private record Kind(String name, Function<Random, Training> maker) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Kind> kinds() {
    return Stream.of(
        transformer("transformer", Positions.sinusoidal()),
        transformer("transformer with relative positions", Positions.relative(2)),
        transformer("transformer with T5's positions", Positions.t5(4, 6)),
        new Kind("gpt", ModelTrainingTest::gpt),
        new Kind("masked words", ModelTrainingTest::maskedWords),
        new Kind("classifier", ModelTrainingTest::classifier),
        seq2seq("with attention", Seq2SeqConfig.small(10, 8).inBothDirections()),
        seq2seq("without attention", Seq2SeqConfig.small(10, 8).withoutAttention()));
  }

  private static Kind transformer(String name, Positions positions) {
    TransformerConfig config =
        TransformerConfig.small(10, 8)
            .withLayers(LayerConfig.of(16, 2, 32).withDropout(0.05), 1)
            .withPositions(positions);
    return new Kind(
        name,
        rng -> {
          Transformer model = new Transformer(rng, config);
          return new Training(
              model, () -> model.forward(SOURCE, LENGTHS, SHIFTED).crossEntropy(TARGET));
        });
  }

  private static Training gpt(Random rng) {
    Gpt model = new Gpt(rng, GptConfig.small(10));
    int[][] beginnings = {{1, 5, 6}, {8, 2, 2}, {9, 4, 3}};
    return new Training(model, () -> model.forward(beginnings).crossEntropy(TARGET));
  }

  private static Training maskedWords(Random rng) {
    Bert body = new Bert(rng, BertConfig.small(10).withoutPooler());
    BertMaskedWords model = new BertMaskedWords(rng, body);
    BertInput input = BertInput.of(SHIFTED);
    return new Training(model, () -> model.forward(input).crossEntropy(TARGET));
  }

  private static Training classifier(Random rng) {
    BertClassifier model = new BertClassifier(rng, new Bert(rng, BertConfig.small(10)), 2);
    BertInput input = BertInput.of(SOURCE, LENGTHS);
    return new Training(model, () -> model.forward(input).crossEntropy(CLASSES));
  }

  private static Kind seq2seq(String name, Seq2SeqConfig config) {
    return new Kind(
        name,
        rng -> {
          Seq2Seq model = new Seq2Seq(rng, config);
          return new Training(
              model, () -> model.forward(SOURCE, LENGTHS, SHIFTED).logits().crossEntropy(TARGET));
        });
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void trainingInsideOfAWorkspaceIsTrainingOutsideOfIt(Kind kind) {
    float[] outside = train(kind, false);
    float[] inside = train(kind, true);
    assertArrayEquals(Arrays.copyOf(outside, 10), Arrays.copyOf(inside, 10), 1e-4f);
    assertTrue(
        inside[STEPS - 1] < inside[0] / 4,
        "the loss fell from " + inside[0] + " to " + inside[STEPS - 1]);
  }

  @SuppressWarnings("try") // the workspace is closed, and not used
  private static float[] train(Kind kind, boolean lent) {
    Training training = kind.maker().apply(new Random(11));
    Adam adam = new Adam(training.model().parameters(), 5e-3);
    float[] losses = new float[STEPS];
    for (int i = 0; i < STEPS; i++) {
      if (lent) {
        try (Workspace step = Workspace.step()) {
          losses[i] = step(training, adam);
        }
      } else {
        losses[i] = step(training, adam);
      }
    }
    return losses;
  }

  private static float step(Training training, Adam adam) {
    adam.zeroGrad();
    Tensor loss = training.loss().get();
    loss.backward();
    adam.step();
    return loss.item();
  }
}
