package org.attentionlab.grading.protocol;

/**
 * An answer that the grader wants from a submission.
 *
 * @param contract binary name of the contract's interface
 * @param name name of the field or variable that holds the answer
 */
public record Wanted(String contract, String name) {}
