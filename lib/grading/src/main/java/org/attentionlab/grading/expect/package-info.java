/**
 * Expectations that name the mistake when they are not met.
 *
 * <p>Start with {@link org.attentionlab.grading.expect.Expect}.
 */
package org.attentionlab.grading.expect;
