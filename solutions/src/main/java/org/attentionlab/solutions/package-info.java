/** The reference answers: one class for each lesson, one field for each exercise. */
package org.attentionlab.solutions;
