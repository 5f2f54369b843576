package org.attentionlab.grading.worker;

import org.attentionlab.tensor.Tensor;

/** What the answer of a trial run computes; see the grader's archive of classes. */
@FunctionalInterface
public interface Training {

  /** Any computation of a tensor. */
  Tensor of(Tensor x);
}
