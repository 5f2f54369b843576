package org.attentionlab.solutions.hidden.lesson11;

import java.util.List;
import org.attentionlab.grading.HiddenChecks;

/** The graded tests of lesson 11. */
public final class Lesson11HiddenChecks implements HiddenChecks {

  @Override
  public String lesson() {
    return "11";
  }

  @Override
  public List<Class<?>> checks() {
    return List.of(
        MaskTokensHiddenChecks.class,
        MlmLossHiddenChecks.class,
        FineTuneHeadHiddenChecks.class,
        ProbeSenseHiddenChecks.class);
  }
}
