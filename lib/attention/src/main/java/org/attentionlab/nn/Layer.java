package org.attentionlab.nn;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.attentionlab.tensor.Tensor;

/**
 * Something with learned numbers, its parameters, by itself or in the layers that it is made of.
 *
 * <p>A subclass registers both in its constructor:
 *
 * <pre>
 * this.weight = parameter("weight", Init.glorot(rng, dIn, dOut));
 * this.output = child("output", new Linear(rng, dModel, dModel));
 * </pre>
 */
public abstract class Layer {
  private final Map<String, Tensor> own = new LinkedHashMap<>();
  private final Map<String, Layer> children = new LinkedHashMap<>();

  /** A layer without parameters yet. */
  protected Layer() {}

  /**
   * Registers a parameter.
   *
   * @param name its name within this layer, such as {@code weight}
   * @param start its first numbers; copied
   * @return the parameter, a tensor of that shape that requires a gradient
   * @throws IllegalArgumentException if the name is taken
   */
  protected final Tensor parameter(String name, Tensor start) {
    claim(name);
    Tensor parameter = start.detach().requiresGrad(true);
    own.put(name, parameter);
    return parameter;
  }

  /**
   * Registers a layer that this one is made of.
   *
   * @param name its name within this layer; its parameters are listed as {@code name.weight}
   * @param layer the layer
   * @param <M> its type
   * @return the layer
   * @throws IllegalArgumentException if the name is taken
   */
  protected final <M extends Layer> M child(String name, M layer) {
    claim(name);
    children.put(name, layer);
    return layer;
  }

  /**
   * All parameters, this layer's own first, and a shared one once.
   *
   * @return the parameters, in the order of registration
   */
  public final List<Tensor> parameters() {
    return namedParameters().values().stream().distinct().toList();
  }

  /**
   * All parameters by their names, such as {@code encoder.output.weight}.
   *
   * @return a copy, in the order of registration, this layer's own first
   */
  public final Map<String, Tensor> namedParameters() {
    Map<String, Tensor> all = new LinkedHashMap<>(own);
    children.forEach(
        (name, layer) ->
            layer
                .namedParameters()
                .forEach((inner, parameter) -> all.put(name + "." + inner, parameter)));
    return all;
  }

  /**
   * How many numbers are learned.
   *
   * @return the elements of all parameters
   */
  public final long parameterCount() {
    return parameters().stream().mapToLong(Tensor::numel).sum();
  }

  /** The kind of layer, its parameters with their shapes, and how many numbers these are. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(getClass().getSimpleName());
    namedParameters()
        .forEach(
            (name, parameter) ->
                text.append("\n  ").append(name).append(' ').append(parameter.shapeString()));
    return text.append("\n  ").append(parameterCount()).append(" parameters").toString();
  }

  private void claim(String name) {
    if (name.isEmpty() || name.contains(".")) {
      throw new IllegalArgumentException(
          "Layer: a name is not empty and has no dot, but this is '" + name + "'.");
    }
    if (own.containsKey(name) || children.containsKey(name)) {
      throw new IllegalArgumentException(
          "Layer: the name '" + name + "' is taken in " + getClass().getSimpleName() + ".");
    }
  }
}
