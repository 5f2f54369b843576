package org.attentionlab.kernel.session;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Where each snippet came from, so that errors speak of cells and their lines. */
final class SnippetOrigins {
  private final Map<String, Origin> bySnippet = new ConcurrentHashMap<>();

  /**
   * Where a snippet stands.
   *
   * @param cell the cell's number; 0 for code that came from elsewhere
   * @param code the cell's text
   * @param offset where in it the snippet begins
   * @param added text that the session put into the snippet, which the cell does not have
   */
  record Origin(int cell, String code, int offset, Added added) {
    Origin(int cell, String code, int offset) {
      this(cell, code, offset, Added.NONE);
    }

    /** The offset in the cell of an offset in the snippet. */
    int position(long inSnippet) {
      long past = Math.max(0, Math.min(inSnippet - added.offset(), added.length()));
      return (int) Math.max(0, Math.min(offset + inSnippet - past, code.length()));
    }

    /** Whether an error is in the text that was added. */
    boolean isAdded(Problem problem) {
      return added.length() > 0 && problem.position() == offset + added.offset();
    }

    /** The line in the cell, from 1, of a line in the snippet, from 1. */
    int line(int lineInSnippet) {
      return lineAt(offset) + lineInSnippet - 1;
    }

    /** The line in the cell, from 1, that holds an offset. */
    int lineAt(int position) {
      return 1 + (int) code.substring(0, position).chars().filter(c -> c == '\n').count();
    }

    /** The text of a line, from 1. */
    String text(int line) {
      return code.lines().skip(line - 1L).findFirst().orElse("");
    }

    String label() {
      return cell > 0 ? "cell [" + cell + "]" : "loaded code";
    }
  }

  /** Where in a snippet text was added, and how much. */
  record Added(int offset, int length) {
    static final Added NONE = new Added(Integer.MAX_VALUE, 0);
  }

  void put(String snippetId, Origin origin) {
    bySnippet.put(snippetId, origin);
  }

  void remove(String snippetId) {
    bySnippet.remove(snippetId);
  }

  Optional<Origin> get(String snippetId) {
    return Optional.ofNullable(bySnippet.get(snippetId));
  }
}
