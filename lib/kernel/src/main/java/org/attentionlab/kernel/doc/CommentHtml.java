package org.attentionlab.kernel.doc;

import com.sun.source.doctree.AttributeTree;
import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.EndElementTree;
import com.sun.source.doctree.EntityTree;
import com.sun.source.doctree.IndexTree;
import com.sun.source.doctree.InheritDocTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ReturnTree;
import com.sun.source.doctree.StartElementTree;
import com.sun.source.doctree.SummaryTree;
import com.sun.source.doctree.SystemPropertyTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.doctree.ValueTree;
import com.sun.source.util.SimpleDocTreeVisitor;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The running text of a documentation comment as HTML. */
final class CommentHtml extends SimpleDocTreeVisitor<Void, StringBuilder> {
  /** What a comment may not bring into a notebook. */
  private static final Set<String> LEFT_OUT =
      Set.of("script", "style", "iframe", "object", "embed", "form", "input", "link", "meta");

  private static final Pattern SNIPPET = Pattern.compile("\\{@snippet[^:]*:(.*)}", Pattern.DOTALL);

  /** Between a class and its member, or before a member of the same class. */
  private static final Pattern MEMBER = Pattern.compile("^#|(?<=[\\w)])#");

  private static final Pattern PRE = Pattern.compile("<pre>(.*?)</pre>", Pattern.DOTALL);

  private final Supplier<String> inherited;

  private CommentHtml(Supplier<String> inherited) {
    this.inherited = inherited;
  }

  /** The description, without block tags. */
  static String body(DocCommentTree comment, Supplier<String> inherited) {
    return of(comment.getFullBody(), inherited);
  }

  /**
   * A stretch of a comment.
   *
   * @param inherited stands in place of {@code {@inheritDoc}}
   */
  static String of(List<? extends DocTree> trees, Supplier<String> inherited) {
    StringBuilder html = new StringBuilder();
    new CommentHtml(inherited).visit(trees, html);
    return PRE.matcher(html.toString().strip()).replaceAll(CommentHtml::preformatted);
  }

  /** Without the blank that every line of a comment begins with, and without empty lines around. */
  private static String preformatted(MatchResult pre) {
    String text = pre.group(1).stripIndent().replaceFirst("\\A\\n+", "").stripTrailing();
    return Matcher.quoteReplacement("<pre>" + text + "</pre>");
  }

  static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** A reference as one reads it: {@code Math#max(int, int)} becomes {@code Math.max(int, int)}. */
  static String reference(String signature) {
    return MEMBER
        .matcher(TypeText.withoutPackages(signature))
        .replaceAll(m -> m.start() == 0 ? "" : ".");
  }

  @Override
  public Void visitText(TextTree node, StringBuilder html) {
    html.append(node.getBody());
    return null;
  }

  @Override
  public Void visitEntity(EntityTree node, StringBuilder html) {
    html.append(node);
    return null;
  }

  @Override
  public Void visitStartElement(StartElementTree node, StringBuilder html) {
    String name = node.getName().toString().toLowerCase(Locale.ROOT);
    if (!LEFT_OUT.contains(name)) {
      html.append('<').append(name);
      node.getAttributes().stream()
          .filter(a -> a instanceof AttributeTree)
          .map(a -> (AttributeTree) a)
          .filter(CommentHtml::isWebAddress)
          .forEach(a -> html.append(" href=\"").append(text(a.getValue())).append('"'));
      html.append('>');
    }
    return null;
  }

  /** Links within a tree of javadoc pages lead nowhere in a notebook. */
  private static boolean isWebAddress(AttributeTree attribute) {
    return attribute.getName().toString().equalsIgnoreCase("href")
        && attribute.getValue() != null
        && text(attribute.getValue()).matches("https?://[^\"<>]*");
  }

  private static String text(List<? extends DocTree> trees) {
    StringBuilder text = new StringBuilder();
    trees.forEach(text::append);
    return text.toString();
  }

  @Override
  public Void visitEndElement(EndElementTree node, StringBuilder html) {
    String name = node.getName().toString().toLowerCase(Locale.ROOT);
    if (!LEFT_OUT.contains(name)) {
      html.append("</").append(name).append('>');
    }
    return null;
  }

  @Override
  public Void visitLiteral(LiteralTree node, StringBuilder html) {
    String text = escape(node.getBody().getBody());
    html.append(node.getKind() == DocTree.Kind.CODE ? code(text) : text);
    return null;
  }

  private static String code(String escaped) {
    return "<code>" + escaped + "</code>";
  }

  @Override
  public Void visitLink(LinkTree node, StringBuilder html) {
    String label =
        node.getLabel().isEmpty()
            ? escape(reference(node.getReference().getSignature()))
            : of(node.getLabel(), inherited);
    html.append(node.getKind() == DocTree.Kind.LINK ? code(label) : label);
    return null;
  }

  @Override
  public Void visitValue(ValueTree node, StringBuilder html) {
    String shown =
        node.getReference() == null ? "the value" : reference(node.getReference().getSignature());
    html.append(code(escape(shown)));
    return null;
  }

  @Override
  public Void visitInheritDoc(InheritDocTree node, StringBuilder html) {
    html.append(inherited.get());
    return null;
  }

  /** {@code {@return ...}} in the text. */
  @Override
  public Void visitReturn(ReturnTree node, StringBuilder html) {
    html.append("Returns ").append(of(node.getDescription(), inherited)).append('.');
    return null;
  }

  @Override
  public Void visitIndex(IndexTree node, StringBuilder html) {
    return visit(node.getSearchTerm(), html);
  }

  @Override
  public Void visitSummary(SummaryTree node, StringBuilder html) {
    return visit(node.getSummary(), html);
  }

  @Override
  public Void visitSystemProperty(SystemPropertyTree node, StringBuilder html) {
    html.append(code(escape(node.getPropertyName().toString())));
    return null;
  }

  /** Kinds of comments that are newer than Java 17: snippets of code and Markdown. */
  @Override
  protected Void defaultAction(DocTree node, StringBuilder html) {
    String text = node.toString();
    Matcher snippet = SNIPPET.matcher(text);
    if (snippet.matches()) {
      html.append("<pre>").append(escape(snippet.group(1).stripIndent().strip())).append("</pre>");
    } else {
      html.append(escape(text).replaceAll("\\n\\s*\\n", "\n<p>"));
    }
    return null;
  }
}
