package org.attentionlab.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.attentionlab.tensor.CrossEntropy;
import org.attentionlab.tensor.Tensor;
import org.attentionlab.transformer.Bert;
import org.attentionlab.transformer.BertConfig;
import org.attentionlab.transformer.BertInput;
import org.attentionlab.transformer.BertMaskedWords;
import org.attentionlab.transformer.BertNextSentence;
import org.attentionlab.transformer.BertWeights;
import org.attentionlab.transformer.LayerConfig;
import org.junit.jupiter.api.Test;

/** BERT with published weights gives what Hugging Face's transformers gives. */
class BertGoldenTest {
  private static final double VALUES = 1e-5;
  private static final double GRADIENTS = 1e-4;

  private final Golden golden = Golden.read("bert_tiny");
  private final Bert bert =
      new Bert(
          new Random(1),
          BertConfig.of(37, 24, LayerConfig.of(16, 2, 32).withDropout(0.1), 2).withoutPooler());
  private final BertMaskedWords model = new BertMaskedWords(new Random(2), bert);

  private BertInput input() {
    int[][] attended = golden.idRows("/attention_mask");
    int[] lengths = Arrays.stream(attended).mapToInt(row -> Arrays.stream(row).sum()).toArray();
    return new BertInput(golden.idRows("/input_ids"), golden.idRows("/token_type_ids"), lengths);
  }

  private Map<String, Tensor> weights() {
    return SafetensorsFile.read("bert_tiny.safetensors");
  }

  @Test
  void statesWeightsAndLogitsAgree() {
    BertWeights.load(model, weights());
    model.evaluate();

    Bert.Look look = bert.look(input());

    assertEquals(golden.count("/hidden_states"), look.states().size());
    for (int i = 0; i < look.states().size(); i++) {
      golden.expect("/hidden_states/" + i, look.states().get(i), VALUES);
    }
    assertEquals(golden.count("/attentions"), look.attentions().size());
    for (int i = 0; i < look.attentions().size(); i++) {
      golden.expect("/attentions/" + i, look.attentions().get(i), VALUES);
    }
    golden.expect("/logits", model.words(look.output()), VALUES);
    golden.expect("/logits", model.forward(input()), VALUES);
  }

  @Test
  void lossAndGradientsAgree() {
    BertWeights.load(model, weights());
    model.evaluate();

    Tensor loss =
        CrossEntropy.mean().ignoring(-100).loss(model.forward(input()), golden.idRows("/labels"));
    loss.backward();

    assertEquals(golden.number("/loss"), loss.item(), VALUES);
    Map<String, Tensor> ours = bert.namedParameters();
    String[][] pairs = {
      {"embeddings.word_embeddings.weight", "tokens.weight"},
      {"embeddings.position_embeddings.weight", "positions.weight"},
      {"embeddings.token_type_embeddings.weight", "types.weight"},
      {"embeddings.LayerNorm.weight", "norm.gain"},
      {"embeddings.LayerNorm.bias", "norm.bias"},
      {"encoder.layer.0.attention.self.query.bias", "encoder.layers.0.selfAttention.query.bias"},
      {"encoder.layer.0.attention.self.key.bias", "encoder.layers.0.selfAttention.key.bias"},
      {"encoder.layer.0.attention.self.value.bias", "encoder.layers.0.selfAttention.value.bias"},
    };
    for (String[] pair : pairs) {
      golden.expect("/grads/bert." + pair[0], ours.get(pair[1]).grad(), GRADIENTS);
    }
    for (String part : new String[] {"query", "key", "value"}) {
      golden.expect(
          "/grads/bert.encoder.layer.0.attention.self." + part + ".weight",
          ours.get("encoder.layers.0.selfAttention." + part + ".weight").grad().transpose(),
          GRADIENTS);
    }
    assertEquals(golden.count("/grads"), pairs.length + 3);
  }

  @Test
  void aFileOfTheBodyAloneGivesTheSameStates() {
    Map<String, Tensor> bare = new LinkedHashMap<>();
    weights()
        .forEach(
            (name, tensor) -> {
              if (name.startsWith("bert.")) {
                bare.put(
                    name.substring("bert.".length())
                        .replace("LayerNorm.weight", "LayerNorm.gamma")
                        .replace("LayerNorm.bias", "LayerNorm.beta"),
                    tensor);
              }
            });
    BertWeights.load(bert, bare);
    bert.evaluate();
    golden.expect("/hidden_states/2", bert.forward(input()), VALUES);
  }

  @Test
  void bothHeadsOfPreTrainingAgree() {
    Golden figures = Golden.read("bert_pretraining");
    Map<String, Tensor> published = figures.tensors("/params");
    Bert body = new Bert(new Random(1), BertConfig.of(13, 6, LayerConfig.of(8, 2, 12), 1));
    BertMaskedWords words = new BertMaskedWords(new Random(2), body);
    BertNextSentence next = new BertNextSentence(new Random(3), body);
    BertInput batch =
        new BertInput(
            figures.idRows("/input_ids"), figures.idRows("/token_type_ids"), new int[] {5, 3});

    BertWeights.Report first = BertWeights.loadShared(words, published);
    BertWeights.Report second = BertWeights.loadShared(next, published);

    assertEquals(List.of(), first.fresh());
    assertEquals(
        List.of("cls.seq_relationship.weight", "cls.seq_relationship.bias"), first.unused());
    assertEquals(List.of(), second.fresh());
    figures.expect("/words", words.forward(batch), VALUES);
    figures.expect("/relationship", next.forward(batch), VALUES);
  }
}
