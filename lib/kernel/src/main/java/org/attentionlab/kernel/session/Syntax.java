package org.attentionlab.kernel.session;

import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.attentionlab.kernel.doc.SourceText;

/**
 * Whether code that ends where it may end is Java at all, as {@code int int = 3;} is not.
 *
 * <p>JShell says of such code that it is complete, and finds the fault when it runs it.
 */
final class Syntax {
  private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();
  private static final List<String> OPTIONS = options();

  /** What a snippet may be: statements, with the last ; or without, a member, or a whole file. */
  private static final List<String> FORMS =
      List.of(
          "class A { void a() {\n%s\n} }",
          "class A { void a() {\n%s\n; } }", "class A {\n%s\n}", "%s");

  private static final String VALUE = "class A { Object a = (\n%s\n); }";

  private Syntax() {}

  private static List<String> options() {
    return Stream.concat(Stream.of("-proc:none"), JvmFeatures.compilerOptions(List.of()).stream())
        .toList();
  }

  /**
   * Whether a snippet has the form of one.
   *
   * @param snippet a statement, a declaration, an import, or an expression, perhaps with a ; at its
   *     end
   */
  static boolean isJava(String snippet) {
    return FORMS.stream().anyMatch(form -> parses(form.replace("%s", snippet)))
        || parses(VALUE.replace("%s", withoutSemicolon(snippet.strip())));
  }

  private static String withoutSemicolon(String bare) {
    return bare.endsWith(";") ? bare.substring(0, bare.length() - 1) : bare;
  }

  private static boolean parses(String text) {
    DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
    JavacTask task =
        (JavacTask)
            COMPILER.getTask(
                new StringWriter(), null, problems, OPTIONS, null, List.of(new SourceText(text)));
    try {
      task.parse();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return problems.getDiagnostics().stream().noneMatch(d -> d.getKind() == Diagnostic.Kind.ERROR);
  }
}
