package org.attentionlab.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.attentionlab.tensor.Tensor;
import org.attentionlab.train.Adam;
import org.attentionlab.train.AdamConfig;
import org.attentionlab.train.AdamW;
import org.attentionlab.train.Clipping;
import org.attentionlab.train.Optimizer;
import org.attentionlab.train.Sgd;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Optimisers walk where PyTorch's walk. */
class OptimizerGoldenTest {
  private static final double CLOSE = 1e-5;
  private static final double RATE = 0.01;

  static Stream<Arguments> optimizers() {
    return Stream.of(
        walk("sgd_mom", parameters -> new Sgd(parameters, RATE, 0.9)),
        walk("adam", parameters -> new Adam(parameters, RATE)),
        walk("adam_wd", parameters -> new Adam(parameters, AdamConfig.of(RATE).decay(0.1))),
        walk("adamw", parameters -> new AdamW(parameters, RATE, 0.1)),
        walk("amsgrad", parameters -> new Adam(parameters, AdamConfig.of(RATE).withAmsgrad())));
  }

  private static Arguments walk(String name, Function<List<Tensor>, Optimizer> maker) {
    return Arguments.of(name, maker);
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void takesTheSameSteps(String name, Function<List<Tensor>, Optimizer> maker) {
    Golden golden = Golden.read(name);
    assertEquals(RATE, golden.number("/lr"));
    Tensor x = golden.tensor("/trajectory/0").requiresGrad(true);
    Optimizer optimizer = maker.apply(List.of(x));
    for (int step = 0; step < golden.count("/grads"); step++) {
      optimizer.zeroGrad();
      x.backward(golden.tensor("/grads/" + step));
      optimizer.step();
      golden.expect("/trajectory/" + (step + 1), x, CLOSE);
    }
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void goesOnFromASavedState(String name, Function<List<Tensor>, Optimizer> maker) {
    Golden golden = Golden.read(name);
    Tensor x = golden.tensor("/trajectory/0").requiresGrad(true);
    Optimizer optimizer = maker.apply(List.of(x));
    for (int step = 0; step < golden.count("/grads"); step++) {
      Optimizer fresh = maker.apply(List.of(x));
      fresh.load(optimizer.state());
      optimizer = fresh;
      optimizer.zeroGrad();
      x.backward(golden.tensor("/grads/" + step));
      optimizer.step();
      golden.expect("/trajectory/" + (step + 1), x, CLOSE);
    }
  }

  @Test
  void gradientsAreClippedToTheSameNumbers() {
    Golden golden = Golden.read("clip_grad_norm");
    Tensor weight = Tensor.zeros(golden.tensor("/grads/0").shape()).requiresGrad(true);
    Tensor bias = Tensor.zeros(golden.tensor("/grads/1").shape()).requiresGrad(true);
    weight.backward(golden.tensor("/grads/0"));
    bias.backward(golden.tensor("/grads/1"));

    double norm = Clipping.clipToGlobalNorm(List.of(weight, bias), golden.number("/max_norm"));

    assertEquals(golden.number("/norm"), norm, CLOSE);
    golden.expect("/clipped/0", weight.grad(), CLOSE);
    golden.expect("/clipped/1", bias.grad(), CLOSE);
  }
}
