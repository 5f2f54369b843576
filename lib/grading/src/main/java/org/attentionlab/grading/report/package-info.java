/**
 * What a check or a grader says of an answer, as values, text and HTML.
 *
 * <p>Start with {@link org.attentionlab.grading.report.ExerciseReport}.
 */
package org.attentionlab.grading.report;
