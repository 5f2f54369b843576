package org.attentionlab.notebook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Gives every cell of a source its id: the one it names, or for text one that says which code cell
 * it stands before. So the ids last while the text is rewritten.
 */
final class CellIds {

  private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,64}");

  private final String name;
  private final Map<String, Integer> lineOfId = new HashMap<>();

  CellIds(String name) {
    this.name = name;
  }

  List<Cell> assign(List<SourceBlock> blocks) {
    List<Cell> cells = new ArrayList<>();
    Map<String, Integer> used = new HashMap<>();
    for (int i = 0; i < blocks.size(); i++) {
      SourceBlock block = blocks.get(i);
      String id;
      if (block.options().id().isPresent()) {
        id = block.options().id().get();
      } else {
        String base = nextCode(blocks, i);
        int number = used.merge(base, 1, Integer::sum);
        id = number == 1 ? base : base + "-" + number;
      }
      check(id, block.line());
      cells.add(block.toCell(id));
    }
    return cells;
  }

  private static String nextCode(List<SourceBlock> blocks, int from) {
    return blocks.subList(from, blocks.size()).stream()
        .filter(block -> block.kind() == Cell.Kind.CODE)
        .findFirst()
        .map(code -> "before-" + code.options().id().orElseThrow())
        .orElse("end");
  }

  private void check(String id, int line) {
    if (!ID.matcher(id).matches()) {
      throw new NotebookException(
          name
              + ":"
              + line
              + ": \""
              + id
              + "\" cannot be the id of a cell: 1 to 64 of a-z, 0-9 and -; choose one like"
              + " \"mouse-scale\""
              + (id.startsWith("before-")
                  ? " for the next code cell, from whose id that of this text is made"
                  : ""));
    }
    Integer earlier = lineOfId.putIfAbsent(id, line);
    if (earlier != null) {
      throw new NotebookException(
          name
              + ":"
              + line
              + ": the id \""
              + id
              + "\" is that of line "
              + earlier
              + " already; give one of the two cells another id");
    }
  }
}
