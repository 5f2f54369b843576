package org.attentionlab.solutions.mutants.lesson11;

import java.util.List;
import java.util.stream.Stream;
import org.attentionlab.grading.authoring.Mutant;

/** The wrong answers that learners of lesson 11 give. */
public final class Lesson11Mutants {

  private Lesson11Mutants() {}

  /** All of them. */
  public static List<Mutant<?>> all() {
    return Stream.of(
            MaskTokensMutants.all(),
            MlmLossMutants.all(),
            FineTuneHeadMutants.all(),
            ProbeSenseMutants.all())
        .<Mutant<?>>flatMap(List::stream)
        .toList();
  }
}
