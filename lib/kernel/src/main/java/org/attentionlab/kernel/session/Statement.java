package org.attentionlab.kernel.session;

import java.util.regex.Pattern;
import org.attentionlab.kernel.session.SnippetOrigins.Origin;

/**
 * A statement of a cell, as JShell gets it.
 *
 * @param source from its first token on
 * @param origin where it stands
 */
record Statement(String source, Origin origin) {
  private static final Pattern BLANKS_AND_COMMENTS =
      Pattern.compile("\\s+|//[^\\n]*+|/\\*(?:[^*]|\\*(?!/))*+\\*/");

  boolean isEmpty() {
    return source.strip().equals(";");
  }

  boolean isImport() {
    return source.startsWith("import") && !Character.isJavaIdentifierPart(charAfterImport());
  }

  private char charAfterImport() {
    return source.length() > 6 ? source.charAt(6) : ' ';
  }

  /** The first line of it in the cell, from 1. */
  int firstLine() {
    return origin.line(1);
  }

  /** The last line of it in the cell, from 1. */
  int lastLine() {
    return origin.line((int) source.stripTrailing().lines().count());
  }

  /** An import without what does not matter in it, to compare it with others. */
  static String essence(String importSource) {
    return BLANKS_AND_COMMENTS.matcher(importSource).replaceAll("");
  }
}
