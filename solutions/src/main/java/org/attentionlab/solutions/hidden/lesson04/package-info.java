/**
 * The graded tests of lesson 04; {@link org.attentionlab.solutions.hidden.lesson04.Oracle} judges.
 */
package org.attentionlab.solutions.hidden.lesson04;
