package org.attentionlab.display;

/** HTML fragments for a notebook. */
public final class Html {

  private Html() {}

  /** The text with the characters that HTML gives a meaning written out. */
  public static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
