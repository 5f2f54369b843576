/**
 * Learning from gradients.
 *
 * <p>Reading order: {@link org.attentionlab.train.Adam}.
 */
package org.attentionlab.train;
