package org.attentionlab.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits the lines of a Markdown source into cells, where jupytext does. */
final class SourceScanner {

  private static final Pattern REGION =
      Pattern.compile("<!--\\s*#region(?<options>\\s.*?)?-->\\s*");
  private static final Pattern END_REGION = Pattern.compile("<!--\\s*#endregion\\s*-->\\s*");
  private static final Pattern ANY_FENCE = Pattern.compile("`{3,}\\s*\\S.*");

  private final List<String> lines;
  private final String name;
  private final List<SourceBlock> blocks = new ArrayList<>();
  private final List<String> text = new ArrayList<>();
  private int textStart;
  private int position;
  private int blank;
  private boolean indented;

  SourceScanner(List<String> lines, int start, String name) {
    this.lines = lines;
    this.position = start;
    this.name = name;
  }

  List<SourceBlock> scan() {
    while (position < lines.size()) {
      String line = lines.get(position);
      Optional<Fence> fence = Fence.opening(line);
      if (fence.isPresent() && fence.get().isJava() && !fence.get().isShownOnly()) {
        code(fence.get());
      } else if (fence.isPresent()) {
        shownFence(fence.get());
      } else if (REGION.matcher(line).matches()) {
        region();
      } else if (END_REGION.matcher(line).matches()) {
        throw new NotebookException(
            place(position) + ": #endregion without #region above; remove it");
      } else {
        textLine(line);
      }
    }
    endText();
    return blocks;
  }

  private void textLine(String line) {
    if (line.isBlank()) {
      // Those inside an indented block belong to it.
      blank += indented ? 0 : 1;
    } else if (line.startsWith("    ") && (indented || blank > 0)) {
      indented = true;
      blank = 0;
    } else {
      splitAfterTwoBlanks();
      indented = false;
    }
    addText(line);
    position++;
  }

  private void splitAfterTwoBlanks() {
    if (blank >= 2) {
      endText();
    }
    blank = 0;
  }

  private void code(Fence fence) {
    endText();
    int start = position;
    List<String> body = new ArrayList<>();
    for (position++; position < lines.size(); position++) {
      String line = lines.get(position);
      if (fence.closedBy(line)) {
        CellOptions options = CellOptions.parse(fence.options(), place(start));
        if (options.id().isEmpty()) {
          throw new NotebookException(
              place(start)
                  + ": a code cell has no id; name it as in ```java id=\"mouse-scale\", or write"
                  + " ```java .noeval for code that is only shown");
        }
        add(Cell.Kind.CODE, options, body, start);
        position++;
        return;
      }
      if (line.startsWith(fence.marker()) && ANY_FENCE.matcher(line).matches()) {
        break;
      }
      body.add(line);
    }
    throw notClosed(start, fence.marker());
  }

  /** A fenced block that stays in the text. */
  private void shownFence(Fence fence) {
    splitAfterTwoBlanks();
    indented = indented && fence.indent().length() >= 4;
    int start = position;
    addText(fence.isShownOnly() ? fence.indent() + fence.marker() + "java" : lines.get(start));
    for (position++; position < lines.size(); position++) {
      addText(lines.get(position));
      if (fence.closedBy(lines.get(position))) {
        position++;
        return;
      }
    }
    throw notClosed(start, fence.marker());
  }

  private void region() {
    endText();
    int start = position;
    Matcher opening = REGION.matcher(lines.get(start));
    String given = opening.matches() ? opening.group("options") : null;
    CellOptions options = CellOptions.parse(given == null ? "" : given, place(start));
    List<String> body = new ArrayList<>();
    for (position++; position < lines.size(); position++) {
      String line = lines.get(position);
      if (END_REGION.matcher(line).matches()) {
        add(Cell.Kind.MARKDOWN, options, body, start);
        position++;
        return;
      }
      if (REGION.matcher(line).matches()) {
        break;
      }
      body.add(line);
    }
    throw notClosed(start, "<!-- #endregion -->");
  }

  private NotebookException notClosed(int start, String closing) {
    return new NotebookException(
        place(start)
            + ": what begins here is not closed"
            + (position < lines.size() ? " before line " + (position + 1) : "")
            + "; write "
            + closing
            + " on a line of its own where it ends");
  }

  private void addText(String line) {
    if (text.isEmpty()) {
      textStart = position;
    }
    text.add(line);
  }

  private void endText() {
    CellOptions none = CellOptions.parse("", name);
    int first = 0;
    while (first < text.size() && text.get(first).isBlank()) {
      first++;
    }
    if (first < text.size()) {
      add(Cell.Kind.MARKDOWN, none, text, textStart + first);
    }
    text.clear();
    blank = 0;
    indented = false;
  }

  private void add(Cell.Kind kind, CellOptions options, List<String> body, int start) {
    int from = 0;
    int to = body.size();
    while (from < to && body.get(from).isBlank()) {
      from++;
    }
    while (to > from && body.get(to - 1).isBlank()) {
      to--;
    }
    String source = String.join("\n", body.subList(from, to));
    blocks.add(new SourceBlock(kind, options, source, start + 1));
  }

  private String place(int index) {
    return name + ":" + (index + 1);
  }
}
