package org.attentionlab.golden;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.attentionlab.attention.Attention;
import org.attentionlab.attention.Mask;
import org.attentionlab.nn.Linear;
import org.attentionlab.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values and gradients agree with PyTorch's. */
class GoldenTest {
  private static final double VALUES = 1e-6;
  private static final double GRADIENTS = 2e-6;

  private static final Map<String, UnaryOperator<Tensor>> FUNCTIONS =
      Map.of(
          "softmax", x -> x.softmax(-1),
          "log_softmax", x -> x.logSoftmax(-1),
          "tanh", Tensor::tanh,
          "sigmoid", Tensor::sigmoid,
          "relu", Tensor::relu);

  @ParameterizedTest
  @ValueSource(strings = {"softmax", "log_softmax", "tanh", "sigmoid", "relu"})
  void functionAgrees(String name) {
    Golden golden = Golden.read(name);
    Tensor x = golden.tensor("/inputs/x").requiresGrad(true);

    Tensor y = FUNCTIONS.get(name).apply(x);
    y.backward(golden.tensor("/cotangents/0"));

    golden.expect("/outputs/0", y, VALUES);
    golden.expect("/input_grads/x", x.grad(), GRADIENTS);
  }

  @Test
  void linearAgrees() {
    Golden golden = Golden.read("linear");
    Linear linear =
        Linear.of(
            golden.tensor("/params/weight").transpose(),
            Optional.of(golden.tensor("/params/bias")));
    Tensor x = golden.tensor("/inputs/input").requiresGrad(true);

    Tensor y = linear.forward(x);
    y.backward(golden.tensor("/cotangents/0"));

    golden.expect("/outputs/0", y, VALUES);
    golden.expect("/input_grads/input", x.grad(), GRADIENTS);
    golden.expect("/param_grads/weight", linear.weight().grad().transpose(), GRADIENTS);
    golden.expect("/param_grads/bias", linear.bias().orElseThrow().grad(), GRADIENTS);
  }

  @Test
  void attentionAgrees() {
    Golden golden = Golden.read("sdpa");
    attentionAgrees(
        golden, in -> Attention.scaledDotProduct(in.get(0), in.get(1), in.get(2)).output());
  }

  @Test
  void causalAttentionAgrees() {
    Golden golden = Golden.read("sdpa_causal");
    attentionAgrees(
        golden,
        in -> Attention.scaledDotProduct(in.get(0), in.get(1), in.get(2), Mask.causal(5)).output());
  }

  @Test
  void attentionWithHiddenKeysAgrees() {
    Golden golden = Golden.read("sdpa_keymask");
    Mask mask = Mask.of(golden.tensor("/inputs/mask"));
    attentionAgrees(
        golden, in -> Attention.scaledDotProduct(in.get(0), in.get(1), in.get(2), mask).output());
  }

  private static void attentionAgrees(Golden golden, Function<List<Tensor>, Tensor> attention) {
    Tensor q = golden.tensor("/inputs/q").requiresGrad(true);
    Tensor k = golden.tensor("/inputs/k").requiresGrad(true);
    Tensor v = golden.tensor("/inputs/v").requiresGrad(true);

    Tensor output = attention.apply(List.of(q, k, v));
    output.backward(golden.tensor("/cotangents/0"));

    golden.expect("/outputs/0", output, VALUES);
    golden.expect("/input_grads/q", q.grad(), GRADIENTS);
    golden.expect("/input_grads/k", k.grad(), GRADIENTS);
    golden.expect("/input_grads/v", v.grad(), GRADIENTS);
  }
}
