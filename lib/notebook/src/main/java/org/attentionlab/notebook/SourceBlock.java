package org.attentionlab.notebook;

/**
 * A cell of a Markdown source that may have no id yet.
 *
 * @param kind code or Markdown
 * @param options what stands in its opening line
 * @param text without blank lines at either end
 * @param line where it begins in the file, from 1
 */
record SourceBlock(Cell.Kind kind, CellOptions options, String text, int line) {

  Cell toCell(String id) {
    Cell cell = kind == Cell.Kind.CODE ? Cell.code(id, text) : Cell.markdown(id, text);
    return cell.withMetadata(options.metadata());
  }
}
