/** Typical wrong answers of lesson 10; every one must be caught and named by its test. */
package org.attentionlab.solutions.mutants.lesson10;
