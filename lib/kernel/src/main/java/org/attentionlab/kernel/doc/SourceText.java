package org.attentionlab.kernel.doc;

import java.net.URI;
import javax.tools.SimpleJavaFileObject;

/** A Java file that is only in memory. */
public final class SourceText extends SimpleJavaFileObject {
  private final String text;

  /** A file of this text. */
  public SourceText(String text) {
    super(URI.create("string:///Source.java"), Kind.SOURCE);
    this.text = text;
  }

  @Override
  public CharSequence getCharContent(boolean ignoreEncodingErrors) {
    return text;
  }
}
