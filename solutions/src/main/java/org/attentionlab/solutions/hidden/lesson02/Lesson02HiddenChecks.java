package org.attentionlab.solutions.hidden.lesson02;

import java.util.List;
import org.attentionlab.grading.HiddenChecks;

/** The graded tests of lesson 02. */
public final class Lesson02HiddenChecks implements HiddenChecks {

  @Override
  public String lesson() {
    return "02";
  }

  @Override
  public List<Class<?>> checks() {
    return List.of(
        DotScoresHiddenChecks.class,
        CosineScoresHiddenChecks.class,
        GeneralScoresHiddenChecks.class,
        AdditiveScoresHiddenChecks.class,
        StableSoftmaxHiddenChecks.class);
  }
}
