package org.attentionlab.solutions.hidden.lesson08;

import java.util.List;
import org.attentionlab.grading.HiddenChecks;

/** The graded tests of lesson 08. */
public final class Lesson08HiddenChecks implements HiddenChecks {

  @Override
  public String lesson() {
    return "08";
  }

  @Override
  public List<Class<?>> checks() {
    return List.of(
        LayerNormalizationHiddenChecks.class,
        ResidualBlockHiddenChecks.class,
        FeedForwardNetworkHiddenChecks.class);
  }
}
