package org.attentionlab.train;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.attentionlab.tensor.Operation;
import org.attentionlab.tensor.Tensor;

/**
 * Moves parameters along their gradients, in place.
 *
 * <pre>
 * optimizer.zeroGrad();
 * model.loss(batch).backward();
 * optimizer.step();
 * </pre>
 *
 * <p>A subclass says how one parameter moves; what it remembers of earlier gradients it keeps in
 * {@link #memory}, so that it can be saved and restored.
 */
public abstract class Optimizer {
  private final List<Tensor> parameters;
  private final int[] steps;
  private final Map<String, List<float[]>> memories = new LinkedHashMap<>();
  private double rate;

  /**
   * For a subclass.
   *
   * @param parameters what is learned; one that is listed twice is learned once
   * @param rate length of a step, not negative
   * @throws IllegalArgumentException if there are no parameters, or the rate is negative or not
   *     finite
   */
  protected Optimizer(List<Tensor> parameters, double rate) {
    require(!parameters.isEmpty(), "there are no parameters to learn");
    this.parameters = parameters.stream().distinct().toList();
    this.steps = new int[this.parameters.size()];
    rate(rate);
  }

  /**
   * Something to remember of each parameter, zeros at first.
   *
   * @param name what {@link #state()} calls it
   * @return an array for each parameter, as long as the parameter has numbers
   */
  protected final List<float[]> memory(String name) {
    List<float[]> all = new ArrayList<>();
    for (Tensor parameter : parameters) {
      all.add(new float[parameter.numel()]);
    }
    memories.put(name, all);
    return all;
  }

  /**
   * Moves one parameter.
   *
   * @param index its place among the parameters, and that of its memory
   * @param step how many steps it takes with this one, from 1
   * @param x its numbers, to be changed
   * @param gradient its gradient, to be read
   */
  protected abstract void move(int index, int step, float[] x, float[] gradient);

  /**
   * Moves every parameter that has a gradient by one step; the others stay as they are.
   *
   * @throws IllegalStateException if one was computed from others, and so cannot be moved
   */
  public final void step() {
    for (int i = 0; i < steps.length; i++) {
      Tensor parameter = parameters.get(i);
      if (parameter.hasGrad()) {
        int index = i;
        float[] gradient = Operation.gradient(parameter);
        steps[i]++;
        Operation.update(parameter, x -> move(index, steps[index], x, gradient));
      }
    }
  }

  /** Forgets the gradients of all parameters, before the next loss is differentiated. */
  public final void zeroGrad() {
    parameters.forEach(Tensor::zeroGrad);
  }

  /**
   * What is learned.
   *
   * @return the parameters, each once
   */
  public final List<Tensor> parameters() {
    return parameters;
  }

  /**
   * The length of a step.
   *
   * @return the learning rate
   */
  public final double rate() {
    return rate;
  }

  /**
   * Sets the length of the steps to come, as a {@link Schedule} does before each.
   *
   * @param rate the learning rate, not negative
   * @throws IllegalArgumentException if it is negative or not finite as a float
   */
  public final void rate(double rate) {
    require(
        rate >= 0 && Float.isFinite((float) rate),
        "the rate " + rate + " is negative or not finite");
    this.rate = rate;
  }

  /**
   * All that has to be kept to go on later as if nothing had happened.
   *
   * @return copies by name: {@code 0.steps}, {@code 0.mean}, ... for the first parameter
   */
  public final Map<String, Tensor> state() {
    Map<String, Tensor> state = new LinkedHashMap<>();
    for (int i = 0; i < steps.length; i++) {
      state.put(i + ".steps", Tensor.scalar(steps[i]));
      for (Map.Entry<String, List<float[]>> memory : memories.entrySet()) {
        state.put(
            i + "." + memory.getKey(),
            Tensor.of(memory.getValue().get(i), parameters.get(i).shape()));
      }
    }
    return state;
  }

  /**
   * Goes on from where another optimiser of this kind stopped.
   *
   * @param state what its {@link #state()} gave
   * @throws IllegalArgumentException if a name is missing or too many, a shape is another, or the
   *     number of steps is none; nothing is changed then
   */
  public final void load(Map<String, Tensor> state) {
    Map<String, Tensor> mine = state();
    for (Map.Entry<String, Tensor> entry : mine.entrySet()) {
      Tensor found = state.get(entry.getKey());
      require(found != null, "the state has no " + entry.getKey());
      require(
          found.shapeString().equals(entry.getValue().shapeString()),
          entry.getKey()
              + " of the state has shape "
              + found.shapeString()
              + ", the parameter's is "
              + entry.getValue().shapeString());
    }
    for (String name : state.keySet()) {
      require(mine.containsKey(name), "the state has " + name + ", which is not remembered here");
    }
    for (int i = 0; i < steps.length; i++) {
      float taken = state.get(i + ".steps").item();
      require(
          taken >= 0 && taken < Integer.MAX_VALUE && taken == (int) taken,
          i + ".steps of the state is " + taken + ", which is no number of steps");
    }
    for (int i = 0; i < steps.length; i++) {
      steps[i] = (int) state.get(i + ".steps").item();
      for (Map.Entry<String, List<float[]>> memory : memories.entrySet()) {
        float[] numbers = state.get(i + "." + memory.getKey()).toArray();
        System.arraycopy(numbers, 0, memory.getValue().get(i), 0, numbers.length);
      }
    }
  }

  /** Complains in the name of the optimiser. */
  final void require(boolean holds, String problem) {
    if (!holds) {
      throw new IllegalArgumentException(getClass().getSimpleName() + ": " + problem + ".");
    }
  }
}
