/**
 * Authoring: what turns one solution source into the student's material, and proves that the tests
 * catch the wrong answers.
 *
 * <p>Start with {@link org.attentionlab.grading.authoring.SolutionRegions}.
 */
package org.attentionlab.grading.authoring;
