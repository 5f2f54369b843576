package org.attentionlab.grading.expect;

/**
 * A typical mistake that a test knows by name.
 *
 * @param id short name, the same as the mutant's that proves it: {@code no-scaling}
 * @param sentence what the learner reads: {@code This equals the result without scaling.}
 */
public record Mistake(String id, String sentence) {}
