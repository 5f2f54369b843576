package org.attentionlab.grading.protocol;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;

/** The one abstract method of a contract. */
public final class ContractMethod {

  private ContractMethod() {}

  /**
   * Finds the method.
   *
   * @throws IllegalArgumentException when the type is no functional interface
   */
  public static Method of(Class<?> contract) {
    List<Method> methods =
        Arrays.stream(contract.getMethods())
            .filter(method -> Modifier.isAbstract(method.getModifiers()))
            .toList();
    if (!contract.isInterface() || methods.size() != 1) {
      throw new IllegalArgumentException(
          contract.getSimpleName() + " is not an interface with one abstract method");
    }
    return methods.get(0);
  }
}
