package org.attentionlab.grading.batch;

import java.util.List;

/**
 * The results of a batch.
 *
 * @param lesson number of the lesson
 * @param exercises labels of the exercises in the course's order
 * @param students results in the order of the students' names
 */
public record Gradebook(String lesson, List<String> exercises, List<StudentResult> students) {

  /** Copies the lists. */
  public Gradebook {
    exercises = List.copyOf(exercises);
    students = List.copyOf(students);
  }
}
