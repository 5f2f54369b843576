/**
 * Graded tests of lesson 08, which students never get, with an oracle of their own.
 *
 * <p>Start with {@link org.attentionlab.solutions.hidden.lesson08.Lesson08HiddenChecks}.
 */
package org.attentionlab.solutions.hidden.lesson08;
