package org.attentionlab.lab;

/**
 * One thing that the doctor looked at.
 *
 * @param state how it is
 * @param what the thing
 * @param found what is there
 * @param repair what to do; empty where nothing is to be done
 */
record Finding(State state, String what, String found, String repair) {

  /** How a thing is. */
  enum State {
    /** As it should be. */
    GOOD("✓"),
    /** Missing, and the rest works without it. */
    OPTIONAL("–"),
    /** Missing, and the course needs it. */
    MISSING("✗");

    private final String mark;

    State(String mark) {
      this.mark = mark;
    }
  }

  static Finding good(String what, String found) {
    return new Finding(State.GOOD, what, found, "");
  }

  static Finding optional(String what, String found, String repair) {
    return new Finding(State.OPTIONAL, what, found, repair);
  }

  static Finding missing(String what, String found, String repair) {
    return new Finding(State.MISSING, what, found, repair);
  }

  String mark() {
    return state.mark;
  }

  boolean blocks() {
    return state == State.MISSING;
  }
}
