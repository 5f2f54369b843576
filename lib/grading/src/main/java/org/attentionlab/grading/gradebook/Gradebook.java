package org.attentionlab.grading.gradebook;

import java.util.List;
import org.attentionlab.grading.engine.Contract;

/**
 * The results of a batch.
 *
 * @param plan the assignment and its tests
 * @param grades a line for each student, in the order of their names
 */
public record Gradebook(Plan plan, List<StudentGrade> grades) {

  /** Copies the list. */
  public Gradebook {
    grades = List.copyOf(grades);
  }

  /** Labels of the exercises in the assignment's order. */
  public List<String> exercises() {
    return plan.contracts().stream().map(Contract::label).toList();
  }

  /** What the tests said of the attempts that count, in the order of the students' names. */
  public List<StudentResult> students() {
    return grades.stream().map(StudentGrade::result).toList();
  }

  /** Students whose answers the machine kept us from judging; the next run grades them again. */
  public int unjudged() {
    return (int) students().stream().filter(result -> !result.isJudged()).count();
  }
}
