package org.attentionlab.kernel.session;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.JShell;
import jdk.jshell.PersistentSnippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.Snippet.SubKind;

/** What the session has declared and imported already. */
final class Standing {
  private static final Pattern SINGLE_IMPORT = Pattern.compile("import(?!static\\b).*[.](\\w+);");

  /** A type declaration up to its name. */
  private static final Pattern TYPE =
      Pattern.compile("[^{(=;]*?\\b(?:class|interface|enum|record)\\s+(\\w+)[^;=]*");

  private final JShell shell;

  Standing(JShell shell) {
    this.shell = shell;
  }

  /** Whether an import stands already: to repeat it would make JShell declare variables anew. */
  boolean hasImport(String source) {
    String essence = Statement.essence(source);
    return DefaultImports.contain(essence)
        || shell
            .imports()
            .map(known -> Statement.essence(known.source()))
            .anyMatch(essence::equals);
  }

  /** The type or method that was declared in the very same words, and is complete. */
  Optional<DeclarationSnippet> sameDeclaration(String source) {
    String text = source.strip();
    return Stream.concat(shell.types(), shell.methods())
        .filter(known -> known.source().strip().equals(text))
        .filter(known -> shell.status(known) == Status.VALID)
        .map(DeclarationSnippet.class::cast)
        .findFirst();
  }

  /**
   * What a statement takes the place of: an import that of a declared type of the same name, and a
   * declared type that of an import. JShell would keep both, and compile nothing any more.
   */
  Optional<PersistentSnippet> rival(Statement statement) {
    String source = statement.source();
    if (statement.isImport()) {
      Matcher named = SINGLE_IMPORT.matcher(Statement.essence(source));
      return named.matches() ? named(shell.types(), named.group(1)) : Optional.empty();
    }
    Matcher type = TYPE.matcher(source);
    return type.lookingAt()
        ? named(
            shell.imports().filter(i -> i.subKind() == SubKind.SINGLE_TYPE_IMPORT_SUBKIND),
            type.group(1))
        : Optional.empty();
  }

  private static Optional<PersistentSnippet> named(
      Stream<? extends PersistentSnippet> snippets, String name) {
    return snippets
        .filter(s -> simple(s).equals(name))
        .map(PersistentSnippet.class::cast)
        .findFirst();
  }

  private static String simple(PersistentSnippet snippet) {
    return snippet.name().substring(snippet.name().lastIndexOf('.') + 1);
  }
}
