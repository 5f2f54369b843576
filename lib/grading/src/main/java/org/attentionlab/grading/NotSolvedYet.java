package org.attentionlab.grading;

/**
 * What an exercise throws that nobody has solved yet.
 *
 * <p>A starter's answer throws it, and a check then says "not solved yet" where any other exception
 * would count as a fault of the answer.
 */
public final class NotSolvedYet extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * Names the open exercise.
   *
   * @param exercise number and name, such as {@code 4.1 selfAttention}
   */
  public NotSolvedYet(String exercise) {
    super(exercise + " is not solved yet");
  }
}
