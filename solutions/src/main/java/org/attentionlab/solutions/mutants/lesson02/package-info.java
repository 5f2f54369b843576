/** Wrong answers of lesson 02. */
package org.attentionlab.solutions.mutants.lesson02;
