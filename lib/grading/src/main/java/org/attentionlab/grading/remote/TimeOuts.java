package org.attentionlab.grading.remote;

import java.time.Duration;
import java.util.List;
import org.attentionlab.grading.engine.AnswerFailure;
import org.attentionlab.grading.report.Outcome;

/** What is said when time is over: which limit it was, and what to do. */
final class TimeOuts {

  private TimeOuts() {}

  static AnswerFailure call(Limits limits) {
    return late(
        callLimit(limits),
        "A right answer takes a small part of it. Look for a loop that does not end, or for the"
            + " same work done over and over.");
  }

  static AnswerFailure notCalledAgain(Limits limits) {
    return late(callLimit(limits), "It was late twice in this exercise and was not called again.");
  }

  static AnswerFailure load(Limits limits) {
    return late(
        "The submission timed out after " + seconds(limits.load()) + ", the limit for loading it.",
        "Loading compiles the code and gives fields and variables their first values. Look there"
            + " for a loop that does not end.");
  }

  static AnswerFailure usedUp(Limits limits) {
    return late(
        "The answer timed out: the submission used up its "
            + seconds(limits.submission())
            + " for loading and all calls.",
        "It went into loading, into this call and into those before it. Look for the slow answers"
            + " and make them faster.");
  }

  /** Not the answer's fault: the machine did not give it the time that it may have. */
  static AnswerFailure starved(Limits limits) {
    return new AnswerFailure(
        Outcome.NOT_JUDGED,
        List.of(
            "Not judged: the machine was too busy for "
                + seconds(limits.patience())
                + "; run the grader again when it has less to do.",
            "This says nothing about the answer. The next run grades the submission again."));
  }

  private static String callLimit(Limits limits) {
    return "The answer timed out after " + seconds(limits.call()) + ", the limit for one call.";
  }

  private static AnswerFailure late(String which, String advice) {
    return new AnswerFailure(Outcome.TIMED_OUT, List.of(which, advice));
  }

  private static String seconds(Duration time) {
    return time.toMillis() % 1000 == 0 ? time.toSeconds() + " s" : time.toMillis() / 1000.0 + " s";
  }
}
