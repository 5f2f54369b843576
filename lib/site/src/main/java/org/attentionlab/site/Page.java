package org.attentionlab.site;

import java.util.List;
import org.attentionlab.notebook.Cell;

/**
 * A page of the site.
 *
 * @param path where its source lies in the course, as in {@code notebooks/04-self-attention.ipynb};
 *     the page lies there too, with another ending, so that links from source to source lead from
 *     page to page
 * @param title what the browser's tab and the links to it show
 * @param cells what it shows
 */
public record Page(String path, String title, List<Cell> cells) {

  /** Copies the list. */
  public Page {
    cells = List.copyOf(cells);
  }

  /** The page's address, seen from the site's root. */
  String address() {
    return path.replaceFirst("\\.(ipynb|md)$", ".html");
  }

  /** How one gets from this page to the site's root. */
  String root() {
    return "../".repeat((int) path.chars().filter(c -> c == '/').count());
  }
}
