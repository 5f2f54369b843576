package org.attentionlab.solutions;

import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import org.attentionlab.grading.ChecksOf;
import org.attentionlab.grading.HiddenChecks;
import org.attentionlab.grading.authoring.Mutant;
import org.attentionlab.grading.engine.Contract;

/**
 * A lesson that has hidden tests, with what stands beside them under the names that all lessons
 * share.
 *
 * @param number two digits
 * @param exercises in the course's order
 * @param mutants from {@code mutants.lessonNN.LessonNNMutants.all()}
 */
record GradedLesson(String number, List<GradedExercise> exercises, List<Mutant<?>> mutants) {

  static final Path SOURCES = Path.of("src/main/java/org/attentionlab/solutions");

  /**
   * One exercise.
   *
   * @param reference what the field of class {@code LessonNN} holds
   */
  record GradedExercise(Contract contract, Class<?> hidden, Object reference) {}

  /** The lessons that the grader finds. */
  static List<GradedLesson> all() {
    return ServiceLoader.load(HiddenChecks.class).stream()
        .map(provider -> of(provider.get()))
        .toList();
  }

  private static GradedLesson of(HiddenChecks checks) {
    String number = checks.lesson();
    String here = GradedLesson.class.getPackageName();
    try {
      Object solved =
          Class.forName(here + ".Lesson" + number).getDeclaredConstructor().newInstance();
      List<GradedExercise> exercises =
          checks.checks().stream().map(tests -> exercise(solved, tests)).toList();
      String mutants = here + ".mutants.lesson" + number + ".Lesson" + number + "Mutants";
      List<?> all = (List<?>) Class.forName(mutants).getMethod("all").invoke(null);
      return new GradedLesson(
          number, exercises, all.stream().<Mutant<?>>map(Mutant.class::cast).toList());
    } catch (ReflectiveOperationException missing) {
      throw new LinkageError("lesson " + number + " is not complete: " + missing, missing);
    }
  }

  private static GradedExercise exercise(Object solved, Class<?> tests) {
    Contract contract = Contract.of(tests.getAnnotation(ChecksOf.class).value());
    try {
      Field answer = solved.getClass().getField(contract.name());
      return new GradedExercise(contract, tests, answer.get(solved));
    } catch (ReflectiveOperationException missing) {
      throw new LinkageError(solved.getClass() + " has no public " + contract.name(), missing);
    }
  }

  Path solutionSource() {
    return SOURCES.resolve("Lesson" + number + ".java");
  }

  Path contractsFolder() {
    return Path.of("../exercises/src/main/java/org/attentionlab/exercises", packageOfExercises());
  }

  private String packageOfExercises() {
    String name = exercises.get(0).contract().type().getPackageName();
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
