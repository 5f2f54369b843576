package org.attentionlab.grading.authoring;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
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
 * @param task the Javadoc in Markdown, with the method to write and the records that it deals with
 * @param signature the method to write: {@code Roles project(Tensor x, Weights weights)}
 * @param records the contract's nested records: {@code ProjectQkv.Roles(Tensor q, Tensor k, Tensor
 *     v)}
 */
record ContractSource(
    String packageName,
    String type,
    String id,
    String name,
    int points,
    String task,
    String signature,
    List<String> records) {

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
        task(source, type, new JavadocMarkdown(file.toString(), source.docs())),
        signature(source, method(source, type)),
        records(type).map(record -> header(type, record)).toList());
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
    StringBuilder task = new StringBuilder(story);
    task.append("\n\n**Your function:** `").append(signature(source, method)).append("`\n\n");
    task.append(details(source, method, markdown, "the method has no Javadoc"));
    records(type)
        .forEach(
            record ->
                task.append("\n\n**Record:** `")
                    .append(header(type, record))
                    .append("`\n\n")
                    .append(details(source, record, markdown, "the record has no Javadoc")));
    return task.toString();
  }

  private static String details(
      JavaSource source, Tree member, JavadocMarkdown markdown, String missing) {
    return source
        .doc(member)
        .map(doc -> markdown.body(doc) + "\n\n" + markdown.tags(doc))
        .orElseThrow(() -> source.problem(member, missing))
        .strip();
  }

  private static String signature(JavaSource source, MethodTree method) {
    return source
        .textWithoutModifiers(method, method.getModifiers())
        .replace(";", "")
        .replaceAll("\\s+", " ");
  }

  private static Stream<ClassTree> records(ClassTree type) {
    return type.getMembers().stream()
        .filter(member -> member.getKind() == Tree.Kind.RECORD)
        .map(ClassTree.class::cast);
  }

  /** How an answer names a record, and what is in it. */
  private static String header(ClassTree type, ClassTree record) {
    String components =
        record.getMembers().stream()
            .filter(VariableTree.class::isInstance)
            .map(VariableTree.class::cast)
            .filter(field -> !field.getModifiers().getFlags().contains(Modifier.STATIC))
            .map(field -> field.getType() + " " + field.getName())
            .collect(Collectors.joining(", "));
    return type.getSimpleName() + "." + record.getSimpleName() + "(" + components + ")";
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
