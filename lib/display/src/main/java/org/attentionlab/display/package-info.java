/**
 * Tensors, masks, tables, plots and models to look at in a notebook.
 *
 * <p>Everything here is an {@link org.attentionlab.display.HtmlView}: an HTML fragment that needs
 * no network and reads well without scripts, with a plain text beside it. {@link
 * org.attentionlab.display.Html#of} turns any object into such a fragment, so that one helper
 * serves every Java kernel:
 *
 * <pre>
 * void show(Object o) { display(Html.of(o), "text/html"); }
 * </pre>
 *
 * <p>Reading order: {@code HtmlView}, {@code Html}, {@code TensorTable}, {@code Heatmap}, {@code
 * HeadGrid}, {@code Curve}, {@code Bars}, {@code Histogram}, {@code Scatter} with {@code Pca},
 * {@code Architecture} with {@code Architectures}, {@code Tables}; then {@code Lettering} for fonts
 * and {@code ColorRamp} for colours. {@code Progress} tells how far a training is. {@code
 * AttentionLabExtension} makes kernels of the JJava family show these objects without a helper.
 * Views that answer to mouse and keyboard have a package of their own, {@link
 * org.attentionlab.display.views}.
 */
package org.attentionlab.display;
