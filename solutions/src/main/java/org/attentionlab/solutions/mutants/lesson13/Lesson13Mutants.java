package org.attentionlab.solutions.mutants.lesson13;

import java.util.ArrayList;
import java.util.List;
import org.attentionlab.grading.authoring.Mutant;

/** The wrong answers that learners of the final project give. */
public final class Lesson13Mutants {

  private Lesson13Mutants() {}

  /** All of them. */
  public static List<Mutant<?>> all() {
    List<Mutant<?>> all = new ArrayList<>();
    all.addAll(DataMutants.all());
    all.addAll(ModelMutants.all());
    all.addAll(EvaluationMutants.all());
    return List.copyOf(all);
  }
}
