/**
 * Grades as values: the assignment with its tests, what the tests said, what the rules made of it.
 *
 * <p>Start with {@link org.attentionlab.grading.gradebook.Gradebook}.
 */
package org.attentionlab.grading.gradebook;
