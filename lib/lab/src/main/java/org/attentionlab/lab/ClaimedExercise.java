package org.attentionlab.lab;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.attentionlab.grading.Exercise;
import org.attentionlab.grading.Mechanism;

/**
 * An exercise as the page of claims shows it.
 *
 * @param label number and name
 * @param claims ids of the claims that it exercises
 * @param checks name of the class of public checks
 * @param mechanisms numbers of its tests, in order
 */
record ClaimedExercise(String label, List<String> claims, String checks, List<String> mechanisms) {

  /** The exercises of a lesson, in its order; none where it has no package of contracts. */
  static List<ClaimedExercise> of(Lesson lesson, Project project) {
    return lesson.contractNames(project).stream()
        .map(ClaimedExercise::load)
        .flatMap(type -> Stream.ofNullable(type.getAnnotation(Exercise.class)))
        .map(ClaimedExercise::of)
        .sorted((one, other) -> one.label().compareTo(other.label()))
        .toList();
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name, false, ClaimedExercise.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new LabException(name + " is not in the built exercises; build them", e);
    }
  }

  private static ClaimedExercise of(Exercise exercise) {
    List<String> mechanisms =
        Arrays.stream(exercise.tests().getDeclaredMethods())
            .flatMap(method -> Stream.ofNullable(method.getAnnotation(Mechanism.class)))
            .map(mechanism -> mechanism.value().split(" ", 2)[0])
            .sorted()
            .toList();
    return new ClaimedExercise(
        exercise.id() + " " + exercise.name(),
        Arrays.stream(exercise.claims()).mapToObj(Integer::toString).toList(),
        exercise.tests().getSimpleName(),
        mechanisms);
  }
}
