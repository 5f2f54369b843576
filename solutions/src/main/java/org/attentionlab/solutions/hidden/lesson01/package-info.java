/** The graded tests of lesson 01; students never see them. */
package org.attentionlab.solutions.hidden.lesson01;
