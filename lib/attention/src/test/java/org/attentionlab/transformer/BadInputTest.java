package org.attentionlab.transformer;

import static org.attentionlab.Refusal.ofArgument;
import static org.attentionlab.Refusal.ofIndex;
import static org.attentionlab.Refusal.ofShapes;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.attentionlab.attention.KeyValueCache;
import org.attentionlab.attention.Mask;
import org.attentionlab.nn.Activation;
import org.attentionlab.nn.FeedForward;
import org.attentionlab.position.Positions;
import org.attentionlab.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BadInputTest {
  private static final LayerConfig LAYER = LayerConfig.of(8, 2, 8);
  private static final int[][] SOURCE = {{1, 2, 3}};
  private static final int[] LENGTHS = {3};

  private final Random rng = new Random(1);
  private final Transformer transformer =
      new Transformer(
          rng,
          TransformerConfig.small(5, 6).withLayers(LAYER, 2).withPositions(Positions.learned(4)));
  private final Gpt gpt =
      new Gpt(
          rng,
          new GptConfig(5, StackConfig.of(LAYER, 2).withPositions(Positions.learned(4)), true));
  private final Bert bert = new Bert(rng, BertConfig.of(5, 4, LAYER, 2));

  @Test
  void idsOutsideOfTheVocabularyAreNamed() {
    ofIndex("Transformer source: id 5 at position 0", () -> encode(new int[][] {{5}}, 1));
    ofIndex("Transformer target: id 6 at", () -> forward(new int[][] {{6}}));
    ofIndex("Gpt: id -1 at position 1 of sequence 0", () -> gpt.forward(new int[][] {{0, -1}}));
    ofIndex("Bert: id 5 at", () -> bert.forward(BertInput.of(new int[][] {{5}})));
    int[][] types = {{2}};
    ofIndex("Bert types: id 2", () -> bert.forward(new BertInput(new int[1][1], types, one())));
  }

  private Memory encode(int[][] source, int... lengths) {
    return transformer.encode(source, lengths);
  }

  private Tensor forward(int[][] target) {
    return transformer.forward(SOURCE, LENGTHS, target);
  }

  private static int[] one() {
    return new int[] {1};
  }

  @Test
  void sequencesLongerThanTheTableOfPositionsAreRefused() {
    String essential = "Learned: asks for position 4 of a table of 4";
    ofIndex(essential, () -> encode(new int[1][5], 5));
    ofIndex(essential, () -> forward(new int[1][5]));
    ofIndex(essential, () -> gpt.forward(new int[1][5]));
    ofIndex(essential, () -> gpt.step(new int[1], gpt.step(new int[1][4], gpt.start()).state()));
    ofIndex(essential, () -> bert.forward(BertInput.of(new int[1][5])));
  }

  @Test
  void emptyAndUnevenBatchesAreRefused() {
    ofShapes("Transformer source: the ids are (B, T)", () -> encode(new int[0][]));
    ofShapes("Transformer target: the ids are (B, T)", () -> forward(new int[1][0]));
    ofShapes("2 targets for 1 sources", () -> forward(new int[2][1]));
    ofShapes("Gpt: the ids are (B, T)", () -> gpt.step(new int[0], gpt.start()));
    ofShapes("Gpt: sequence 1 has 1 ids", () -> gpt.forward(new int[][] {{1, 2}, {1}}));
    ofShapes("Bert: the ids are (B, T)", () -> BertInput.of(new int[0][]));
    ofShapes("Bert: 1 sequences have 2 lengths", () -> BertInput.of(SOURCE, new int[2]));
    ofShapes(
        "the types are (1, 3) as the ids are, got (1, 2)",
        () -> new BertInput(SOURCE, new int[1][2], LENGTHS));
  }

  @Test
  void lengthsLieWithinTheSequence() {
    ofIndex("the length of sequence 0 is 4, but it has 3 ids", () -> encode(SOURCE, 4));
    ofIndex("the length of sequence 0 is -1", () -> encode(SOURCE, -1));
    ofIndex("the length of sequence 0 is 4", () -> BertInput.of(SOURCE, new int[] {4}));
  }

  @Test
  void aSourceOfNoTokensGivesFiniteLogitsAndGradients() {
    Tensor logits = transformer.forward(new int[2][3], new int[] {0, 2}, new int[2][2]);
    logits.mul(logits).sum().backward();
    Tensor states = bert.forward(BertInput.of(new int[2][3], new int[] {0, 2}));
    states.mul(states).sum().backward();
    assertFinite(logits);
    assertFinite(states);
    transformer.parameters().forEach(parameter -> assertFinite(parameter.grad()));
    bert.parameters().forEach(parameter -> assertFinite(parameter.grad()));
  }

  private static void assertFinite(Tensor x) {
    for (float value : x.toArray()) {
      assertTrue(Float.isFinite(value), x::toString);
    }
  }

  @Test
  void aStepGoesOnWithItsOwnSequences() {
    ofShapes("Gpt: the state is one of 1 sequences, got tokens of 2", () -> gpt.step(two(), ran()));
    ofShapes(
        "Transformer: 2 targets for 1 sources",
        () -> transformer.step(two(), transformer.start(encode(SOURCE, 3))));
    ofIndex("index 1 lies outside", () -> ran().select(1));
  }

  private Gpt.State ran() {
    return gpt.step(one(), gpt.start()).state();
  }

  private static int[] two() {
    return new int[2];
  }

  @Test
  void aStateHasACacheForEachLayerAndEachToken() {
    List<KeyValueCache> empty = List.of(KeyValueCache.empty());
    ofArgument("Gpt: a state of 0 tokens", () -> new Gpt.State(List.of(), 0));
    ofArgument("Gpt: a state of -1 tokens", () -> new Gpt.State(gpt.start().caches(), -1));
    ofArgument("got those of 1 tokens", () -> new Gpt.State(ran().caches(), 3));
    ofArgument("Transformer: a state of 0 tokens", () -> new Transformer.State(List.of(), 0));
    ofArgument("Encoder: 1 caches for 2 layers", () -> gpt.step(one(), new Gpt.State(empty, 0)));
    Decoder decoder = transformer.decoder();
    ofArgument(
        "Decoder: 0 caches for 2 layers", () -> decoder.step(Tensor.zeros(1, 1, 8), List.of()));
  }

  @Test
  void statesAreBatchesOfSequences() {
    ofShapes("Memory: the states are (B, S, dModel), got (3, 8)", () -> memory(3, 8));
    ofShapes("Decoder: x is (B, T, dModel), got (3, 8)", () -> decode(Tensor.zeros(3, 8)));
    ofShapes(
        "Did you mean unsqueeze(0)",
        () -> transformer.encoder().forward(Tensor.zeros(3, 8), Mask.none()));
    ofShapes("Did you mean unsqueeze(0)", () -> bert.pool(Tensor.zeros(3, 8)));
    ofShapes("with T at least 1, got (2, 0, 8)", () -> bert.pool(Tensor.zeros(2, 0, 8)));
    ofShapes("keys are (B, S, 8), got (1, 3, 7)", () -> transformer.start(memory(1, 3, 7)));
    ofShapes("Bert: the states", () -> new BertNextSentence(rng, bert).judge(Tensor.zeros(8)));
    ofShapes(
        "Linear: the input is (..., 8)",
        () -> new BertMaskedWords(rng, bert).words(Tensor.zeros(2, 3)));
  }

  private static Memory memory(int... shape) {
    return new Memory(Tensor.zeros(shape), Mask.none());
  }

  private Tensor decode(Tensor x) {
    return transformer.decoder().forward(x, memory(1, 2, 8));
  }

  @Test
  void aResidualSumRepeatsNothing() {
    Residual residual = new Residual(rng, LAYER.withPreNorm());
    Tensor x = Tensor.zeros(2, 3, 8);
    String essential = "their sum needs equal shapes";
    ofShapes(essential, () -> residual.after(x, Tensor.zeros(2, 1, 8)));
    ofShapes(essential, () -> residual.after(Tensor.zeros(2, 1, 8), x));
    ofShapes(essential, () -> residual.after(x, Tensor.zeros(1, 2, 3, 8)));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY, 1e-50})
  void anEpsilonIsCheckedInTheSettings(double epsilon) {
    ofArgument("LayerConfig: epsilon is a finite float", () -> LAYER.withEpsilon(epsilon));
  }

  @Test
  void settingsAreChecked() {
    ofArgument("dModel 64 is not divisible by 6 heads", () -> LayerConfig.of(64, 6, 8));
    ofArgument("LayerConfig: dFf is at least 1", () -> LayerConfig.of(8, 2, 0));
    ofArgument("LayerConfig: dropout lies in [0, 1)", () -> LAYER.withDropout(1));
    ofArgument("StackConfig: at least one layer", () -> StackConfig.of(LAYER, 0));
    ofArgument("Bert: vocabulary, positions", () -> BertConfig.of(0, 4, LAYER, 1));
    ofArgument("Gpt: a vocabulary has", () -> GptConfig.small(0));
    ofArgument("Transformer: a vocabulary has", () -> TransformerConfig.small(0, 5));
    ofArgument("BertClassifier: at least one class", () -> new BertClassifier(rng, bert, 0));
    ofArgument("BertTagger: at least one tag", () -> new BertTagger(rng, bert, -1));
    ofArgument(
        "FeedForward: dModel is at least 1",
        () -> ParameterCount.of(new FeedForward.Config(-5, 3, Activation.RELU, 0)));
  }

  @Test
  void publishedWeightsListNoParameterTwice() {
    Map<String, Tensor> published = new LinkedHashMap<>(BertWeights.published(bert));
    String name = "bert.embeddings.LayerNorm.weight";
    published.put("embeddings.LayerNorm.gamma", published.get(name));
    ofArgument("is listed twice", () -> BertWeights.load(bert, published));
  }
}
