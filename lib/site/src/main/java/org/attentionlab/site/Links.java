package org.attentionlab.site;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Link;
import org.commonmark.node.Node;

/** Turns links between the course's files into links between the site's pages. */
final class Links {
  private static final Pattern ADDRESS = Pattern.compile("[a-z]+:.*");

  private final Set<String> paths;

  /**
   * Links among these.
   *
   * @param paths the sources that are pages of the site
   */
  Links(Set<String> paths) {
    this.paths = Set.copyOf(paths);
  }

  /**
   * Rewrites the links of a text; one to a file that the site does not hold becomes plain text.
   *
   * @param from the path of the page that holds them
   */
  void rewrite(Node document, String from) {
    document.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Link link) {
            visitChildren(link);
            target(link.getDestination(), from)
                .ifPresentOrElse(link::setDestination, () -> unwrap(link));
          }
        });
  }

  private static void unwrap(Link link) {
    while (link.getFirstChild() != null) {
      link.insertBefore(link.getFirstChild());
    }
    link.unlink();
  }

  /** Where a link leads on the site; empty where the site lacks its target. */
  Optional<String> target(String destination, String from) {
    if (destination.startsWith("#") || ADDRESS.matcher(destination).matches()) {
      return Optional.of(destination);
    }
    int end = destination.indexOf('#');
    String file = end < 0 ? destination : destination.substring(0, end);
    String part = end < 0 ? "" : destination.substring(end);
    String path = URI.create("/" + from).resolve(file).normalize().getPath().substring(1);
    if (!paths.contains(path)) {
      return Optional.empty();
    }
    return Optional.of(file.replaceFirst("\\.(ipynb|md)$", ".html") + part);
  }
}
