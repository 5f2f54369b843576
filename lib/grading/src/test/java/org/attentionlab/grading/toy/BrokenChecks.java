package org.attentionlab.grading.toy;

import org.attentionlab.grading.ChecksOf;
import org.attentionlab.grading.Mechanism;
import org.attentionlab.grading.Points;
import org.junit.jupiter.api.Test;

/** Checks with a fault of their own. */
@ChecksOf(Twice.class)
public final class BrokenChecks {

  BrokenChecks(Twice answer) {
    if (answer == null) {
      throw new IllegalStateException("no answer");
    }
  }

  @Test
  @Mechanism("0.1.1 a test that is at fault itself")
  @Points(5)
  void failsByItself() {
    throw new IndexOutOfBoundsException("index 3");
  }
}
