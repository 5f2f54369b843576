package org.attentionlab.nn;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
  private final Set<String> taken = new HashSet<>();
  private boolean training = true;

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
   * Registers layers of one kind that follow each other.
   *
   * @param name their name; the parameters are listed as {@code name.0.weight}
   * @param layers the layers
   * @param <M> their type
   * @return the layers, as a list that does not change
   * @throws IllegalArgumentException if the name is taken
   */
  protected final <M extends Layer> List<M> children(String name, List<M> layers) {
    claim(name);
    for (int i = 0; i < layers.size(); i++) {
      children.put(name + "." + i, layers.get(i));
    }
    return List.copyOf(layers);
  }

  /**
   * Turns on what is done in training alone, dropout, here and in every part. A layer starts so.
   */
  public final void train() {
    mode(true);
  }

  /** Turns off what is done in training alone, dropout, here and in every part. */
  public final void evaluate() {
    mode(false);
  }

  /**
   * Whether this layer is being trained.
   *
   * @return true from the start and after {@link #train()}, false after {@link #evaluate()}
   */
  public final boolean isTraining() {
    return training;
  }

  private void mode(boolean on) {
    training = on;
    children.values().forEach(layer -> layer.mode(on));
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

  /**
   * What was learned, by name, as {@link #load} takes it. A shared parameter is listed once, under
   * the first of its names.
   *
   * @return a copy that later training does not change, in the order of registration
   */
  public final Map<String, Tensor> state() {
    Map<String, Tensor> state = new LinkedHashMap<>();
    firstNames().forEach((name, parameter) -> state.put(name, parameter.detach()));
    return state;
  }

  /**
   * Takes over what was learned before. Either all of it fits, or nothing is changed.
   *
   * @param state for each name of {@link #state()} a tensor of the parameter's shape
   * @throws IllegalArgumentException if a name is missing or unknown or a shape differs; the
   *     message lists all of these
   */
  public final void load(Map<String, Tensor> state) {
    Map<String, Tensor> parameters = firstNames();
    StateProblems.find(getClass().getSimpleName(), parameters, state)
        .ifPresent(
            problem -> {
              throw new IllegalArgumentException(problem);
            });
    parameters.forEach((name, parameter) -> parameter.assign(state.get(name).toArray()));
  }

  private Map<String, Tensor> firstNames() {
    Map<String, Tensor> names = new LinkedHashMap<>();
    namedParameters()
        .forEach(
            (name, parameter) -> {
              if (!names.containsValue(parameter)) {
                names.put(name, parameter);
              }
            });
    return names;
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
    if (!taken.add(name)) {
      throw new IllegalArgumentException(
          "Layer: the name '" + name + "' is taken in " + getClass().getSimpleName() + ".");
    }
  }
}
