package org.attentionlab.display;

/**
 * Something that shows itself as HTML.
 *
 * <p>{@code toString()} is the same in plain text, for front ends without HTML.
 */
public interface HtmlView {

  /** A self-contained HTML fragment: no scripts, nothing from the network, all text escaped. */
  String toHtml();
}
