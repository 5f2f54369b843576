/**
 * The graded tests of lesson 03; {@link org.attentionlab.solutions.hidden.lesson03.AlignmentOracle}
 * judges.
 */
package org.attentionlab.solutions.hidden.lesson03;
