package org.attentionlab.kernel.session;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet.Status;

/**
 * The imports that every cell may rely on.
 *
 * <p>JShell takes them as one snippet: it compiles each snippet it gets, several times, and a start
 * waits for that. It files them under the first, which therefore is one that no cell will replace.
 */
final class DefaultImports {
  private static final List<String> NAMES =
      List.of(
          "static org.attentionlab.kernel.Prompt.*",
          "static org.attentionlab.kernel.Notebook.clearOutput",
          "static org.dflib.jjava.jupyter.kernel.BaseNotebookStatics.*",
          "java.io.*",
          "java.math.*",
          "java.net.*",
          "java.nio.file.*",
          "java.util.*",
          "java.util.concurrent.*",
          "java.util.function.*",
          "java.util.prefs.*",
          "java.util.regex.*",
          "java.util.stream.*");

  private static final List<String> STATEMENTS =
      NAMES.stream().map(name -> "import " + name + ";").toList();

  private static final List<String> ESSENCES = STATEMENTS.stream().map(Statement::essence).toList();

  private DefaultImports() {}

  /** Gives them to a session, one by one where this Java lacks a package and refuses the whole. */
  static void into(JShell shell) {
    boolean refused =
        shell.eval(String.join("\n", STATEMENTS)).stream()
            .anyMatch(event -> event.status() == Status.REJECTED);
    if (refused) {
      STATEMENTS.forEach(shell::eval);
    }
  }

  /**
   * Whether it is one of them.
   *
   * @param essence of an import, as {@link Statement#essence} gives it
   */
  static boolean contain(String essence) {
    return ESSENCES.contains(essence);
  }

  /** The packages that the compiler looks into for them: each with those around it. */
  static Set<String> packages() {
    Set<String> packages = new TreeSet<>();
    for (String name : NAMES) {
      String rest = name.substring(name.indexOf(' ') + 1);
      while (rest.indexOf('.') > 0) {
        rest = rest.substring(0, rest.lastIndexOf('.'));
        packages.add(rest);
      }
    }
    return packages;
  }
}
