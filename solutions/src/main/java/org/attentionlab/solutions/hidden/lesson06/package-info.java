/** Graded tests of lesson 06. */
package org.attentionlab.solutions.hidden.lesson06;
