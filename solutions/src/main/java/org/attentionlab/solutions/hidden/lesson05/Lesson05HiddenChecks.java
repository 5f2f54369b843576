package org.attentionlab.solutions.hidden.lesson05;

import java.util.List;
import org.attentionlab.grading.HiddenChecks;

/** The graded tests of lesson 05. */
public final class Lesson05HiddenChecks implements HiddenChecks {

  @Override
  public String lesson() {
    return "05";
  }

  @Override
  public List<Class<?>> checks() {
    return List.of(
        ProjectQkvHiddenChecks.class,
        EditKeyOrValueHiddenChecks.class,
        CrossWidthHiddenChecks.class,
        SlopeCheckHiddenChecks.class);
  }
}
