package org.attentionlab.transformer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.attentionlab.nn.Layer;
import org.attentionlab.tensor.Tensor;
import org.junit.jupiter.api.Test;

class BertWeightsTest {
  private static final BertConfig CONFIG = BertConfig.of(11, 6, LayerConfig.of(4, 2, 8), 1);

  private final Bert source = new Bert(new Random(1), CONFIG);
  private final Bert target = new Bert(new Random(2), CONFIG);

  private static void assertSameState(Layer expected, Layer actual) {
    assertEquals(expected.state().keySet(), actual.state().keySet());
    expected
        .state()
        .forEach(
            (name, tensor) ->
                assertArrayEquals(tensor.toArray(), actual.state().get(name).toArray(), name));
  }

  @Test
  void whatIsPublishedLoadsAgain() {
    Random rng = new Random(3);
    BertMaskedWords from = new BertMaskedWords(rng, source);
    BertMaskedWords to = new BertMaskedWords(rng, target);
    BertWeights.load(to, BertWeights.published(from));
    assertSameState(from, to);
  }

  @Test
  void namesAndLayoutAreThoseOfTransformers() {
    Map<String, Tensor> words = BertWeights.published(new BertMaskedWords(new Random(3), source));
    assertEquals(
        List.of(
            "cls.predictions.bias",
            "bert.embeddings.word_embeddings.weight",
            "bert.embeddings.position_embeddings.weight",
            "bert.embeddings.token_type_embeddings.weight",
            "bert.embeddings.LayerNorm.weight",
            "bert.embeddings.LayerNorm.bias",
            "bert.encoder.layer.0.attention.self.query.weight",
            "bert.encoder.layer.0.attention.self.query.bias",
            "bert.encoder.layer.0.attention.self.key.weight",
            "bert.encoder.layer.0.attention.self.key.bias",
            "bert.encoder.layer.0.attention.self.value.weight",
            "bert.encoder.layer.0.attention.self.value.bias",
            "bert.encoder.layer.0.attention.output.dense.weight",
            "bert.encoder.layer.0.attention.output.dense.bias",
            "bert.encoder.layer.0.attention.output.LayerNorm.weight",
            "bert.encoder.layer.0.attention.output.LayerNorm.bias",
            "bert.encoder.layer.0.intermediate.dense.weight",
            "bert.encoder.layer.0.intermediate.dense.bias",
            "bert.encoder.layer.0.output.dense.weight",
            "bert.encoder.layer.0.output.dense.bias",
            "bert.encoder.layer.0.output.LayerNorm.weight",
            "bert.encoder.layer.0.output.LayerNorm.bias",
            "bert.pooler.dense.weight",
            "bert.pooler.dense.bias",
            "cls.predictions.transform.dense.weight",
            "cls.predictions.transform.dense.bias",
            "cls.predictions.transform.LayerNorm.weight",
            "cls.predictions.transform.LayerNorm.bias"),
        List.copyOf(words.keySet()));
    assertArrayEquals(
        new int[] {8, 4}, words.get("bert.encoder.layer.0.intermediate.dense.weight").shape());
    Tensor ours = source.namedParameters().get("encoder.layers.0.feedForward.inner.weight");
    assertArrayEquals(
        ours.transpose().toArray(),
        words.get("bert.encoder.layer.0.intermediate.dense.weight").toArray());
    assertEquals(
        List.of("cls.seq_relationship.weight", "cls.seq_relationship.bias"),
        BertWeights.published(new BertNextSentence(new Random(3), source)).keySet().stream()
            .filter(name -> name.startsWith("cls"))
            .toList());
    assertTrue(
        BertWeights.published(new BertTagger(new Random(3), source, 5))
            .containsKey("classifier.weight"));
  }

  @Test
  void allThatDoesNotFitIsListedAndNothingIsLoaded() {
    Map<String, Tensor> weights = BertWeights.published(source);
    weights.remove("bert.pooler.dense.bias");
    weights.remove("bert.encoder.layer.0.output.dense.weight");
    weights.put("bert.embeddings.word_embeddings.weight", Tensor.zeros(10, 4));
    weights.put("bert.encoder.layer.0.intermediate.dense.weight", Tensor.zeros(4, 8));
    weights.put("cls.seq_relationship.bias", Tensor.zeros(2));
    Map<String, Tensor> before = target.state();

    assertEquals(
        """
        BertWeights: the weights do not fit Bert, and nothing was loaded:
          missing: bert.encoder.layer.0.output.dense.weight (4, 8)
          missing: bert.pooler.dense.bias (4)
          wrong shape: bert.embeddings.word_embeddings.weight (11, 4), got (10, 4)
          wrong shape: bert.encoder.layer.0.intermediate.dense.weight (8, 4), got (4, 8)
          surplus: cls.seq_relationship.bias (2)
          Where only a part is wanted, loadShared takes what both have.""",
        assertThrows(IllegalArgumentException.class, () -> BertWeights.load(target, weights))
            .getMessage());

    before.forEach(
        (name, tensor) ->
            assertArrayEquals(tensor.toArray(), target.state().get(name).toArray(), name));
  }

  @Test
  void aLongListIsCut() {
    String message =
        assertThrows(IllegalArgumentException.class, () -> BertWeights.load(target, Map.of()))
            .getMessage();
    assertEquals(23, message.lines().count());
    assertTrue(message.contains("\n  and 3 more\n"), message);
  }

  @Test
  void aBodyIsLoadedUnderAHeadThatStaysNew() {
    BertClassifier classifier = new BertClassifier(new Random(4), target, 3);
    Map<String, Tensor> weights =
        BertWeights.published(new BertNextSentence(new Random(5), source));

    BertWeights.Report report = BertWeights.loadShared(classifier, weights);

    assertEquals(List.of("classifier.weight", "classifier.bias"), report.fresh());
    assertEquals(
        List.of("cls.seq_relationship.weight", "cls.seq_relationship.bias"), report.unused());
    assertSameState(source, target);
  }

  @Test
  void aBodyWithAHoleIsRefused() {
    Map<String, Tensor> weights = BertWeights.published(source);
    weights.remove("bert.encoder.layer.0.output.LayerNorm.bias");
    weights.remove("bert.pooler.dense.bias");
    assertEquals(
        """
        BertWeights: the weights do not fit Bert, and nothing was loaded:
          missing: bert.encoder.layer.0.output.LayerNorm.bias (4)
          Do the settings of the model agree with those of the file?""",
        assertThrows(IllegalArgumentException.class, () -> BertWeights.loadShared(target, weights))
            .getMessage());
  }

  @Test
  void namesOfOlderFilesAreUnderstood() {
    Map<String, Tensor> old = new LinkedHashMap<>();
    BertWeights.published(source)
        .forEach(
            (name, tensor) ->
                old.put(
                    name.replace("LayerNorm.weight", "LayerNorm.gamma")
                        .replace("LayerNorm.bias", "LayerNorm.beta"),
                    tensor));
    old.put("bert.embeddings.position_ids", Tensor.zeros(1, 6));
    BertWeights.load(target, old);
    assertSameState(source, target);
  }

  @Test
  void theOutputMapOfAFileHasToBeItsEmbedding() {
    BertMaskedWords from = new BertMaskedWords(new Random(3), source);
    BertMaskedWords to = new BertMaskedWords(new Random(4), target);
    Map<String, Tensor> weights = BertWeights.published(from);
    weights.put(
        "cls.predictions.decoder.weight", weights.get("bert.embeddings.word_embeddings.weight"));
    weights.put("cls.predictions.decoder.bias", weights.get("cls.predictions.bias"));
    BertWeights.load(to, weights);
    assertSameState(from, to);

    weights.put("cls.predictions.decoder.weight", Tensor.ones(11, 4));
    assertTrue(
        assertThrows(IllegalArgumentException.class, () -> BertWeights.load(to, weights))
            .getMessage()
            .contains(
                "not tied: cls.predictions.decoder.weight differs from"
                    + " bert.embeddings.word_embeddings.weight"));
  }

  @Test
  void aHeadThatPoolsNeedsAPooler() {
    Bert body = new Bert(new Random(1), CONFIG.withoutPooler());
    assertFalse(body.namedParameters().containsKey("pooler.weight"));
    assertEquals(
        "BertClassifier: the body has no pooler, for it was made withoutPooler(),"
            + " but this head reads the pooled vector.",
        assertThrows(
                IllegalArgumentException.class, () -> new BertClassifier(new Random(2), body, 2))
            .getMessage());
    assertThrows(IllegalStateException.class, () -> body.pool(Tensor.zeros(1, 3, 4)));
  }
}
