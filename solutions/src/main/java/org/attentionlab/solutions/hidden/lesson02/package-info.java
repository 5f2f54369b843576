/** Graded tests of lesson 02. */
package org.attentionlab.solutions.hidden.lesson02;
