package org.attentionlab.kernel.magic;

import org.attentionlab.kernel.session.CellFailure;

/** What magics say when they cannot do their work. */
final class MagicErrors {
  private MagicErrors() {}

  /**
   * A magic that failed.
   *
   * @param magic as it is written, with % or %%
   * @param problem may have several lines
   */
  static CellFailure of(String magic, String problem) {
    return new CellFailure("MagicError", magic + ": " + problem);
  }

  /**
   * A magic with the wrong arguments; the message tells how to use it.
   *
   * @param magic as it is written, with % or %%
   * @param problem one line
   */
  static CellFailure usage(String magic, String problem) {
    return of(magic, problem + Manual.usage(magic).map(usage -> "\n" + usage).orElse(""));
  }
}
