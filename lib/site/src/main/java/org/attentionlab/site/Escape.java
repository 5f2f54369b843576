package org.attentionlab.site;

/** Text in HTML. */
final class Escape {
  private Escape() {}

  static String text(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** Also for an attribute between double quotes. */
  static String attribute(String text) {
    return text(text).replace("\"", "&quot;");
  }
}
