package org.attentionlab.notebook;

import java.nio.file.Path;
import java.util.List;

/**
 * Reads the Markdown that people edit, in the form of jupytext, as a notebook.
 *
 * <pre>
 * ---
 * jupyter:
 *   kernelspec:
 *     display_name: Java (Attention Lab)
 *     language: java
 *     name: attentionlab
 *   attentionlab:
 *     lesson: "04"
 * ---
 *
 * # Text
 *
 * ```java id="mouse-scale" claims="32,34" tags=["hide-input"]
 * int x = 1;
 * ```
 * </pre>
 *
 * <ul>
 *   <li>A block of {@code java} at the left margin is a code cell, and has an id; with {@code
 *       .noeval} it is only shown. All other blocks are text.
 *   <li>Options are {@code key=value} with JSON values and go into the cell's metadata; {@code
 *       claims="32,34"} becomes the numbers {@code attentionlab.claims}, and {@code corrects="h"}
 *       the letters {@code attentionlab.corrects}.
 *   <li>Two blank lines split text into two cells. Its id is made from the next code cell's: {@code
 *       before-mouse-scale}, {@code before-mouse-scale-2}; after the last one {@code end}. Text
 *       between {@code <!-- #region id="plan" -->} and {@code <!-- #endregion -->} is one cell with
 *       that id.
 *   <li>The blocks {@code kernelspec} and {@code attentionlab} of the front matter go into the
 *       notebook's metadata. Jupytext finds them under {@code jupyter} only.
 * </ul>
 */
public final class MarkdownSource {

  private MarkdownSource() {}

  /**
   * Reads a file.
   *
   * @throws NotebookException naming file, line and repair
   */
  public static Notebook read(Path file) {
    return parse(TextFile.read(file), file.toString());
  }

  /**
   * Reads the text of a file.
   *
   * @param name what a message calls it
   * @throws NotebookException naming line and repair
   */
  public static Notebook parse(String text, String name) {
    List<String> lines = text.lines().toList();
    FrontMatter front = FrontMatter.of(lines, name);
    List<SourceBlock> blocks = new SourceScanner(lines, front.length(), name).scan();
    return new Notebook(front.metadata(), new CellIds(name).assign(blocks));
  }
}
