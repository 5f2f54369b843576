package org.attentionlab.kernel.doc;

import com.sun.source.doctree.DeprecatedTree;
import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.ReturnTree;
import com.sun.source.doctree.SeeTree;
import com.sun.source.doctree.SinceTree;
import com.sun.source.doctree.ThrowsTree;
import com.sun.source.doctree.UnknownBlockTagTree;
import com.sun.source.util.TreePath;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What the sources say about classes and their members. */
public final class Documents {
  /** Files whose parsed form is kept; a learner asks about few at a time. */
  private static final int KEPT = 8;

  private static final Map<String, String> NOTES =
      Map.of("apiNote", "Note", "implNote", "Implementation note", "implSpec", "Implementation");

  private final Sources sources;
  private final Map<String, Optional<SourceFile>> files =
      new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Optional<SourceFile>> eldest) {
          return size() > KEPT;
        }
      };

  /** Documents from sources. */
  public Documents(Sources sources) {
    this.sources = sources;
  }

  /**
   * What is said about a declaration.
   *
   * @param html the comment, empty where there is none
   * @param source the declaration itself, empty where it is not written down
   */
  public record Document(String html, String source) {}

  /** A class. */
  public Optional<Document> type(Class<?> type) {
    return file(type)
        .flatMap(
            file ->
                file.type(type)
                    .map(
                        path ->
                            new Document(
                                file.comment(path).map(c -> html(c, Inherited.NOTHING)).orElse(""),
                                file.source(path))));
  }

  /**
   * A method, or a constructor by the name {@code <init>}.
   *
   * @param owner the class that declares it
   * @param parameters the types of its parameters, in any spelling
   */
  public Optional<Document> method(Class<?> owner, String name, List<String> parameters) {
    List<String> plain = parameters.stream().map(TypeText::plain).toList();
    Optional<Document> written =
        declared(owner, name, plain)
            .map(
                found ->
                    new Document(
                        found
                            .comment()
                            .map(c -> html(c, new Overridden(owner, name, plain)))
                            .orElseGet(() -> new Overridden(owner, name, plain).whole()),
                        found.file().source(found.path())));
    return written.or(() -> implicit(owner, name, plain));
  }

  /** What a record has without writing it: its accessors and its constructor. */
  private Optional<Document> implicit(Class<?> owner, String name, List<String> parameters) {
    RecordComponent[] components = owner.getRecordComponents();
    if (components == null) {
      return Optional.empty();
    }
    if (name.equals("<init>")) {
      return type(owner).map(document -> new Document(document.html(), ""));
    }
    boolean accessor =
        parameters.isEmpty() && Arrays.stream(components).anyMatch(c -> c.getName().equals(name));
    return accessor ? field(owner, name) : Optional.empty();
  }

  /** A field, an enum constant or a component of a record. */
  public Optional<Document> field(Class<?> owner, String name) {
    Optional<SourceFile> file = file(owner);
    Optional<TreePath> type = file.flatMap(f -> f.type(owner));
    if (type.isEmpty()) {
      return Optional.empty();
    }
    Optional<DocCommentTree> own = file.get().field(type.get(), name).flatMap(file.get()::comment);
    String html =
        own.map(c -> html(c, Inherited.NOTHING))
            .or(() -> file.get().comment(type.get()).map(c -> parameter(c, name, () -> "")))
            .orElse("");
    String source = file.get().field(type.get(), name).map(file.get()::source).orElse("");
    return Optional.of(new Document(html, source));
  }

  private record Declared(SourceFile file, TreePath path) {
    Optional<DocCommentTree> comment() {
      return file.comment(path);
    }
  }

  private Optional<Declared> declared(Class<?> owner, String name, List<String> parameters) {
    return file(owner)
        .flatMap(
            file ->
                file.type(owner)
                    .flatMap(type -> file.method(type, name, parameters))
                    .map(path -> new Declared(file, path)));
  }

  private Optional<SourceFile> file(Class<?> type) {
    Class<?> top = type;
    while (top.getEnclosingClass() != null) {
      top = top.getEnclosingClass();
    }
    Class<?> declaring = top;
    return files.computeIfAbsent(
        top.getName(), name -> sources.of(declaring).map(SourceFile::parse));
  }

  /** Where text that a comment leaves out, or asks for, comes from. */
  private interface Inherited {
    Inherited NOTHING = new Inherited() {};

    default String body() {
      return "";
    }

    default String parameter(String name) {
      return "";
    }

    default String returned() {
      return "";
    }
  }

  /** The comments of the methods that a method overrides, the nearest first. */
  private final class Overridden implements Inherited {
    private final Class<?> owner;
    private final String name;
    private final List<String> parameters;

    Overridden(Class<?> owner, String name, List<String> parameters) {
      this.owner = owner;
      this.name = name;
      this.parameters = parameters;
    }

    private Stream<Above> above() {
      if (name.equals("<init>")) {
        return Stream.empty();
      }
      return supertypes(owner)
          .flatMap(type -> declared(type, name, parameters).map(d -> new Above(type, d)).stream())
          .filter(above -> above.declared().comment().isPresent());
    }

    private String first(Function2 part) {
      return above()
          .map(
              a ->
                  part.of(
                      a.declared().comment().orElseThrow(),
                      new Overridden(a.type(), name, parameters)))
          .filter(html -> !html.isBlank())
          .findFirst()
          .orElse("");
    }

    String whole() {
      return first(Documents::html);
    }

    @Override
    public String body() {
      return first((comment, up) -> CommentHtml.body(comment, up::body));
    }

    @Override
    public String parameter(String parameter) {
      return first((c, up) -> Documents.parameter(c, parameter, () -> up.parameter(parameter)));
    }

    @Override
    public String returned() {
      return first((comment, up) -> Documents.returned(comment, up::returned));
    }
  }

  private record Above(Class<?> type, Declared declared) {}

  private interface Function2 {
    String of(DocCommentTree comment, Inherited inherited);
  }

  private static Stream<Class<?>> supertypes(Class<?> type) {
    List<Class<?>> direct = new ArrayList<>();
    Optional.ofNullable(type.getSuperclass()).ifPresent(direct::add);
    direct.addAll(List.of(type.getInterfaces()));
    return Stream.concat(direct.stream(), direct.stream().flatMap(Documents::supertypes));
  }

  private static String html(DocCommentTree comment, Inherited inherited) {
    StringBuilder html = new StringBuilder();
    List<? extends DocTree> tags = comment.getBlockTags();
    tags.stream()
        .filter(DeprecatedTree.class::isInstance)
        .map(t -> CommentHtml.of(((DeprecatedTree) t).getBody(), inherited::body))
        .forEach(t -> html.append("<p><b>Deprecated.</b> ").append(t).append("</p>\n"));
    String body = CommentHtml.body(comment, inherited::body);
    html.append(body.isEmpty() ? inherited.body() : body).append('\n');
    Map<String, List<String>> sections = new LinkedHashMap<>();
    for (DocTree tag : tags) {
      section(sections, tag, comment, inherited);
    }
    if (!sections.isEmpty()) {
      html.append("<dl>\n");
      sections.forEach(
          (title, entries) -> {
            html.append("<dt><b>").append(title).append("</b></dt>\n");
            entries.forEach(e -> html.append("<dd>").append(e).append("</dd>\n"));
          });
      html.append("</dl>\n");
    }
    return html.toString().strip();
  }

  private static void section(
      Map<String, List<String>> sections,
      DocTree tag,
      DocCommentTree comment,
      Inherited inherited) {
    if (tag instanceof ParamTree p) {
      String name = p.getName().getName().toString();
      String shown = p.isTypeParameter() ? "&lt;" + name + "&gt;" : name;
      add(
          sections,
          p.isTypeParameter() ? "Type parameters" : "Parameters",
          described(shown, CommentHtml.of(p.getDescription(), () -> inherited.parameter(name))));
    } else if (tag instanceof ReturnTree) {
      add(sections, "Returns", returned(comment, inherited::returned));
    } else if (tag instanceof ThrowsTree t) {
      add(
          sections,
          "Throws",
          described(
              CommentHtml.escape(CommentHtml.reference(t.getExceptionName().getSignature())),
              CommentHtml.of(t.getDescription(), inherited::body)));
    } else if (tag instanceof SeeTree s) {
      add(sections, "See also", see(s));
    } else if (tag instanceof SinceTree s) {
      add(sections, "Since", CommentHtml.of(s.getBody(), () -> ""));
    } else if (tag instanceof UnknownBlockTagTree u && NOTES.containsKey(u.getTagName())) {
      add(sections, NOTES.get(u.getTagName()), CommentHtml.of(u.getContent(), inherited::body));
    }
  }

  private static void add(Map<String, List<String>> sections, String title, String entry) {
    sections.computeIfAbsent(title, t -> new ArrayList<>()).add(entry);
  }

  private static String described(String name, String description) {
    return "<code>" + name + "</code>" + (description.isEmpty() ? "" : ": " + description);
  }

  private static String see(SeeTree see) {
    List<? extends DocTree> reference = see.getReference();
    DocTree first = reference.get(0);
    if (first.getKind() == DocTree.Kind.REFERENCE) {
      return reference.size() > 1
          ? CommentHtml.of(reference.subList(1, reference.size()), () -> "")
          : "<code>" + CommentHtml.escape(CommentHtml.reference(first.toString())) + "</code>";
    }
    return CommentHtml.of(reference, () -> "");
  }

  private static String parameter(DocCommentTree comment, String name, Supplier<String> inherited) {
    return comment.getBlockTags().stream()
        .filter(t -> t instanceof ParamTree p && !p.isTypeParameter())
        .map(ParamTree.class::cast)
        .filter(p -> p.getName().getName().contentEquals(name))
        .map(p -> CommentHtml.of(p.getDescription(), inherited))
        .findFirst()
        .orElse("");
  }

  private static String returned(DocCommentTree comment, Supplier<String> inherited) {
    return comment.getBlockTags().stream()
        .filter(ReturnTree.class::isInstance)
        .map(t -> CommentHtml.of(((ReturnTree) t).getDescription(), inherited))
        .findFirst()
        .orElse("");
  }
}
