/**
 * Inputs and right results for hidden tests: plain arrays in double precision, computed without the
 * library that the answers use.
 *
 * <p>Start with {@link org.attentionlab.solutions.hidden.oracle.Samples}, then {@link
 * org.attentionlab.solutions.hidden.oracle.Formulas}.
 */
package org.attentionlab.solutions.hidden.oracle;
