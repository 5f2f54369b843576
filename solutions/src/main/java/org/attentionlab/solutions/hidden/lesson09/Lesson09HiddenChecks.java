package org.attentionlab.solutions.hidden.lesson09;

import java.util.List;
import org.attentionlab.grading.HiddenChecks;

/** The graded tests of lesson 09. */
public final class Lesson09HiddenChecks implements HiddenChecks {

  @Override
  public String lesson() {
    return "09";
  }

  @Override
  public List<Class<?>> checks() {
    return List.of(
        CausalMaskHiddenChecks.class,
        ShiftRightHiddenChecks.class,
        CrossAttentionHiddenChecks.class,
        GreedyDecodeHiddenChecks.class);
  }
}
