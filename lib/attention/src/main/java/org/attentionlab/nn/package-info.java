/**
 * Parts with learned numbers.
 *
 * <p>Reading order: {@link org.attentionlab.nn.Layer} (what has parameters), {@link
 * org.attentionlab.nn.Init} (where they start), {@link org.attentionlab.nn.Linear}.
 */
package org.attentionlab.nn;
