/**
 * Graded tests of the final project, which students never get, with an oracle of their own.
 *
 * <p>Start with {@link org.attentionlab.solutions.hidden.lesson13.Lesson13HiddenChecks}.
 */
package org.attentionlab.solutions.hidden.lesson13;
