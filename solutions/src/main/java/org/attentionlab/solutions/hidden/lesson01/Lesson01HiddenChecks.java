package org.attentionlab.solutions.hidden.lesson01;

import java.util.List;
import org.attentionlab.grading.HiddenChecks;

/** The graded tests of lesson 01. */
public final class Lesson01HiddenChecks implements HiddenChecks {

  @Override
  public String lesson() {
    return "01";
  }

  @Override
  public List<Class<?>> checks() {
    return List.of(ContextVectorHiddenChecks.class, AccuracyByLengthHiddenChecks.class);
  }
}
