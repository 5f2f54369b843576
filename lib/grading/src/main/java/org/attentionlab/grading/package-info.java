/**
 * Exercises: contracts, their checks, and what a learner sees when an answer is checked.
 *
 * <p>Reading order: {@link org.attentionlab.grading.NotSolvedYet}.
 */
package org.attentionlab.grading;
