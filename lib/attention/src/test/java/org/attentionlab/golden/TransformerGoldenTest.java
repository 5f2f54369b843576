package org.attentionlab.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import java.util.Random;
import org.attentionlab.attention.Mask;
import org.attentionlab.nn.Activation;
import org.attentionlab.nn.Embedding;
import org.attentionlab.nn.Layer;
import org.attentionlab.nn.Linear;
import org.attentionlab.tensor.Tensor;
import org.attentionlab.train.Adam;
import org.attentionlab.transformer.Decoder;
import org.attentionlab.transformer.DecoderLayer;
import org.attentionlab.transformer.Encoder;
import org.attentionlab.transformer.EncoderLayer;
import org.attentionlab.transformer.LayerConfig;
import org.attentionlab.transformer.Memory;
import org.attentionlab.transformer.StackConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Encoders and decoders agree with PyTorch's, values and all gradients. */
class TransformerGoldenTest {
  private static final double VALUES = 5e-6;
  private static final double GRADIENTS = 2e-5;
  private final Random rng = new Random(1);

  private static LayerConfig config(String norm, Activation activation) {
    LayerConfig config = LayerConfig.of(8, 2, 16).withActivation(activation);
    return norm.equals("pre") ? config.withPreNorm() : config;
  }

  @ParameterizedTest
  @CsvSource({"pre, RELU", "pre, GELU", "post, RELU", "post, GELU"})
  void encoderLayerAgrees(String norm, Activation activation) {
    Golden golden =
        Golden.read("encoder_layer_" + norm + "_" + activation.name().toLowerCase(Locale.ROOT));
    EncoderLayer layer = new EncoderLayer(rng, config(norm, activation));
    Torch torch = new Torch(golden);
    encoderLayer(torch, "", layer);
    assertEquals(golden.count("/params"), torch.size());
    torch.load("/params/");
    Tensor x = golden.tensor("/inputs/src").requiresGrad(true);

    Tensor y = layer.forward(x, Mask.none());
    y.backward(golden.tensor("/cotangents/0"));

    golden.expect("/outputs/0", y, VALUES);
    golden.expect("/input_grads/src", x.grad(), GRADIENTS);
    torch.expectGradients("/param_grads/", GRADIENTS);
  }

  @ParameterizedTest
  @CsvSource({"pre, RELU", "pre, GELU", "post, RELU", "post, GELU"})
  void decoderLayerAgrees(String norm, Activation activation) {
    Golden golden =
        Golden.read("decoder_layer_" + norm + "_" + activation.name().toLowerCase(Locale.ROOT));
    DecoderLayer layer = new DecoderLayer(rng, config(norm, activation));
    Torch torch = new Torch(golden);
    decoderLayer(torch, "", layer);
    assertEquals(golden.count("/params"), torch.size());
    torch.load("/params/");
    Tensor x = golden.tensor("/inputs/tgt").requiresGrad(true);
    Tensor memory = golden.tensor("/inputs/memory").requiresGrad(true);

    Tensor y = layer.forward(x, Mask.causal(5), new Memory(memory, Mask.none()));
    y.backward(golden.tensor("/cotangents/0"));

    golden.expect("/outputs/0", y, VALUES);
    golden.expect("/input_grads/tgt", x.grad(), GRADIENTS);
    golden.expect("/input_grads/memory", memory.grad(), GRADIENTS);
    torch.expectGradients("/param_grads/", GRADIENTS);
  }

  @Test
  void encoderAndDecoderAgree() {
    Golden golden = Golden.read("transformer");
    StackConfig config = StackConfig.of(LayerConfig.of(8, 2, 16), 2).withFinalNorm();
    Encoder encoder = new Encoder(rng, config);
    Decoder decoder = new Decoder(rng, config);
    Torch torch = new Torch(golden);
    stacks(torch, "", encoder, decoder);
    assertEquals(golden.count("/params"), torch.size());
    torch.load("/params/");
    Tensor source = golden.tensor("/inputs/src").requiresGrad(true);
    Tensor target = golden.tensor("/inputs/tgt").requiresGrad(true);

    Memory memory = new Memory(encoder.forward(source, Mask.none()), Mask.none());
    Tensor y = decoder.forward(target, memory);
    y.backward(golden.tensor("/cotangents/0"));

    golden.expect("/outputs/0", y, VALUES);
    golden.expect("/input_grads/src", source.grad(), GRADIENTS);
    golden.expect("/input_grads/tgt", target.grad(), GRADIENTS);
    torch.expectGradients("/param_grads/", GRADIENTS);
  }

  @Test
  void twentyStepsOfTrainingTakeTheSameCourse() {
    Golden golden = Golden.read("train_trajectory");
    TinyModel model = new TinyModel(rng);
    Torch torch = new Torch(golden);
    stacks(torch, "t.", model.encoder, model.decoder);
    torch.linear("o", model.output);
    assertEquals(golden.count("/params"), torch.size() + 1);
    torch.load("/params/");
    model.embedding.weight().assign(golden.tensor("/params/e.weight").toArray());
    Adam adam = new Adam(model.parameters(), golden.number("/lr"));
    int[][] ids = golden.idRows("/x");

    for (int step = 0; step < golden.count("/losses"); step++) {
      adam.zeroGrad();
      Tensor loss = model.forward(ids).crossEntropy(ids);
      loss.backward();
      adam.step();
      assertEquals(golden.number("/losses/" + step), loss.item(), 1e-3, "step " + step);
    }
  }

  private static final class TinyModel extends Layer {
    private final Encoder encoder;
    private final Decoder decoder;
    private final Embedding embedding;
    private final Linear output;

    TinyModel(Random rng) {
      StackConfig config = StackConfig.of(LayerConfig.of(8, 2, 16), 1).withFinalNorm();
      encoder = child("encoder", new Encoder(rng, config));
      decoder = child("decoder", new Decoder(rng, config));
      embedding = child("embedding", new Embedding(rng, 11, 8));
      output = child("output", new Linear(rng, 8, 11));
    }

    Tensor forward(int[][] ids) {
      Tensor x = embedding.forward(ids);
      Memory memory = new Memory(encoder.forward(x, Mask.none()), Mask.none());
      return output.forward(decoder.forward(x, memory));
    }
  }

  private static void stacks(Torch torch, String prefix, Encoder encoder, Decoder decoder) {
    for (int i = 0; i < encoder.layers().size(); i++) {
      encoderLayer(torch, prefix + "encoder.layers." + i + ".", encoder.layers().get(i));
      decoderLayer(torch, prefix + "decoder.layers." + i + ".", decoder.layers().get(i));
    }
    norm(torch, prefix + "encoder.norm", encoder, "norm");
    norm(torch, prefix + "decoder.norm", decoder, "norm");
  }

  private static void encoderLayer(Torch torch, String prefix, EncoderLayer layer) {
    torch.attention(prefix + "self_attn.", layer.selfAttention());
    feedForward(torch, prefix, layer);
    norm(torch, prefix + "norm1", layer, "attentionResidual.norm");
    norm(torch, prefix + "norm2", layer, "feedForwardResidual.norm");
  }

  private static void decoderLayer(Torch torch, String prefix, DecoderLayer layer) {
    torch.attention(prefix + "self_attn.", layer.selfAttention());
    torch.attention(prefix + "multihead_attn.", layer.crossAttention());
    feedForward(torch, prefix, layer);
    norm(torch, prefix + "norm1", layer, "selfResidual.norm");
    norm(torch, prefix + "norm2", layer, "crossResidual.norm");
    norm(torch, prefix + "norm3", layer, "feedForwardResidual.norm");
  }

  private static void feedForward(Torch torch, String prefix, Layer layer) {
    for (String kind : new String[] {"weight", "bias"}) {
      torch.map(prefix + "linear1." + kind, named(layer, "feedForward.inner." + kind));
      torch.map(prefix + "linear2." + kind, named(layer, "feedForward.outer." + kind));
    }
  }

  private static void norm(Torch torch, String name, Layer layer, String ours) {
    torch.map(name + ".weight", named(layer, ours + ".gain"));
    torch.map(name + ".bias", named(layer, ours + ".bias"));
  }

  private static Tensor named(Layer layer, String name) {
    return layer.namedParameters().get(name);
  }
}
