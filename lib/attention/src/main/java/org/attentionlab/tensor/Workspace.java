package org.attentionlab.tensor;

import java.util.Optional;

/**
 * Arrays that are reused from one step of a training to the next.
 *
 * <pre>
 * for (Batch batch : batches) {
 *   try (var step = Workspace.step()) {
 *     optimizer.zeroGrad();
 *     Tensor loss = model.loss(batch);
 *     loss.backward();
 *     optimizer.step();
 *     total += loss.item();
 *   }
 * }
 * </pre>
 *
 * <p>Without a workspace every result is a new array, and the collector has to find the old ones.
 * Inside of a step, operations take their arrays from a store, and closing the step puts them back,
 * so that from the second step on next to nothing is allocated. The results are the same.
 *
 * <p>The price: what was computed inside is gone after the step. A later use is an error that says
 * so, never a wrong number. To keep a result, call {@link Tensor#detach()} on it inside of the
 * step, which copies, or read it with {@code item()} or {@code toArray()}. What stays without that:
 * tensors made from numbers, such as {@link Tensor#of} and {@link Tensor#zeros}; parameters; and
 * their gradients. Of results, gradients are given back as soon as the sweep has passed them, so
 * {@link Tensor#grad()} of a result is an error after {@code backward()}.
 *
 * <p>A step belongs to the thread that opened it, and so do its results: their use on another
 * thread is an error. Steps may be nested, each with arrays of its own; results of the outer one
 * may be used in the inner one. The arrays stay with the thread for the next step, unless memory
 * runs short in between.
 */
public final class Workspace implements AutoCloseable {
  private final Thread owner = Thread.currentThread();
  private final Surroundings surroundings = Surroundings.current();
  private final Optional<Workspace> outer = Optional.ofNullable(surroundings.step());
  private final int depth = outer.map(workspace -> workspace.depth + 1).orElse(0);
  private final ArrayPool pool = surroundings.pool(depth);
  private boolean open = true;

  private Workspace() {
    surroundings.enter(this);
  }

  /**
   * Opens a step on this thread.
   *
   * @return the step to close
   */
  public static Workspace step() {
    return new Workspace();
  }

  /**
   * Ends the step, and any that was opened inside of it and left open. What was computed in it is
   * gone. A second call does nothing.
   *
   * @throws IllegalStateException if another thread opened the step
   */
  @Override
  public void close() {
    if (Thread.currentThread() != owner) {
      throw new IllegalStateException(
          "Workspace: this step was opened by "
              + owner.getName()
              + ", which has to close it, not "
              + Thread.currentThread().getName()
              + ".");
    }
    while (open) {
      surroundings.step().end();
    }
  }

  private void end() {
    open = false;
    pool.endRound();
    surroundings.leave(outer);
  }

  /** Where arrays come from: the store of this step. */
  ArrayPool pool() {
    return pool;
  }

  /** Whether results of this step may be used, here and now. */
  boolean isUsable() {
    return open && Thread.currentThread() == owner;
  }

  /** The error for a result that is used where {@link #isUsable()} is false. */
  IllegalStateException refusal(String op, int[] shape) {
    String result = "Workspace: a tensor " + Shape.format(shape) + ", the result of " + op;
    return Thread.currentThread() == owner
        ? new IllegalStateException(
            result
                + ", was made inside of a step that is closed, and its numbers are gone."
                + "\n  Inside of the step, call detach() on it to keep it,"
                + " or item() or toArray() to read it.")
        : new IllegalStateException(
            result
                + ", belongs to a step of "
                + owner.getName()
                + " and was used by "
                + Thread.currentThread().getName()
                + ".\n  Hand other threads a detach() of it.");
  }
}
