package org.attentionlab.solutions.hidden.lesson06;

import java.util.List;
import org.attentionlab.grading.HiddenChecks;

/** The graded tests of lesson 06. */
public final class Lesson06HiddenChecks implements HiddenChecks {

  @Override
  public String lesson() {
    return "06";
  }

  @Override
  public List<Class<?>> checks() {
    return List.of(
        SplitHeadsHiddenChecks.class,
        MergeHeadsHiddenChecks.class,
        MultiHeadHiddenChecks.class,
        CountParametersHiddenChecks.class);
  }
}
