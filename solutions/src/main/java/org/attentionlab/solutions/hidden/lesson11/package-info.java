/** Graded tests of lesson 11. */
package org.attentionlab.solutions.hidden.lesson11;
