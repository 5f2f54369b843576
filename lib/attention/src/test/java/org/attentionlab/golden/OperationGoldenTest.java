package org.attentionlab.golden;

import java.util.function.UnaryOperator;
import org.attentionlab.tensor.CrossEntropy;
import org.attentionlab.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values and gradients of the operations made for Transformers agree with PyTorch's. */
class OperationGoldenTest {
  private static final double VALUES = 1e-6;
  private static final double GRADIENTS = 2e-6;

  @Test
  void geluAgrees() {
    functionAgrees("gelu_none", Tensor::gelu);
  }

  @Test
  void geluWithTanhAgrees() {
    functionAgrees("gelu_tanh", Tensor::geluTanh);
  }

  private static void functionAgrees(String name, UnaryOperator<Tensor> function) {
    Golden golden = Golden.read(name);
    Tensor x = golden.tensor("/inputs/x").requiresGrad(true);

    Tensor y = function.apply(x);
    y.backward(golden.tensor("/cotangents/0"));

    golden.expect("/outputs/0", y, VALUES);
    golden.expect("/input_grads/x", x.grad(), GRADIENTS);
  }

  @Test
  void layerNormAgrees() {
    Golden golden = Golden.read("layernorm");
    Tensor x = golden.tensor("/inputs/input").requiresGrad(true);
    Tensor gain = golden.tensor("/params/weight").requiresGrad(true);
    Tensor bias = golden.tensor("/params/bias").requiresGrad(true);

    Tensor y = x.layerNorm(gain, bias, golden.number("/config/eps"));
    y.backward(golden.tensor("/cotangents/0"));

    golden.expect("/outputs/0", y, VALUES);
    golden.expect("/input_grads/input", x.grad(), GRADIENTS);
    golden.expect("/param_grads/weight", gain.grad(), GRADIENTS);
    golden.expect("/param_grads/bias", bias.grad(), GRADIENTS);
  }

  @Test
  void lookupAgrees() {
    Golden golden = Golden.read("embedding");
    Tensor table = golden.tensor("/params/weight").requiresGrad(true);

    Tensor y = table.lookup(golden.idRows("/inputs/input"));
    Tensor real = golden.tensor("/inputs/input").unsqueeze(-1); // the row of 0, padding, stays
    y.where(real, 0).backward(golden.tensor("/cotangents/0"));

    golden.expect("/outputs/0", y, 0);
    golden.expect("/param_grads/weight", table.grad(), GRADIENTS);
  }

  @ParameterizedTest
  @CsvSource({"mean, 0, 0", "mean, 1, 0.1", "sum, 0, 0", "sum, 1, 0.1"})
  void crossEntropyAgrees(String reduction, int digit, double smoothing) {
    Golden golden = Golden.read("cross_entropy_" + reduction + "_ls" + digit);
    Tensor logits = golden.tensor("/inputs/x").requiresGrad(true);
    CrossEntropy start = reduction.equals("mean") ? CrossEntropy.mean() : CrossEntropy.sum();
    CrossEntropy loss =
        start.ignoring((int) golden.number("/config/ignore_index")).smoothing(smoothing);

    Tensor y = loss.loss(logits, golden.ids("/config/target"));
    y.backward(golden.tensor("/cotangents/0"));

    golden.expect("/outputs/0", y, VALUES);
    golden.expect("/input_grads/x", logits.grad(), GRADIENTS);
  }
}
