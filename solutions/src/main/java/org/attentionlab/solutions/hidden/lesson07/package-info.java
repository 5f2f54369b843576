/**
 * The graded tests of lesson 07; {@link org.attentionlab.solutions.hidden.lesson07.Waves} and
 * {@link org.attentionlab.solutions.hidden.lesson07.Distances} judge.
 */
package org.attentionlab.solutions.hidden.lesson07;
