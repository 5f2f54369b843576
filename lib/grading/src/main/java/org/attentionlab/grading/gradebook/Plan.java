package org.attentionlab.grading.gradebook;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.attentionlab.grading.assignment.Assignment;
import org.attentionlab.grading.engine.Contract;

/**
 * An assignment with the tests that belong to it.
 *
 * @param assignment what the instructor asks for
 * @param parts its exercises by lesson, each in one file of a submission
 */
public record Plan(Assignment assignment, List<Part> parts) {

  /**
   * The exercises of one lesson.
   *
   * @param lesson two digits
   * @param exercises from a contract to its hidden tests
   */
  public record Part(String lesson, Map<Contract, Class<?>> exercises) {}

  /** Copies the list. */
  public Plan {
    parts = List.copyOf(parts);
  }

  /** The exercises in the order of the gradebook. */
  public List<Contract> contracts() {
    return parts.stream().flatMap(part -> part.exercises().keySet().stream()).toList();
  }

  /** What an exercise is worth in this assignment. */
  public BigDecimal worth(Contract contract) {
    return assignment
        .exercises()
        .getOrDefault(contract.id(), Optional.empty())
        .orElse(BigDecimal.valueOf(contract.points()));
  }

  /** What all of it is worth. */
  public BigDecimal possible() {
    return contracts().stream().map(this::worth).reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
