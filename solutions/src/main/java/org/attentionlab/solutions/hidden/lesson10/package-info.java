/** The graded tests of lesson 10; each holds its own arithmetic, in double precision. */
package org.attentionlab.solutions.hidden.lesson10;
