package org.attentionlab.kernel.magic;

/**
 * What there is to know about a magic.
 *
 * @param usage its arguments, with its name first
 * @param summary one line
 * @param details more lines, or empty
 * @param example a cell, or part of one
 */
record ManualPage(String usage, String summary, String details, String example) {
  /** Usage and example, indented. */
  String brief() {
    return "  Usage:   " + usage + "\n  Example: " + example.replace("\n", "\n           ");
  }

  /** All of it. */
  String whole() {
    return summary + "\n" + brief() + (details.isEmpty() ? "" : "\n\n" + details.strip());
  }
}
