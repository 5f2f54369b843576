/**
 * Exercises: contracts, their checks, and what a learner sees when an answer is checked.
 *
 * <p>Reading order: {@link org.attentionlab.grading.Exercise}, {@link
 * org.attentionlab.grading.ChecksOf}, {@link org.attentionlab.grading.expect.Expect}, {@link
 * org.attentionlab.grading.Check}; then {@link org.attentionlab.grading.remote.RemoteSubmission}
 * and {@link org.attentionlab.grading.batch.BatchGrader} for submissions.
 */
package org.attentionlab.grading;
