package org.attentionlab.kernel;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import org.attentionlab.kernel.protocol.KernelLog;

/**
 * Signals of the operating system.
 *
 * <p>By reflection, because Java has no public class for them; the module jdk.unsupported, in which
 * they lie, is part of every JDK.
 */
final class ProcessSignals {
  private ProcessSignals() {}

  /**
   * Does something on each signal of a kind, in place of what the JVM would do.
   *
   * @param name such as INT or TERM
   * @param action must not take long
   */
  static void on(String name, Runnable action) {
    InvocationHandler call =
        (proxy, method, arguments) -> {
          switch (method.getName()) {
            case "handle" -> action.run();
            case "equals" -> {
              return proxy == arguments[0];
            }
            case "hashCode" -> {
              return System.identityHashCode(proxy);
            }
            default -> {
              return "on " + name;
            }
          }
          return null;
        };
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Object proxy = Proxy.newProxyInstance(null, new Class<?>[] {handler}, call);
      signal
          .getMethod("handle", signal, handler)
          .invoke(null, signal.getConstructor(String.class).newInstance(name), proxy);
    } catch (ReflectiveOperationException | RuntimeException e) {
      KernelLog.warn("the signal " + name + " keeps its meaning for the JVM: " + e);
    }
  }
}
