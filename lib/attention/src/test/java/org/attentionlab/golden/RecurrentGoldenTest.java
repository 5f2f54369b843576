package org.attentionlab.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import org.attentionlab.recurrent.Gru;
import org.attentionlab.recurrent.GruCell;
import org.attentionlab.recurrent.Lstm;
import org.attentionlab.recurrent.RecurrentCell;
import org.attentionlab.recurrent.RecurrentConfig;
import org.attentionlab.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Recurrent networks agree with PyTorch's, states and all gradients. */
class RecurrentGoldenTest {
  private static final double VALUES = 2e-6;
  private static final double GRADIENTS = 1e-5;
  private final Random rng = new Random(1);

  @Test
  void gruCellAgrees() {
    Golden golden = Golden.read("gru_cell");
    GruCell cell = new GruCell(rng, 4, 6);
    Torch torch = cell(new Torch(golden), "", cell);
    assertEquals(golden.count("/params"), torch.size());
    torch.load("/params/");
    Tensor x = golden.tensor("/inputs/x").requiresGrad(true);
    Tensor h = golden.tensor("/inputs/h").requiresGrad(true);

    Tensor after = cell.forward(x, h);
    after.backward(golden.tensor("/cotangents/0"));

    golden.expect("/outputs/0", after, VALUES);
    golden.expect("/input_grads/x", x.grad(), GRADIENTS);
    golden.expect("/input_grads/h", h.grad(), GRADIENTS);
    torch.expectGradients("/param_grads/", GRADIENTS);
  }

  @Test
  void gruAgrees() {
    Golden golden = Golden.read("gru");
    Gru gru = new Gru(rng, 4, 6);
    Torch torch = cells(golden, gru.forwards(), gru.backwards());
    Tensor x = golden.tensor("/inputs/input").requiresGrad(true);
    Gru.Result result = gru.forward(x);
    agrees(golden, torch, x, List.of(result.states(), result.last()));
  }

  @Test
  void gruOfTwoLayersInBothDirectionsAgrees() {
    Golden golden = Golden.read("gru_2layer_bi");
    Gru gru = new Gru(rng, RecurrentConfig.of(4, 6).withLayers(2).inBothDirections());
    Torch torch = cells(golden, gru.forwards(), gru.backwards());
    Tensor x = golden.tensor("/inputs/input").requiresGrad(true);
    Gru.Result result = gru.forward(x);
    agrees(golden, torch, x, List.of(result.states(), result.last()));
  }

  @Test
  void gruOfSequencesOfSeveralLengthsAgrees() {
    Golden golden = Golden.read("gru_lengths");
    Gru gru = new Gru(rng, RecurrentConfig.of(3, 4).withLayers(2).inBothDirections());
    Torch torch = cells(golden, gru.forwards(), gru.backwards());
    Tensor x = golden.tensor("/inputs/input").requiresGrad(true);
    Gru.Result result = gru.forward(x, new int[] {5, 2, 3});
    agrees(golden, torch, x, List.of(result.states(), result.last()));
  }

  @Test
  void lstmOfTwoLayersInBothDirectionsAgrees() {
    Golden golden = Golden.read("lstm_2layer_bi");
    Lstm lstm = new Lstm(rng, RecurrentConfig.of(3, 4).withLayers(2).inBothDirections());
    Torch torch = cells(golden, lstm.forwards(), lstm.backwards());
    Tensor x = golden.tensor("/inputs/input").requiresGrad(true);
    Lstm.Result result = lstm.forward(x);
    agrees(golden, torch, x, List.of(result.states(), result.last(), result.memory()));
  }

  private static void agrees(Golden golden, Torch torch, Tensor x, List<Tensor> outputs) {
    assertEquals(golden.count("/params"), torch.size());
    assertEquals(golden.count("/outputs"), outputs.size());
    Tensor sum = Tensor.scalar(0);
    for (int i = 0; i < outputs.size(); i++) {
      golden.expect("/outputs/" + i, outputs.get(i), VALUES);
      sum = sum.add(outputs.get(i).mul(golden.tensor("/cotangents/" + i)).sum());
    }
    sum.backward();
    golden.expect("/input_grads/input", x.grad(), GRADIENTS);
    torch.expectGradients("/param_grads/", GRADIENTS);
  }

  private static Torch cells(
      Golden golden, List<? extends RecurrentCell> there, List<? extends RecurrentCell> back) {
    Torch torch = new Torch(golden);
    for (int layer = 0; layer < there.size(); layer++) {
      cell(torch, "_l" + layer, there.get(layer));
      if (!back.isEmpty()) {
        cell(torch, "_l" + layer + "_reverse", back.get(layer));
      }
    }
    torch.load("/params/");
    return torch;
  }

  private static Torch cell(Torch torch, String suffix, RecurrentCell cell) {
    return torch
        .map("weight_ih" + suffix, cell.input().weight())
        .map("weight_hh" + suffix, cell.hidden().weight())
        .map("bias_ih" + suffix, cell.input().bias().orElseThrow())
        .map("bias_hh" + suffix, cell.hidden().bias().orElseThrow());
  }
}
