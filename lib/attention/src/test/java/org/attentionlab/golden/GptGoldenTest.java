package org.attentionlab.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.attentionlab.nn.Activation;
import org.attentionlab.position.Positions;
import org.attentionlab.tensor.Tensor;
import org.attentionlab.transformer.Gpt;
import org.attentionlab.transformer.GptConfig;
import org.attentionlab.transformer.LayerConfig;
import org.attentionlab.transformer.StackConfig;
import org.junit.jupiter.api.Test;

/** Our decoder is GPT-2: values, weights and gradients agree with Hugging Face's transformers. */
class GptGoldenTest {
  private static final double VALUES = 1e-5;
  private static final double GRADIENTS = 1e-4;

  private final Golden golden = Golden.read("gpt2_tiny");
  private final Gpt gpt = new Gpt(new Random(1), config());

  private static GptConfig config() {
    LayerConfig layer = LayerConfig.of(8, 2, 12).withPreNorm().withActivation(Activation.GELU_TANH);
    return new GptConfig(11, StackConfig.of(layer, 2).withPositions(Positions.learned(7)), true);
  }

  /** Which of our parameters a parameter of theirs is, or which stand side by side in it. */
  private static Map<String, List<String>> names() {
    Map<String, List<String>> names = new LinkedHashMap<>();
    names.put("wte.weight", List.of("input.tokens.weight"));
    names.put("wpe.weight", List.of("input.positions.weight"));
    names.put("ln_f.weight", List.of("stack.norm.gain"));
    names.put("ln_f.bias", List.of("stack.norm.bias"));
    for (int i = 0; i < 2; i++) {
      String theirs = "h." + i + ".";
      String ours = "stack.layers." + i + ".";
      names.put(theirs + "ln_1.weight", List.of(ours + "attentionResidual.norm.gain"));
      names.put(theirs + "ln_1.bias", List.of(ours + "attentionResidual.norm.bias"));
      names.put(theirs + "ln_2.weight", List.of(ours + "feedForwardResidual.norm.gain"));
      names.put(theirs + "ln_2.bias", List.of(ours + "feedForwardResidual.norm.bias"));
      for (String kind : new String[] {"weight", "bias"}) {
        names.put(
            theirs + "attn.c_attn." + kind,
            List.of(
                ours + "selfAttention.query." + kind,
                ours + "selfAttention.key." + kind,
                ours + "selfAttention.value." + kind));
        names.put(theirs + "attn.c_proj." + kind, List.of(ours + "selfAttention.output." + kind));
        names.put(theirs + "mlp.c_fc." + kind, List.of(ours + "feedForward.inner." + kind));
        names.put(theirs + "mlp.c_proj." + kind, List.of(ours + "feedForward.outer." + kind));
      }
    }
    return names;
  }

  private void load() {
    Map<String, Tensor> state = new LinkedHashMap<>();
    names()
        .forEach(
            (theirs, ours) -> {
              Tensor joined = golden.tensor("/params/transformer." + theirs);
              int width = joined.size(-1) / ours.size();
              for (int i = 0; i < ours.size(); i++) {
                state.put(ours.get(i), joined.slice(-1, i * width, (i + 1) * width));
              }
            });
    assertEquals(golden.count("/params"), names().size());
    gpt.load(state);
  }

  @Test
  void logitsAndWeightsAgree() {
    load();
    Gpt.Look look = gpt.look(golden.idRows("/input_ids"));
    golden.expect("/logits", look.logits(), VALUES);
    assertEquals(golden.count("/attentions"), look.attentions().size());
    for (int i = 0; i < look.attentions().size(); i++) {
      golden.expect("/attentions/" + i, look.attentions().get(i), VALUES);
    }
  }

  @Test
  void lossAndGradientsAgree() {
    load();
    int[][] ids = golden.idRows("/input_ids");
    int[][] next =
        Arrays.stream(ids).map(row -> Arrays.copyOfRange(row, 1, 5)).toArray(int[][]::new);

    Tensor loss = gpt.forward(ids).slice(1, 0, 4).crossEntropy(next);
    loss.backward();

    assertEquals(golden.number("/loss"), loss.item(), VALUES);
    Map<String, Tensor> parameters = gpt.namedParameters();
    names()
        .forEach(
            (theirs, ours) ->
                golden.expect(
                    "/param_grads/transformer." + theirs,
                    Tensor.concat(
                        -1, ours.stream().map(name -> parameters.get(name).grad()).toList()),
                    GRADIENTS));
  }
}
