/** Graded tests of lesson 12. */
package org.attentionlab.solutions.hidden.lesson12;
