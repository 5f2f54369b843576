package org.attentionlab.grading.authoring;

/**
 * A typical wrong answer, kept to prove that the tests catch it and name it.
 *
 * @param contract the exercise's contract
 * @param mistake short name of the mistake, the same as in the expectation that recognises it
 * @param killedBy number of the mechanism that is meant to catch it: {@code 4.1.2}
 * @param answer the wrong answer
 */
public record Mutant<T>(Class<T> contract, String mistake, String killedBy, T answer) {

  @Override
  public String toString() {
    return contract.getSimpleName() + " " + mistake;
  }
}
