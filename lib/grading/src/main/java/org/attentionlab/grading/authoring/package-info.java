/**
 * Authoring: what turns one solution source into the student's material, and proves that the tests
 * catch the wrong answers.
 *
 * <p>Reading order: {@link org.attentionlab.grading.authoring.SolutionRegions}, {@link
 * org.attentionlab.grading.authoring.ExerciseGenerator}, {@link
 * org.attentionlab.grading.authoring.LeakCheck}.
 */
package org.attentionlab.grading.authoring;
