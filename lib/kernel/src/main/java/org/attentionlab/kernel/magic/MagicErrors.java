package org.attentionlab.kernel.magic;

import org.attentionlab.kernel.session.CellFailure;

/** What magics say when they cannot do their work. */
final class MagicErrors {
  private MagicErrors() {}

  /** A magic that failed. */
  static CellFailure of(String magic, String problem) {
    return new CellFailure("MagicError", "%" + magic + ": " + problem);
  }

  /** A magic with the wrong arguments, and an example of the right ones. */
  static CellFailure usage(String magic, String problem, String example) {
    return of(magic, problem + " Example: %" + magic + " " + example);
  }
}
