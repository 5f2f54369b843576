package org.attentionlab.grading.batch;

import org.attentionlab.grading.gradebook.StudentResult;

/** Hears how a batch goes on; calls come one at a time, from several threads. */
public interface GradingProgress {

  /** The submissions are counted. */
  void started(int submissions);

  /** One student's submission is graded. */
  void graded(StudentResult result);

  /** Somebody who does not listen. */
  static GradingProgress silent() {
    return new GradingProgress() {
      @Override
      public void started(int submissions) {}

      @Override
      public void graded(StudentResult result) {}
    };
  }
}
