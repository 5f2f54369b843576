package org.attentionlab.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.attentionlab.attention.AdditiveAttention;
import org.attentionlab.attention.AdditiveScore;
import org.attentionlab.attention.AttentionResult;
import org.attentionlab.attention.Mask;
import org.attentionlab.attention.MultiHeadAttention;
import org.attentionlab.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Attention with parameters agrees with PyTorch's, weights and all gradients included. */
class AttentionGoldenTest {
  private static final double VALUES = 2e-6;
  private static final double GRADIENTS = 1e-5;

  @Test
  void selfAttentionAgrees() {
    selfAttentionAgrees("mha_self", Mask.none());
  }

  @Test
  void causalSelfAttentionAgrees() {
    selfAttentionAgrees("mha_causal", Mask.causal(5));
  }

  private static void selfAttentionAgrees(String name, Mask mask) {
    Golden golden = Golden.read(name);
    MultiHeadAttention attention = new MultiHeadAttention(new Random(1), 8, 2);
    Torch torch = new Torch(golden).attention("", attention);
    assertEquals(golden.count("/params"), torch.size());
    torch.load("/params/");
    Tensor x = golden.tensor("/inputs/x").requiresGrad(true);

    AttentionResult result = attention.forward(x, x, x, mask);
    backward(golden, result);

    golden.expect("/outputs/0", result.output(), VALUES);
    golden.expect("/outputs/1", result.weights(), VALUES);
    golden.expect("/input_grads/x", x.grad(), GRADIENTS);
    torch.expectGradients("/param_grads/", GRADIENTS);
  }

  @Test
  void crossAttentionToPaddedKeysAgrees() {
    Golden golden = Golden.read("mha_cross_pad");
    MultiHeadAttention attention = new MultiHeadAttention(new Random(1), 8, 2);
    Torch torch = new Torch(golden).attention("", attention);
    torch.load("/params/");
    Tensor q = golden.tensor("/inputs/q").requiresGrad(true);
    Tensor kv = golden.tensor("/inputs/kv").requiresGrad(true);

    AttentionResult result = attention.forward(q, kv, kv, notIn(golden));
    backward(golden, result);

    golden.expect("/outputs/0", result.output(), VALUES);
    golden.expect("/outputs/1", result.weights(), VALUES);
    golden.expect("/input_grads/q", q.grad(), GRADIENTS);
    golden.expect("/input_grads/kv", kv.grad(), GRADIENTS);
    torch.expectGradients("/param_grads/", GRADIENTS);
  }

  @Test
  void additiveAttentionAgrees() {
    Golden golden = Golden.read("bahdanau");
    AdditiveScore score = new AdditiveScore(new Random(1), 6, 6, 6);
    Tensor vector = score.vector();
    vector.assign(golden.tensor("/params/w_v.weight").toArray());
    Torch torch =
        new Torch(golden)
            .map("W_q.weight", score.queryWeight())
            .map("W_k.weight", score.keyWeight());
    torch.load("/params/");
    Tensor q = golden.tensor("/inputs/q").requiresGrad(true);
    Tensor kv = golden.tensor("/inputs/kv").requiresGrad(true);

    AttentionResult result = new AdditiveAttention(score).forward(q, kv, notIn(golden));
    backward(golden, result);

    golden.expect("/outputs/0", result.output(), VALUES);
    golden.expect("/outputs/1", result.weights(), VALUES);
    golden.expect("/input_grads/q", q.grad(), GRADIENTS);
    golden.expect("/input_grads/kv", kv.grad(), GRADIENTS);
    torch.expectGradients("/param_grads/", GRADIENTS);
    golden.expect("/param_grads/w_v.weight", vector.grad().reshape(1, 6), GRADIENTS);
  }

  /** PyTorch's key padding mask is true where attention is not allowed. */
  private static Mask notIn(Golden golden) {
    return Mask.of(golden.tensor("/inputs/mask_kpm").neg().add(1)).unsqueeze(1); // (B, 1, S)
  }

  private static void backward(Golden golden, AttentionResult result) {
    Tensor output = result.output().mul(golden.tensor("/cotangents/0")).sum();
    Tensor weights = result.weights().mul(golden.tensor("/cotangents/1")).sum();
    output.add(weights).backward();
  }
}
