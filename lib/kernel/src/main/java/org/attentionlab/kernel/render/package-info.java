/**
 * How values are shown: as HTML or a picture where that says more, and always as plain text too.
 *
 * <p>The kernel knows Java's own types alone: records, maps, collections, arrays, {@code Optional},
 * images. A library brings renderers for its types by itself, in three steps:
 *
 * <ol>
 *   <li>a public class with a public constructor that implements {@link
 *       org.dflib.jjava.jupyter.Extension}, from the artifact {@code
 *       org.dflib.jjava:jjava-jupyter}, scope {@code provided};
 *   <li>its {@code install} registers what it can show:
 *       <pre>
 * kernel.getRenderer()
 *     .createRegistration(Matrix.class)
 *     .preferring(MIMEType.TEXT_HTML)
 *     .register((matrix, context) -&gt;
 *         context.renderIfRequested(MIMEType.TEXT_HTML, () -&gt; matrix.toHtml()));
 * </pre>
 *   <li>the jar names the class in {@code META-INF/services/org.dflib.jjava.jupyter.Extension}.
 * </ol>
 *
 * <p>The extension is loaded when the kernel starts with the jar on its class path, and when a cell
 * adds the jar, by {@code %classpath} or {@code %maven}. From then on the type is shown so as the
 * value of a cell, by {@code display(x)}, and inside of records, maps and lists. The registration
 * also serves subtypes that have none of their own. A renderer that throws costs its own output
 * alone: the value is shown as without it, and a line on the error stream says what failed. Where
 * it gives no plain text, {@code toString()} does.
 *
 * <p>Reading order: {@link org.attentionlab.kernel.render.NotebookRenderer}, {@code PlainText},
 * {@code NestedHtml}, {@code SafeText}.
 */
package org.attentionlab.kernel.render;
