package org.attentionlab.grading.authoring;

import java.nio.file.Path;

/** The real sources of lesson 04, seen from this module's folder. */
final class Lesson04Sources {

  static final Path SOLUTION =
      Path.of("../../solutions/src/main/java/org/attentionlab/solutions/Lesson04.java");
  static final Path CONTRACTS =
      Path.of("../../exercises/src/main/java/org/attentionlab/exercises/lesson04");

  private Lesson04Sources() {}

  static GeneratedExercise generate() {
    return ExerciseGenerator.generate(SOLUTION, CONTRACTS, "04-self-attention", "Self-attention");
  }
}
