package org.attentionlab.numerics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** No kernel goes untested: each theme has a test of its name that calls all of its methods. */
class KernelCoverageTest {
  @TestFactory
  Stream<DynamicTest> everyKernelIsCompared() {
    return Arrays.stream(Numerics.class.getInterfaces())
        .map(theme -> DynamicTest.dynamicTest(theme.getSimpleName(), () -> allAreCalled(theme)));
  }

  private static void allAreCalled(Class<?> theme) throws ReflectiveOperationException {
    KernelCases test =
        Class.forName(theme.getName() + "Test")
            .asSubclass(KernelCases.class)
            .getDeclaredConstructor()
            .newInstance();
    Set<String> missing =
        Arrays.stream(theme.getMethods())
            .map(Method::getName)
            .collect(Collectors.toCollection(TreeSet::new));
    Numerics listening = listening(missing::remove);
    test.cases()
        .takeWhile(each -> !missing.isEmpty())
        .forEach(each -> each.call().on(listening, new Operands()));
    assertEquals(Set.of(), missing, theme.getSimpleName() + "Test never calls these");
  }

  /** The readable kernels, which tell the name of each kernel that is called. */
  private static Numerics listening(Consumer<String> listener) {
    return (Numerics)
        Proxy.newProxyInstance(
            Numerics.class.getClassLoader(),
            new Class<?>[] {Numerics.class},
            (proxy, method, arguments) -> {
              listener.accept(method.getName());
              try {
                return method.invoke(Numerics.plain(), arguments);
              } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
              }
            });
  }
}
