package org.attentionlab.solutions.hidden.lesson07;

import java.util.List;
import org.attentionlab.grading.HiddenChecks;

/** The graded tests of lesson 07. */
public final class Lesson07HiddenChecks implements HiddenChecks {

  @Override
  public String lesson() {
    return "07";
  }

  @Override
  public List<Class<?>> checks() {
    return List.of(
        SinusoidHiddenChecks.class,
        LearnedLookupHiddenChecks.class,
        ShiftMatrixHiddenChecks.class,
        RelativeBiasHiddenChecks.class);
  }
}
