package org.attentionlab.kernel.session;

/**
 * A way to go on.
 *
 * @param text stands in place of what is replaced
 * @param type one of the names that IPython uses, such as {@code function} or {@code class}; front
 *     ends show a letter or a picture for it
 * @param signature of a method, else empty
 */
public record Option(String text, String type, String signature) {
  /** A way to go on that has no signature. */
  public Option(String text, String type) {
    this(text, type, "");
  }
}
