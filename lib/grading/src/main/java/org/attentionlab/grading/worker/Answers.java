package org.attentionlab.grading.worker;

import java.util.List;
import java.util.Optional;
import org.attentionlab.grading.protocol.Reply.Found;
import org.attentionlab.grading.protocol.Reply.State;
import org.attentionlab.grading.protocol.ThrownText;
import org.attentionlab.grading.protocol.Wanted;

/** The answers of one loaded submission. */
interface Answers {

  /** Looks for an answer by its name. */
  Lookup find(Wanted wanted);

  /**
   * What was found.
   *
   * @param answer the answer, present when the state is FOUND
   * @param found what the grader is told
   */
  record Lookup(Optional<Object> answer, Found found) {

    /** The answer when it implements the contract. */
    static Lookup of(Wanted wanted, Object candidate) {
      if (candidate == null) {
        return unusable(wanted.name() + " is null");
      }
      Class<?> contract;
      try {
        contract = Class.forName(wanted.contract());
      } catch (ClassNotFoundException absent) {
        return unusable(wanted.contract() + " is not on the worker's class path");
      }
      if (!contract.isInstance(candidate)) {
        return unusable(
            wanted.name()
                + " is a "
                + candidate.getClass().getSimpleName()
                + ", not a "
                + contract.getSimpleName());
      }
      return new Lookup(Optional.of(candidate), new Found(State.FOUND, List.of()));
    }

    static Lookup missing(Wanted wanted) {
      return without(State.MISSING, List.of("no answer is named " + wanted.name()));
    }

    static Lookup unusable(String why) {
      return without(State.UNUSABLE, List.of(why));
    }

    static Lookup threw(String where, Throwable thrown) {
      List<String> lines = ThrownText.of(where, thrown);
      return without(State.UNUSABLE, lines);
    }

    static Lookup without(State state, List<String> details) {
      return new Lookup(Optional.empty(), new Found(state, details));
    }
  }
}
