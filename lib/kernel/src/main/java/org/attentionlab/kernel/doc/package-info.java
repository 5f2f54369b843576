/**
 * Javadoc from Java sources, for a page and for a terminal.
 *
 * <p>Reading order: {@link org.attentionlab.kernel.doc.Sources} (where the sources are), {@code
 * SourceFile} (one of them; {@link org.attentionlab.kernel.doc.SourceText} makes one of a text),
 * {@code CommentHtml} (a comment as HTML), {@link org.attentionlab.kernel.doc.HtmlText} (HTML as
 * text), and {@link org.attentionlab.kernel.doc.Documents}, which joins them.
 */
package org.attentionlab.kernel.doc;
