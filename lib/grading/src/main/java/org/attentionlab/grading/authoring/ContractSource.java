package org.attentionlab.grading.authoring;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import java.nio.file.Path;
import java.util.List;
import org.attentionlab.grading.Exercise;
import org.attentionlab.grading.GradingException;

/**
 * An exercise's contract as its source tells it: the values of {@link Exercise} and the task.
 *
 * @param packageName package of the contract
 * @param type simple name of the interface
 * @param id number of the exercise: {@code 4.1}
 * @param name name of the answer's field
 * @param points points for an answer without fault
 * @param task the Javadoc in Markdown, with the method to write
 */
record ContractSource(
    String packageName, String type, String id, String name, int points, String task) {

  /**
   * Reads a contract.
   *
   * @throws GradingException when the file is no contract; the message says what is missing
   */
  static ContractSource read(Path file) {
    JavaSource source = JavaSource.parse(file.toString(), JavaSource.read(file));
    ClassTree type = source.type();
    AnnotationTree exercise =
        type.getModifiers().getAnnotations().stream()
            .filter(annotation -> annotation.getAnnotationType().toString().equals("Exercise"))
            .findFirst()
            .orElseThrow(
                () -> source.problem(type, type.getSimpleName() + " is not annotated @Exercise"));
    return new ContractSource(
        source.unit().getPackageName().toString(),
        type.getSimpleName().toString(),
        value(source, exercise, "id", String.class),
        value(source, exercise, "name", String.class),
        value(source, exercise, "points", Integer.class),
        task(source, type, new JavadocMarkdown(file.toString(), source.docs())));
  }

  /** What a learner reads when the exercise is still open. */
  String label() {
    return id + " " + name;
  }

  private static <T> T value(
      JavaSource source, AnnotationTree exercise, String element, Class<T> wanted) {
    for (ExpressionTree argument : exercise.getArguments()) {
      if (argument instanceof AssignmentTree assignment
          && assignment.getVariable().toString().equals(element)
          && assignment.getExpression() instanceof LiteralTree literal
          && wanted.isInstance(literal.getValue())) {
        return wanted.cast(literal.getValue());
      }
    }
    throw source.problem(
        exercise, "@Exercise needs " + element + " = ... with the value written out");
  }

  private static String task(JavaSource source, ClassTree type, JavadocMarkdown markdown) {
    String story =
        source
            .typeDoc()
            .map(markdown::body)
            .orElseThrow(
                () -> source.problem(type, type.getSimpleName() + " has no Javadoc, so no task"));
    MethodTree method = method(source, type);
    String signature = source.textWithoutModifiers(method, method.getModifiers());
    String details =
        source
            .doc(method)
            .map(doc -> markdown.body(doc) + "\n\n" + markdown.tags(doc))
            .orElseThrow(() -> source.problem(method, "the method has no Javadoc"));
    return story
        + "\n\n**Your function:** `"
        + signature.replace(";", "").replaceAll("\\s+", " ")
        + "`\n\n"
        + details.strip();
  }

  private static MethodTree method(JavaSource source, ClassTree type) {
    List<MethodTree> found =
        type.getMembers().stream()
            .filter(MethodTree.class::isInstance)
            .map(MethodTree.class::cast)
            .filter(method -> method.getBody() == null)
            .toList();
    if (found.size() != 1) {
      throw source.problem(
          type,
          type.getSimpleName()
              + " has "
              + found.size()
              + " abstract methods; a contract has exactly one");
    }
    return found.get(0);
  }
}
