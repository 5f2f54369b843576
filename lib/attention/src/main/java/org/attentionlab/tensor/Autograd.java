package org.attentionlab.tensor;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Records operations and differentiates them backwards.
 *
 * <p>Of a scalar L that was computed from x through y, the chain rule says
 *
 * <pre>dL/dx = sum over y of dL/dy dy/dx</pre>
 *
 * <p>so each operation needs to know only how to turn the gradient of its result into its share of
 * the gradients of its inputs. {@link Tensor#backward()} visits the operations so that each comes
 * after all that use its result: by the time that it is visited the gradient of its result is
 * complete.
 *
 * <p>A backward needs the numbers that the forward read. Results never change; a leaf may be given
 * other numbers, and a sweep over an operation that read the former ones is refused.
 */
public final class Autograd {
  private static final AtomicLong CLOCK = new AtomicLong();

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

  /** Where recording is off until {@link #close()}. */
  public static final class NoGrad implements AutoCloseable {
    private final Surroundings surroundings = Surroundings.current();
    private boolean open = true;

    private NoGrad() {
      surroundings.unrecorded++;
    }

    /** Turns recording on again, unless an outer scope keeps it off. */
    @Override
    public void close() {
      if (open) {
        open = false;
        surroundings.unrecorded--;
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
    return Surroundings.current().unrecorded == 0;
  }

  /** A time later than all that were asked for before. */
  static long now() {
    return CLOCK.incrementAndGet();
  }

  /** The result of an operation, with a node where an input requires a gradient. */
  static Tensor record(String op, int[] shape, float[] data, Backward backward, Tensor... inputs) {
    Surroundings surroundings = Surroundings.current();
    Tensor result = new Tensor(op, shape, data, surroundings.step());
    if (surroundings.unrecorded == 0) {
      for (Tensor input : inputs) {
        if (input.requiresGrad()) {
          result.recorded(new Node(result, inputs, backward));
          break;
        }
      }
    }
    return result;
  }

  /** The result of an operation that passes no gradient. */
  static Tensor unrecorded(String op, int[] shape, float[] data) {
    return new Tensor(op, shape, data, Surroundings.current().step());
  }

  /** Runs the sweep from a tensor whose gradient starts as the given one. */
  static void backward(Tensor root, float[] gradient) {
    if (!root.requiresGrad()) {
      throw new IllegalStateException(
          "backward: nothing that this tensor was computed from requires a gradient."
              + "\n  Call requiresGrad(true) on an input before computing, outside of noGrad().");
    }
    Surroundings surroundings = Surroundings.current();
    long around = surroundings.sweep;
    long sweep = now();
    Node node = root.node() == null ? null : usersFirst(root.node(), sweep, around);
    float[] start = root.gradient();
    for (int i = 0; i < start.length; i++) {
      start[i] += gradient[i];
    }
    surroundings.sweep = around == 0 ? sweep : around;
    try {
      while (node != null) {
        node.backward.accumulate(node.result.gradient());
        node = done(node);
      }
    } finally {
      surroundings.sweep = around;
      while (node != null) { // only after an error: what is half done must not be added to
        node = done(node);
      }
    }
  }

  /** Lets go of what a node holds, so that it may be collected while the sweep goes on. */
  private static Node done(Node node) {
    Node next = node.link;
    node.link = null;
    node.free();
    node.result.gradientUsed();
    return next;
  }

  /**
   * The nodes that lead to the root, linked so that each comes before those of its inputs. The walk
   * goes into an input before it goes on to the next, and links a node when all of its inputs are:
   * without recursion, because graphs are deep, and without memory of its own.
   */
  private static Node usersFirst(Node root, long sweep, long around) {
    Node linked = null;
    Node open = entered(root, sweep, around, null);
    while (open != null) {
      if (open.followed < open.inputs.length) {
        Tensor input = open.inputs[open.followed++];
        Node node = input.node();
        if (node == null) {
          requireUnchanged(input, open);
        } else if (node.sweep != sweep) {
          open = entered(node, sweep, around, open);
        }
      } else {
        Node user = open.link;
        open.link = linked;
        linked = open;
        open = user;
      }
    }
    return linked;
  }

  private static Node entered(Node node, long sweep, long around, Node user) {
    if (around != 0 && node.sweep >= around) {
      throw new IllegalStateException(
          "backward: the result of "
              + node.result.op()
              + " belongs to a sweep that is under way."
              + "\n  A backward that calls backward itself has to compute from detach().");
    }
    if (node.isFree()) {
      throw new IllegalStateException(
          "backward: the result of "
              + node.result.op()
              + " was already differentiated, and its graph was freed."
              + "\n  Compute it again before the second backward,"
              + " or add the losses and call backward once.");
    }
    node.sweep = sweep;
    node.followed = 0;
    node.link = user;
    return node;
  }

  private static void requireUnchanged(Tensor leaf, Node user) {
    if (leaf.changedAt() > user.birth) {
      throw new IllegalStateException(
          "backward: "
              + user.result.op()
              + " used a tensor "
              + leaf.shapeString()
              + " that was given other numbers since, by an optimiser or by assign,"
              + " so its gradients would be wrong."
              + "\n  Call backward() before the change, or compute the result again after it.");
    }
  }
}
