package org.attentionlab.solutions.hidden.lesson03;

import java.util.List;
import org.attentionlab.grading.HiddenChecks;

/** The graded tests of lesson 03. */
public final class Lesson03HiddenChecks implements HiddenChecks {

  @Override
  public String lesson() {
    return "03";
  }

  @Override
  public List<Class<?>> checks() {
    return List.of(
        AlignmentStepHiddenChecks.class,
        ContextHiddenChecks.class,
        MaskedSoftmaxHiddenChecks.class);
  }
}
