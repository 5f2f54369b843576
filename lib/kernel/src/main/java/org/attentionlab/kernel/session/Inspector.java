package org.attentionlab.kernel.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Documentation;
import org.attentionlab.kernel.doc.Documents;
import org.attentionlab.kernel.doc.Documents.Document;
import org.attentionlab.kernel.doc.TypeText;
import org.attentionlab.kernel.session.Inspection.Section;

/**
 * Says what stands at the cursor: signature and documentation, of a variable its type and value.
 *
 * <p>What is told of is the name that the cursor is in or behind; where there is none, or it says
 * nothing, the method or constructor whose arguments the cursor is within. JShell tells what a name
 * means; the text comes from the sources, which JShell itself looks for in the JDK alone.
 */
public final class Inspector {
  private final SessionNames names;
  private final SourceCodeAnalysis analysis;
  private final Documents documents;
  private final Map<String, Optional<Class<?>>> types = new HashMap<>();

  /**
   * An inspector for one request: what it has found out about names does not outlive a cell.
   *
   * @param names of the session
   * @param documents what the sources say
   */
  public Inspector(SessionNames names, Documents documents) {
    this.names = names;
    this.analysis = names.analysis();
    this.documents = documents;
  }

  /**
   * Looks at a place.
   *
   * @param code the whole cell
   * @param cursor an offset in it
   * @param withSource whether to show the source of what is found
   */
  public Optional<Inspection> inspect(String code, int cursor, boolean withSource) {
    if (isPart(code, cursor - 1)) {
      return at(code, endOfName(code, cursor), withSource);
    }
    // Between a parenthesis or a comma and an argument, the call is what one asks about.
    return at(code, cursor, withSource)
        .or(
            () ->
                isPart(code, cursor)
                    ? at(code, endOfName(code, cursor), withSource)
                    : Optional.empty());
  }

  private static int endOfName(String code, int from) {
    int end = from;
    while (isPart(code, end)) {
      end++;
    }
    return end;
  }

  private static boolean isPart(String code, int at) {
    return at >= 0 && at < code.length() && Character.isJavaIdentifierPart(code.charAt(at));
  }

  private Optional<Inspection> at(String code, int end, boolean withSource) {
    CellPrefix prefix = CellPrefix.of(code.substring(0, end), names);
    String tail = prefix.tail();
    Brackets brackets = Brackets.of(tail);
    if (tail.isBlank() || brackets.inComment() || brackets.inTextBlock()) {
      return Optional.empty();
    }
    boolean isCalled = code.substring(end).stripLeading().startsWith("(");
    Optional<Inspection> found =
        isPart(tail, tail.length() - 1) ? name(prefix, isCalled, withSource) : Optional.empty();
    return found.or(
        () -> brackets.enclosingCall().flatMap(open -> call(prefix, tail, open, withSource)));
  }

  private Optional<Inspection> name(CellPrefix prefix, boolean isCalled, boolean withSource) {
    String tail = prefix.tail();
    String chain = TailExpression.chain(tail);
    boolean isImport = prefix.isImport();
    String name = chain.replaceFirst("^new\\s+", "");
    Optional<Inspection> asValue =
        isCalled ? Optional.empty() : named(prefix, name, isImport, withSource);
    if (asValue.isPresent() || isImport) {
      return asValue;
    }
    List<Signature> calls = calls(prefix, tail + "(", chain + "(");
    if (!calls.isEmpty()) {
      return Optional.of(described(calls, withSource));
    }
    return named(prefix, name, false, withSource);
  }

  /** A class, a package, a variable or a field. */
  private Optional<Inspection> named(
      CellPrefix prefix, String name, boolean isImport, boolean withSource) {
    boolean simple = name.matches("[\\w$]+");
    String known = simple ? prefix.qualified(name).orElse(name) : name;
    // As the value of a variable, because JShell does not always see a name that stands alone.
    List<String> views = new ArrayList<>();
    if (isImport) {
      views.add(known);
    } else {
      views.addAll(prefix.readings(prefix.tail()));
      views.addAll(prefix.readings("Object value$ = " + known));
      views.addAll(prefix.readings(known));
    }
    for (String view : views) {
      List<Signature> found = signatures(view, false);
      if (!found.isEmpty()) {
        Signature signature = found.get(0);
        return Optional.of(
            signature.kind() == Signature.Kind.TYPED && signature.owner().isEmpty()
                ? variable(signature)
                : described(found, withSource));
      }
    }
    return Optional.empty();
  }

  private Inspection variable(Signature signature) {
    List<Optional<Object>> value = names.valueOf(signature.name());
    ValueSummary summary = new ValueSummary(names::isFromCell);
    String heading = TypeText.withoutPackages(signature.text());
    return Inspection.of(
        List.of(
            new Section(
                value.isEmpty() ? heading : heading + " = " + summary.of(value.get(0).orElse(null)),
                "",
                "")));
  }

  /** The overloads of what is called; those that fit the arguments so far come first. */
  private Optional<Inspection> call(CellPrefix prefix, String tail, int open, boolean withSource) {
    String callee = tail.substring(0, open + 1);
    String chain = TailExpression.chain(tail.substring(0, open)) + "(";
    List<Signature> all = calls(prefix, callee, chain);
    if (all.isEmpty()) {
      // A parenthesis within the arguments, as in max((a), or of a keyword: look further out.
      return Brackets.of(tail.substring(0, open))
          .enclosingCall()
          .flatMap(outer -> call(prefix, tail, outer, withSource));
    }
    Set<Signature> ordered = new LinkedHashSet<>();
    if (all.size() > 1 && !tail.substring(open + 1).isBlank()) {
      ordered.addAll(calls(prefix, tail, chain + tail.substring(open + 1)));
      ordered.retainAll(all);
    }
    ordered.addAll(all);
    return Optional.of(described(List.copyOf(ordered), withSource));
  }

  private List<Signature> calls(CellPrefix prefix, String statement, String expression) {
    Set<String> views = new LinkedHashSet<>(prefix.readings(statement));
    views.addAll(prefix.readings(expression));
    for (String view : views) {
      List<Signature> found =
          signatures(view, true).stream()
              .filter(
                  s -> s.kind() == Signature.Kind.METHOD || s.kind() == Signature.Kind.CONSTRUCTOR)
              .toList();
      if (!found.isEmpty()) {
        return found;
      }
    }
    return List.of();
  }

  private List<Signature> signatures(String view, boolean callable) {
    return analysis.documentation(view, view.length(), false).stream()
        .map(Documentation::signature)
        .distinct()
        .map(s -> Signature.parse(s, callable))
        .toList();
  }

  private Inspection described(List<Signature> found, boolean withSource) {
    return Inspection.of(found.stream().map(s -> section(s, withSource)).toList());
  }

  private Section section(Signature signature, boolean withSource) {
    Optional<Document> document = document(signature);
    boolean isType = signature.kind() == Signature.Kind.NAMED;
    return new Section(
        isType ? signature.text() : TypeText.withoutPackages(signature.text()),
        document.map(Document::html).orElse(""),
        withSource ? document.map(Document::source).orElse("") : "");
  }

  private Optional<Document> document(Signature signature) {
    return switch (signature.kind()) {
      case METHOD, CONSTRUCTOR ->
          type(signature.owner())
              .flatMap(owner -> documents.method(owner, signature.name(), signature.parameters()));
      case TYPED ->
          type(signature.owner()).flatMap(owner -> documents.field(owner, signature.name()));
      case NAMED -> type(signature.name()).flatMap(documents::type).or(() -> constant(signature));
    };
  }

  private Optional<Document> constant(Signature signature) {
    int dot = signature.name().lastIndexOf('.');
    return dot < 0
        ? Optional.empty()
        : type(signature.name().substring(0, dot))
            .flatMap(owner -> documents.field(owner, signature.name().substring(dot + 1)));
  }

  /** A class by its qualified name, or by the name that the session's imports give it. */
  private Optional<Class<?>> type(String name) {
    return name.isEmpty() ? Optional.empty() : types.computeIfAbsent(name, this::found);
  }

  private Optional<Class<?>> found(String name) {
    return names
        .type(name)
        .or(
            () ->
                signatures(name, false).stream()
                    .map(Signature::name)
                    .filter(qualified -> !qualified.equals(name))
                    .findFirst()
                    .flatMap(names::type));
  }
}
