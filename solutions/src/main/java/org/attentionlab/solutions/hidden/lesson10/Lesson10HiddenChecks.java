package org.attentionlab.solutions.hidden.lesson10;

import java.util.List;
import org.attentionlab.grading.HiddenChecks;

/** The graded tests of lesson 10. */
public final class Lesson10HiddenChecks implements HiddenChecks {

  @Override
  public String lesson() {
    return "10";
  }

  @Override
  public List<Class<?>> checks() {
    return List.of(
        AdamStepHiddenChecks.class,
        WarmupRateHiddenChecks.class,
        ClipGlobalNormHiddenChecks.class,
        LossIgnoringPaddingHiddenChecks.class);
  }
}
