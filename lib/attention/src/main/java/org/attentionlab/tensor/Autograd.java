package org.attentionlab.tensor;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Records operations and differentiates them backwards.
 *
 * <p>Of a scalar L that was computed from x through y, the chain rule says
 *
 * <pre>dL/dx = sum over y of dL/dy dy/dx</pre>
 *
 * <p>so each operation needs to know only how to turn the gradient of its result into its share of
 * the gradients of its inputs. {@link Tensor#backward()} visits the operations from the youngest to
 * the oldest: an operation is younger than its inputs, so by the time that it is visited the
 * gradient of its result is complete.
 */
public final class Autograd {
  private static final AtomicLong BIRTHS = new AtomicLong();
  private static final ThreadLocal<int[]> OFF = ThreadLocal.withInitial(() -> new int[1]);

  private Autograd() {}

  /**
   * How the gradient of a result becomes gradients of the inputs.
   *
   * @see Operation
   */
  @FunctionalInterface
  public interface Backward {
    /**
     * Adds an operation's share to the gradients of those inputs that require one.
     *
     * @param gradient the gradient of the result, complete; not to be written or kept
     */
    void accumulate(float[] gradient);
  }

  /** An operation on the tape: its name, its inputs and its backward. */
  static final class Node {
    private final String op;
    private final long birth = BIRTHS.incrementAndGet();
    private Tensor[] inputs;
    private Backward backward;
    private boolean freed;

    Node(String op, Tensor[] inputs, Backward backward) {
      this.op = op;
      this.inputs = inputs;
      this.backward = backward;
    }

    String op() {
      return op;
    }

    private void free() {
      freed = true;
      inputs = new Tensor[0];
      backward = gradient -> {};
    }
  }

  /** Where recording is off until {@link #close()}. */
  public static final class NoGrad implements AutoCloseable {
    private final int[] depth = OFF.get();
    private boolean open = true;

    private NoGrad() {
      depth[0]++;
    }

    /** Turns recording on again, unless an outer scope keeps it off. */
    @Override
    public void close() {
      if (open) {
        open = false;
        depth[0]--;
      }
    }
  }

  /**
   * Turns recording off on this thread, for a computation that needs no gradients.
   *
   * <pre>
   * try (var off = Autograd.noGrad()) {
   *   predictions = model.forward(x);
   * }
   * </pre>
   *
   * @return the scope to close
   */
  public static NoGrad noGrad() {
    return new NoGrad();
  }

  /**
   * Whether operations are recorded on this thread.
   *
   * @return false inside of a {@link #noGrad()} scope
   */
  public static boolean isRecording() {
    return OFF.get()[0] == 0;
  }

  /** The result of an operation, with a node where an input requires a gradient. */
  static Tensor record(String op, int[] shape, float[] data, Backward backward, Tensor... inputs) {
    if (isRecording()) {
      for (Tensor input : inputs) {
        if (input.requiresGrad()) {
          return new Tensor(shape, data, new Node(op, inputs, backward));
        }
      }
    }
    return unrecorded(shape, data);
  }

  /** The result of an operation that passes no gradient. */
  static Tensor unrecorded(int[] shape, float[] data) {
    return new Tensor(shape, data);
  }

  /** Runs the sweep from a tensor whose gradient starts as the given one. */
  static void backward(Tensor root, float[] gradient) {
    if (!root.requiresGrad()) {
      throw new IllegalStateException(
          "backward: nothing that this tensor was computed from requires a gradient."
              + "\n  Call requiresGrad(true) on an input before computing, outside of noGrad().");
    }
    List<Tensor> order = youngestFirst(root);
    float[] start = root.gradient();
    for (int i = 0; i < start.length; i++) {
      start[i] += gradient[i];
    }
    for (int i = 0; i < order.size(); i++) {
      Tensor tensor = order.set(i, null); // lets go of it, so that it may be collected
      Node node = tensor.node();
      node.backward.accumulate(tensor.gradient());
      node.free();
    }
  }

  private static List<Tensor> youngestFirst(Tensor root) {
    List<Tensor> found = new ArrayList<>();
    Set<Tensor> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<Tensor> open = new ArrayDeque<>();
    open.push(root);
    seen.add(root);
    while (!open.isEmpty()) {
      Tensor tensor = open.pop();
      Node node = tensor.node();
      if (node == null) {
        continue;
      }
      if (node.freed) {
        throw new IllegalStateException(
            "backward: the result of "
                + node.op
                + " was already differentiated, and its graph was freed."
                + "\n  Compute it again before the second backward,"
                + " or add the losses and call backward once.");
      }
      found.add(tensor);
      for (Tensor input : node.inputs) {
        if (input.requiresGrad() && seen.add(input)) {
          open.push(input);
        }
      }
    }
    found.sort(Comparator.comparingLong((Tensor tensor) -> tensor.node().birth).reversed());
    return found;
  }
}
