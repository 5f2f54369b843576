package org.attentionlab.display;

/**
 * Something that shows itself as HTML.
 *
 * <p>The fragment is complete in itself: no script, no link, readable on light and dark pages. The
 * plain-text form of a view is its {@code toString()}.
 */
public interface HtmlView {
  /**
   * This view as HTML.
   *
   * @return a fragment for the body of a page
   */
  String toHtml();
}
