package org.attentionlab.kernel.session;

import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import org.dflib.jjava.jupyter.kernel.BaseKernel;

/** Whether code can be run as it stands, or more lines are to follow. */
public final class Readiness {
  private static final String INDENT = "    ";

  private Readiness() {}

  /**
   * Judges code.
   *
   * @return {@link BaseKernel#IS_COMPLETE_YES}, {@link BaseKernel#IS_COMPLETE_BAD}, or the blanks
   *     that the next line begins with
   */
  public static String of(String code, SourceCodeAnalysis analysis) {
    CellSource source = CellSource.parse(code);
    for (CellSource.Part part : source.parts()) {
      if (part instanceof CellSource.Java java) {
        String rest = source.code().substring(java.from(), java.to());
        while (!rest.isBlank()) {
          CompletionInfo info = analysis.analyzeCompletion(rest);
          switch (info.completeness()) {
            case DEFINITELY_INCOMPLETE -> {
              return indent(rest);
            }
            case UNKNOWN -> {
              return BaseKernel.IS_COMPLETE_BAD;
            }
            case EMPTY -> rest = "";
            default -> rest = info.remaining();
          }
        }
      }
    }
    return BaseKernel.IS_COMPLETE_YES;
  }

  private static String indent(String code) {
    long open = code.chars().filter(c -> c == '{').count();
    long closed = code.chars().filter(c -> c == '}').count();
    return INDENT.repeat((int) Math.max(0, open - closed));
  }
}
