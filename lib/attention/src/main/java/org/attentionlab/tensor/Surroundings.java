package org.attentionlab.tensor;

import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What operations on one thread have to know: whether to record, and whose arrays to use. */
final class Surroundings {
  private static final ThreadLocal<Surroundings> OF_THREAD =
      ThreadLocal.withInitial(Surroundings::new);

  /** How many scopes without recording are open. */
  int unrecorded;

  /**
   * The outermost sweep under way, on the clock of {@link Autograd#now()}; 0 where there is none.
   */
  long sweep;

  /** The innermost open step; null where there is none. */
  private Workspace step;

  /** The arrays of the outermost step, of the one inside of it, and so on, to be used again. */
  private final List<SoftReference<ArrayPool>> pools = new ArrayList<>();

  private Surroundings() {}

  static Surroundings current() {
    return OF_THREAD.get();
  }

  /** The innermost open step, or null. */
  Workspace step() {
    return step;
  }

  void enter(Workspace opened) {
    step = opened;
  }

  void leave(Optional<Workspace> outer) {
    step = outer.orElse(null);
  }

  /** The arrays that a step of a depth used before, unless memory ran short since. */
  ArrayPool pool(int depth) {
    ArrayPool pool = depth < pools.size() ? pools.get(depth).get() : null;
    if (pool == null) {
      pool = new ArrayPool();
      if (depth == pools.size()) {
        pools.add(new SoftReference<>(pool));
      } else {
        pools.set(depth, new SoftReference<>(pool));
      }
    }
    return pool;
  }
}
