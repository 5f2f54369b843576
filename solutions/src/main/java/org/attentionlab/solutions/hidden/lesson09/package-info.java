/** The graded tests of lesson 09, and the cases that they judge by. */
package org.attentionlab.solutions.hidden.lesson09;
