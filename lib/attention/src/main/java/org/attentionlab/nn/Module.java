package org.attentionlab.nn;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.attentionlab.tensor.Tensor;

/**
 * Something with learned numbers, its parameters, by itself or in the modules that it is made of.
 *
 * <p>A subclass registers both in its constructor:
 *
 * <pre>
 * this.weight = parameter("weight", Init.glorot(rng, dIn, dOut));
 * this.output = child("output", new Linear(rng, dModel, dModel));
 * </pre>
 *
 * <p>The name is also that of a class of java.lang: import this one by its full name.
 */
@SuppressWarnings("JavaLangClash") // the usual word for this in every library of the field
public abstract class Module {
  private final Map<String, Tensor> own = new LinkedHashMap<>();
  private final Map<String, Module> children = new LinkedHashMap<>();

  /** A module without parameters yet. */
  protected Module() {}

  /**
   * Registers a parameter.
   *
   * @param name its name within this module, such as {@code weight}
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
   * Registers a module that this one is made of.
   *
   * @param name its name within this module; its parameters are listed as {@code name.weight}
   * @param module the module
   * @param <M> its type
   * @return the module
   * @throws IllegalArgumentException if the name is taken
   */
  protected final <M extends Module> M child(String name, M module) {
    claim(name);
    children.put(name, module);
    return module;
  }

  /**
   * All parameters, this module's own first.
   *
   * @return the parameters, in the order of registration
   */
  public final List<Tensor> parameters() {
    return List.copyOf(namedParameters().values());
  }

  /**
   * All parameters by their names, such as {@code encoder.output.weight}.
   *
   * @return a copy, in the order of registration, this module's own first
   */
  public final Map<String, Tensor> namedParameters() {
    Map<String, Tensor> all = new LinkedHashMap<>(own);
    children.forEach(
        (name, module) ->
            module
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
    return namedParameters().values().stream().mapToLong(Tensor::numel).sum();
  }

  /** The kind of module, its parameters with their shapes, and how many numbers these are. */
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
          "Module: a name is not empty and has no dot, but this is '" + name + "'.");
    }
    if (own.containsKey(name) || children.containsKey(name)) {
      throw new IllegalArgumentException(
          "Module: the name '" + name + "' is taken in " + getClass().getSimpleName() + ".");
    }
  }
}
