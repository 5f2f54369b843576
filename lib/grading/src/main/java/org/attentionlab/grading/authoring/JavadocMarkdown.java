package org.attentionlab.grading.authoring;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.EndElementTree;
import com.sun.source.doctree.EntityTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.ReturnTree;
import com.sun.source.doctree.StartElementTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.doctree.ThrowsTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.SimpleDocTreeVisitor;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.attentionlab.grading.GradingException;

/**
 * Javadoc turned into Markdown: paragraphs, lists, {@code pre}, emphasis, code and links.
 *
 * <p>A paragraph becomes one line. What Markdown or Jupyter would take for a sign of its own is
 * escaped, so that the text reads as it does in the Javadoc.
 */
final class JavadocMarkdown {

  private final String file;
  private final DocTrees docs;

  /**
   * For the comments of one file.
   *
   * @param file what a message calls the file
   */
  JavadocMarkdown(String file, DocTrees docs) {
    this.file = file;
    this.docs = docs;
  }

  /**
   * The text above the tags.
   *
   * @throws GradingException on an element or a tag that has no Markdown here
   */
  String body(DocCommentTree comment) {
    return markdown(comment.getFullBody());
  }

  /** The tags, a list item for each: parameters, result, errors. */
  String tags(DocCommentTree comment) {
    return comment.getBlockTags().stream().map(this::tag).collect(Collectors.joining("\n"));
  }

  private String tag(DocTree tag) {
    if (tag instanceof ParamTree param) {
      return "- `" + param.getName() + "`: " + markdown(param.getDescription());
    }
    if (tag instanceof ReturnTree result) {
      return "- result: " + markdown(result.getDescription());
    }
    if (tag instanceof ThrowsTree thrown) {
      return "- throws `" + thrown.getExceptionName() + "` " + markdown(thrown.getDescription());
    }
    throw unknown(tag.toString());
  }

  private String markdown(List<? extends DocTree> trees) {
    Writer writer = new Writer();
    trees.forEach(tree -> tree.accept(writer, null));
    return writer.blocks.text();
  }

  private GradingException unknown(String what) {
    return new GradingException(
        file
            + ": "
            + what
            + " in the Javadoc has no counterpart in the notebook; use p, pre, ul, ol, li, em,"
            + " strong, code, {@code}, {@literal}, {@link}, @param, @return or @throws");
  }

  /** Hands a comment's trees to the blocks one after the other. */
  private final class Writer extends SimpleDocTreeVisitor<Void, Void> {

    private final MarkdownBlocks blocks = new MarkdownBlocks();

    @Override
    public Void visitText(TextTree tree, Void nothing) {
      blocks.text(tree.getBody());
      return null;
    }

    @Override
    public Void visitEntity(EntityTree tree, Void nothing) {
      String characters = docs.getCharacters(tree);
      if (characters == null) {
        throw unknown(tree.toString());
      }
      blocks.text(characters);
      return null;
    }

    @Override
    public Void visitLiteral(LiteralTree tree, Void nothing) {
      if (tree.getKind() == DocTree.Kind.CODE) {
        blocks.code(tree.getBody().getBody());
      } else {
        blocks.text(tree.getBody().getBody());
      }
      return null;
    }

    @Override
    public Void visitLink(LinkTree tree, Void nothing) {
      if (tree.getLabel().isEmpty()) {
        blocks.code(shortName(tree.getReference().getSignature()));
      } else {
        tree.getLabel().forEach(part -> part.accept(this, null));
      }
      return null;
    }

    @Override
    public Void visitStartElement(StartElementTree tree, Void nothing) {
      String element = element(tree.getName().toString());
      switch (element) {
        case "p" -> blocks.endParagraph();
        case "pre" -> blocks.beginPre();
        case "ul" -> blocks.beginList("- ");
        case "ol" -> blocks.beginList("1. ");
        case "li" -> blocks.beginItem();
        case "em", "i" -> blocks.mark("*");
        case "strong", "b" -> blocks.mark("**");
        case "code" -> blocks.mark("`");
        default -> throw unknown("<" + element + ">");
      }
      return null;
    }

    @Override
    public Void visitEndElement(EndElementTree tree, Void nothing) {
      String element = element(tree.getName().toString());
      switch (element) {
        case "p", "li" -> blocks.endParagraph();
        case "pre" -> blocks.endPre();
        case "ul", "ol" -> blocks.endList();
        case "em", "i" -> blocks.mark("*");
        case "strong", "b" -> blocks.mark("**");
        case "code" -> blocks.mark("`");
        default -> throw unknown("</" + element + ">");
      }
      return null;
    }

    @Override
    protected Void defaultAction(DocTree tree, Void nothing) {
      throw unknown(tree.toString());
    }

    private static String element(String name) {
      return name.toLowerCase(Locale.ROOT);
    }

    /** {@code a.b.Type#method(int)} is {@code Type.method}, {@code #method} is {@code method}. */
    private static String shortName(String reference) {
      String plain = reference.replaceAll("\\(.*\\)", "").replaceAll("\\b[a-z]\\w*\\.", "");
      return plain.startsWith("#") ? plain.substring(1) : plain.replace('#', '.');
    }
  }
}
