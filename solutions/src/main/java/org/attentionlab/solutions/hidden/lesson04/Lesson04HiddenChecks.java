package org.attentionlab.solutions.hidden.lesson04;

import java.util.List;
import org.attentionlab.grading.HiddenChecks;

/** The graded tests of lesson 04. */
public final class Lesson04HiddenChecks implements HiddenChecks {

  @Override
  public String lesson() {
    return "04";
  }

  @Override
  public List<Class<?>> checks() {
    return List.of(
        SelfAttentionHiddenChecks.class,
        PermutationProbeHiddenChecks.class,
        SoftmaxBackwardHiddenChecks.class);
  }
}
