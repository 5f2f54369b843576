package org.attentionlab.numerics;

import java.util.Locale;

/** Chooses the kernels once, when first asked for. */
final class ChosenNumerics {
  private static final String MODULE = "jdk.incubator.vector";
  private static final String VECTOR_CLASS = "org.attentionlab.numerics.VectorNumerics";

  static final Numerics INSTANCE = choose();

  private ChosenNumerics() {}

  private static Numerics choose() {
    String wish = System.getProperty(Numerics.PROPERTY, "auto").toLowerCase(Locale.ROOT);
    return switch (wish) {
      case "plain" -> plain("-D" + Numerics.PROPERTY + "=plain asked for them");
      case "vector" -> vector();
      case "auto" -> {
        String obstacle = obstacle();
        yield obstacle.isEmpty() ? vector() : announced(plain(obstacle));
      }
      default ->
          throw new IllegalArgumentException(
              "-D" + Numerics.PROPERTY + "=" + wish + ": auto, vector or plain.");
    };
  }

  /** Tells, once, who did not choose the slow kernels. */
  private static Numerics announced(Numerics numerics) {
    System.err.println(numerics.description());
    return numerics;
  }

  /** Why the Vector API would not run, or not fast; empty where nothing is in the way. */
  private static String obstacle() {
    if (ModuleLayer.boot().findModule(MODULE).isEmpty()) {
      return "start Java with --add-modules " + MODULE + " for the fast ones";
    }
    // Without the optimising compiler every vector is an object, far slower than plain loops.
    String mode = System.getProperty("java.vm.info", "");
    if (mode.contains("interpreted") || mode.contains("emulated-client")) {
      return "this Java runs without its optimising compiler; drop -Xint or -XX:TieredStopAtLevel"
          + " for the fast ones";
    }
    String name = System.getProperty("java.vm.name", "");
    if (!name.contains("HotSpot") && !name.contains("OpenJDK")) {
      return "the Vector API is fast on HotSpot only, this is " + name;
    }
    return "";
  }

  private static Numerics plain(String reason) {
    return new ParallelNumerics(
        PlainNumerics.INSTANCE, "Numerics: plain Java loops (" + reason + ").");
  }

  private static Numerics vector() {
    try {
      SerialNumerics serial =
          Class.forName(VECTOR_CLASS)
              .asSubclass(SerialNumerics.class)
              .getDeclaredConstructor()
              .newInstance();
      Warmup.start(serial);
      return new ParallelNumerics(serial, serial.description());
    } catch (ReflectiveOperationException | LinkageError e) {
      throw new IllegalStateException(
          "-D"
              + Numerics.PROPERTY
              + "=vector needs Java to be started with --add-modules "
              + MODULE
              + ".",
          e);
    }
  }
}
