package org.attentionlab.kernel.session;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import jdk.jshell.Diag;
import org.attentionlab.kernel.session.SnippetOrigins.Origin;

/**
 * One error of the compiler, with its place in the cell.
 *
 * @param origin of the statement
 * @param code the compiler's name for the kind of error
 * @param message the compiler's words, often of several lines
 * @param position where in the cell it is
 * @param from where in the cell the wrong code begins
 * @param to where in the cell the wrong code ends
 */
record Problem(Origin origin, String code, String message, int position, int from, int to) {
  /** An error in a snippet, of whose text the origin's statement begins at an offset. */
  static Problem of(Origin origin, Diag diagnostic, int begin) {
    return new Problem(
        origin,
        diagnostic.getCode(),
        diagnostic.getMessage(Locale.ROOT),
        origin.position(diagnostic.getPosition() - begin),
        origin.position(diagnostic.getStartPosition() - begin),
        origin.position(diagnostic.getEndPosition() - begin));
  }

  /** The errors of a snippet. */
  static List<Problem> of(Origin origin, Stream<Diag> diagnostics) {
    return diagnostics.filter(Diag::isError).map(d -> of(origin, d, 0)).toList();
  }
}
