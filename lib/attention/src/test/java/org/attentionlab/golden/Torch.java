package org.attentionlab.golden;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.attentionlab.attention.MultiHeadAttention;
import org.attentionlab.nn.LayerNorm;
import org.attentionlab.nn.Linear;
import org.attentionlab.tensor.Tensor;

/**
 * Which of PyTorch's parameters belong to which of ours. Its matrices are the transposes of ours,
 * and some stack several of ours on top of each other.
 */
final class Torch {
  private final Golden golden;
  private final Map<String, List<Tensor>> ours = new LinkedHashMap<>();

  Torch(Golden golden) {
    this.golden = golden;
  }

  Torch map(String name, Tensor... parameters) {
    ours.put(name, List.of(parameters));
    return this;
  }

  Torch linear(String name, Linear linear) {
    return map(name + ".weight", linear.weight()).map(name + ".bias", linear.bias().orElseThrow());
  }

  Torch norm(String name, LayerNorm norm) {
    return map(name + ".weight", norm.gain()).map(name + ".bias", norm.bias());
  }

  /** The prefix is empty or ends in a dot. */
  Torch attention(String prefix, MultiHeadAttention attention) {
    Linear query = attention.query();
    Linear key = attention.key();
    Linear value = attention.value();
    return map(prefix + "in_proj_weight", query.weight(), key.weight(), value.weight())
        .map(
            prefix + "in_proj_bias",
            query.bias().orElseThrow(),
            key.bias().orElseThrow(),
            value.bias().orElseThrow())
        .linear(prefix + "out_proj", attention.output());
  }

  /** Gives ours PyTorch's numbers, which stand below a path such as {@code /params/}. */
  void load(String path) {
    ours.forEach(
        (name, parameters) -> {
          Tensor stacked = golden.tensor(path + name);
          int rows = stacked.size(0) / parameters.size();
          for (int i = 0; i < parameters.size(); i++) {
            Tensor part = stacked.slice(0, i * rows, (i + 1) * rows);
            parameters.get(i).assign(turned(part).toArray());
          }
        });
  }

  void expectGradients(String path, double tolerance) {
    ours.forEach(
        (name, parameters) ->
            golden.expect(
                path + name,
                Tensor.concat(0, parameters.stream().map(p -> turned(p.grad())).toList()),
                tolerance));
  }

  /** How many parameters of PyTorch's have a partner; all of them should. */
  int size() {
    return ours.size();
  }

  private static Tensor turned(Tensor parameter) {
    return parameter.rank() == 2 ? parameter.transpose() : parameter;
  }
}
