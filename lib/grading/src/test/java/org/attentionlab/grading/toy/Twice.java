package org.attentionlab.grading.toy;

import org.attentionlab.grading.Exercise;
import org.attentionlab.tensor.Tensor;

/** A contract for the tests: every number doubled. */
@FunctionalInterface
@Exercise(
    id = "0.1",
    name = "twice",
    points = 5,
    claims = {1},
    tests = TwiceChecks.class)
public interface Twice {

  /** Doubles every number. */
  Tensor of(Tensor x, int[] counts);
}
