package org.attentionlab.grading.engine;

import java.util.Optional;
import org.attentionlab.grading.Exercise;
import org.attentionlab.grading.protocol.ContractMethod;

/**
 * An exercise's contract: the interface and what its annotation says.
 *
 * @param type the functional interface
 * @param id number of the exercise
 * @param name name of the answer's field or variable
 * @param points points for an answer without fault
 * @param tests the public tests
 */
public record Contract(Class<?> type, String id, String name, int points, Class<?> tests) {

  /**
   * Reads a contract.
   *
   * @throws IllegalArgumentException when the class is no functional interface with
   *     {@code @Exercise}
   */
  public static Contract of(Class<?> type) {
    Exercise exercise =
        Optional.ofNullable(type.getAnnotation(Exercise.class))
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "check: "
                            + type.getSimpleName()
                            + " is no exercise; give the contract's class, as in"
                            + " check(SelfAttention.class, selfAttention)"));
    ContractMethod.of(type);
    return new Contract(type, exercise.id(), exercise.name(), exercise.points(), exercise.tests());
  }

  /** Number and name. */
  public String label() {
    return id + " " + name;
  }
}
