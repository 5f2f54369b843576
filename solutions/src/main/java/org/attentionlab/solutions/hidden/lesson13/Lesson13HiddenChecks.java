package org.attentionlab.solutions.hidden.lesson13;

import java.util.List;
import org.attentionlab.grading.HiddenChecks;

/** The graded tests of the final project. */
public final class Lesson13HiddenChecks implements HiddenChecks {

  @Override
  public String lesson() {
    return "13";
  }

  @Override
  public List<Class<?>> checks() {
    return List.of(
        SplitPairsHiddenChecks.class,
        CountModelHiddenChecks.class,
        GuessByPlaceHiddenChecks.class,
        LearnTaskHiddenChecks.class,
        SummarizeRunsHiddenChecks.class,
        CompareAblationHiddenChecks.class);
  }
}
