package org.attentionlab.kernel.session;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.ToolProvider;
import org.attentionlab.kernel.doc.SourceText;
import org.attentionlab.kernel.session.SnippetOrigins.Added;
import org.attentionlab.kernel.session.SnippetOrigins.Origin;

/**
 * Prepares the sealed types of a cell for JShell, which compiles each declaration by itself.
 *
 * <p>A sealed type goes before all its subtypes, wherever it stands in the cell, as JShell before
 * Java 21 fails when it meets only some of them first. One without a permits clause gets it: Java
 * would permit the subtypes of the same file, which for JShell is always another.
 */
final class SealedTypes {
  private static final Pattern SEALED = Pattern.compile("\\bsealed\\b");

  private static final Pattern NON_SEALED = Pattern.compile("\\bnon-sealed\\b");
  private static final Pattern ANY_SEALED = Pattern.compile("\\b(?:non-)?sealed\\b");

  private final List<Type> types = new ArrayList<>();

  /** Supertypes that cannot be sealed, because their non-sealed subtypes cannot be declared. */
  private final List<Type> opened = new ArrayList<>();

  private record Type(
      Statement statement, ClassTree tree, SourcePositions at, CompilationUnitTree unit) {
    String name() {
      return tree.getSimpleName().toString();
    }

    boolean is(Modifier modifier) {
      return tree.getModifiers().getFlags().contains(modifier);
    }

    boolean opens(Type parent) {
      return is(Modifier.NON_SEALED) && extendsType(parent);
    }

    boolean extendsType(Type parent) {
      return Stream.concat(
              Stream.ofNullable(tree.getExtendsClause()), tree.getImplementsClause().stream())
          .map(t -> t instanceof ParameterizedTypeTree p ? p.getType() : t)
          .anyMatch(t -> t.toString().equals(parent.name()));
    }
  }

  private SealedTypes(List<Statement> statements, boolean nonSealedWorks) {
    statements.forEach(s -> parse(s).ifPresent(types::add));
    if (!nonSealedWorks) {
      types.stream()
          .filter(parent -> parent.is(Modifier.SEALED))
          .filter(parent -> types.stream().anyMatch(t -> t.opens(parent)))
          .forEach(opened::add);
    }
  }

  /**
   * The statements of a cell in the order, and with the text, that JShell is to get.
   *
   * @param nonSealedWorks tells whether JShell can declare non-sealed types; where not, their
   *     supertypes are declared open, which changes no valid program on a Java so old
   */
  static List<Statement> arrange(List<Statement> statements, BooleanSupplier nonSealedWorks) {
    if (statements.stream().noneMatch(s -> SEALED.matcher(s.source()).find())) {
      return statements;
    }
    boolean any = statements.stream().anyMatch(s -> NON_SEALED.matcher(s.source()).find());
    return new SealedTypes(statements, !any || nonSealedWorks.getAsBoolean()).arranged(statements);
  }

  private List<Statement> arranged(List<Statement> statements) {
    Set<Statement> order = new LinkedHashSet<>();
    for (Statement statement : statements) {
      types.stream()
          .filter(type -> type.statement().equals(statement))
          .forEach(type -> sealedAbove(type, order));
      order.add(statement);
    }
    return order.stream().map(this::permitting).toList();
  }

  private void sealedAbove(Type type, Set<Statement> order) {
    for (Type parent : types) {
      if (parent.is(Modifier.SEALED)
          && type.extendsType(parent)
          && !order.contains(parent.statement())) {
        sealedAbove(parent, order);
        order.add(parent.statement());
      }
    }
  }

  private Statement permitting(Statement statement) {
    Optional<Type> found =
        types.stream().filter(type -> type.statement().equals(statement)).findFirst();
    if (found.isEmpty()) {
      return statement;
    }
    Type type = found.get();
    if (opened.contains(type) || opened.stream().anyMatch(type::opens)) {
      return new Statement(open(type), statement.origin());
    }
    return type.is(Modifier.SEALED) && type.tree().getPermitsClause().isEmpty()
        ? withPermits(type).orElse(statement)
        : statement;
  }

  /** The source with blanks for what seals, so that all else keeps its place. */
  private static String open(Type type) {
    StringBuilder text = new StringBuilder(type.statement().source());
    int modifiers = (int) type.at().getEndPosition(type.unit(), type.tree().getModifiers());
    Matcher word = ANY_SEALED.matcher(text).region(0, modifiers);
    if (word.find()) {
      blank(text, word.start(), word.end());
    }
    List<? extends Tree> permits = type.tree().getPermitsClause();
    if (!permits.isEmpty()) {
      int first = (int) type.at().getStartPosition(type.unit(), permits.get(0));
      Tree last = permits.get(permits.size() - 1);
      blank(
          text,
          text.lastIndexOf("permits", first),
          (int) type.at().getEndPosition(type.unit(), last));
    }
    return text.toString();
  }

  private static void blank(StringBuilder text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) != '\n') {
        text.setCharAt(i, ' ');
      }
    }
  }

  private Optional<Statement> withPermits(Type type) {
    List<String> names = types.stream().filter(t -> t.extendsType(type)).map(Type::name).toList();
    int brace = bodyOf(type);
    if (names.isEmpty() || brace < 0) {
      return Optional.empty();
    }
    List<String> permitted = new ArrayList<>(names);
    type.tree().getMembers().stream()
        .filter(ClassTree.class::isInstance)
        .map(member -> new Type(type.statement(), (ClassTree) member, type.at(), type.unit()))
        .filter(member -> member.extendsType(type))
        .forEach(member -> permitted.add(type.name() + "." + member.name()));
    String clause = " permits " + String.join(", ", permitted) + " ";
    Statement s = type.statement();
    Origin o = s.origin();
    return Optional.of(
        new Statement(
            s.source().substring(0, brace) + clause + s.source().substring(brace),
            new Origin(o.cell(), o.code(), o.offset(), new Added(brace, clause.length()))));
  }

  /** Where the body begins, in the source of the statement. */
  private static int bodyOf(Type type) {
    long from =
        Stream.concat(
                Stream.of(type.tree().getModifiers()),
                Stream.concat(
                    type.tree().getTypeParameters().stream(),
                    Stream.concat(
                        Stream.ofNullable(type.tree().getExtendsClause()),
                        type.tree().getImplementsClause().stream())))
            .mapToLong(part -> type.at().getEndPosition(type.unit(), part))
            .max()
            .orElse(0);
    return type.statement().source().indexOf('{', (int) Math.max(0, from));
  }

  private static Optional<Type> parse(Statement statement) {
    JavacTask task =
        (JavacTask)
            ToolProvider.getSystemJavaCompiler()
                .getTask(
                    null,
                    null,
                    diagnostic -> {},
                    List.of("-proc:none"),
                    null,
                    List.of(new SourceText(statement.source())));
    try {
      for (CompilationUnitTree unit : task.parse()) {
        for (Tree tree : unit.getTypeDecls()) {
          if (tree instanceof ClassTree type) {
            return Optional.of(
                new Type(statement, type, Trees.instance(task).getSourcePositions(), unit));
          }
        }
      }
      return Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
