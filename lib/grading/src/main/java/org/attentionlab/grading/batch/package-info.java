/**
 * Grades a folder of submissions.
 *
 * <p>Reading order: {@link org.attentionlab.grading.batch.GradingRequest}, {@link
 * org.attentionlab.grading.batch.BatchGrader}, {@link org.attentionlab.grading.batch.Gradebook}.
 */
package org.attentionlab.grading.batch;
