/**
 * What an instructor asks for: exercises with points, a due date, a late rule, attempts.
 *
 * <p>Start with {@link org.attentionlab.grading.assignment.AssignmentFile}, which reads it.
 */
package org.attentionlab.grading.assignment;
