/**
 * The course as a static site: one page for each notebook, readable on a phone, without a server
 * and without the network.
 *
 * <p>Start at {@link org.attentionlab.site.Site}; a page is put together by PageHtml from what
 * CellHtml, MarkdownHtml and OutputHtml make of its cells.
 */
package org.attentionlab.site;
