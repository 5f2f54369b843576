package org.attentionlab.display;

/**
 * Something that shows itself as HTML.
 *
 * <p>The fragment is complete in itself: no link, no file beside it, readable on light and dark
 * pages and where scripts are off. The plain-text form of a view is its {@code toString()}.
 */
public interface HtmlView {
  /**
   * This view as HTML.
   *
   * @return a fragment for the body of a page
   */
  String toHtml();
}
