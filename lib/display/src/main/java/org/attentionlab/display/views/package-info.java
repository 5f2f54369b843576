/**
 * Attention to play with: views that answer to the mouse and to the keyboard.
 *
 * <p>Each view is one piece of HTML with its data, its style and its script: no network, no library
 * on the page. A table or picture without a script stands first in it; the script puts the
 * interactive view in its place, so that a page whose scripts are off still shows the numbers.
 *
 * <pre>
 * show(HeadView.of(result).tokens(tokens));
 * show(AttentionStepper.of(q, k, v).tokens(tokens));
 * </pre>
 *
 * <p>Reading order: {@link org.attentionlab.display.views.HeadView} (lines from token to token),
 * {@link org.attentionlab.display.views.ModelView} (all layers and heads at once), {@link
 * org.attentionlab.display.views.AttentionStepper} (one computation with its numbers), {@link
 * org.attentionlab.display.views.AlignmentStepper} (an encoder-decoder, token by token); then
 * {@code Fragment}, which puts the pieces together, and beside the classes' resources {@code
 * shared.js}, which each view's script builds on.
 */
package org.attentionlab.display.views;
