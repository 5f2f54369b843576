package org.attentionlab.solutions.hidden.lesson12;

import java.util.List;
import org.attentionlab.grading.HiddenChecks;

/** The graded tests of lesson 12. */
public final class Lesson12HiddenChecks implements HiddenChecks {

  @Override
  public String lesson() {
    return "12";
  }

  @Override
  public List<Class<?>> checks() {
    return List.of(
        AttentionCostHiddenChecks.class,
        MemoryTableHiddenChecks.class,
        AblateHeadHiddenChecks.class,
        WordTaggerHiddenChecks.class);
  }
}
