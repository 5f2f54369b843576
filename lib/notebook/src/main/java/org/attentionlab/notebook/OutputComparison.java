package org.attentionlab.notebook;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Tells what differs between two executions of a notebook that a reader would notice: golden tests.
 *
 * <p>Compared are the cells' ids and sources, and of the outputs streams, {@code text/plain},
 * {@code text/html} and the names of errors. Of pictures only that there is one, and what it is
 * said to show: its bytes, and the width that its lettering takes, depend on the fonts of the
 * machine; and so do the places of the words that lie over a picture. Outputs of cells tagged
 * {@code volatile-output} are left out. Of cells tagged {@code trained-output}, which show what a
 * training on the spot has given, only the kinds are compared: a processor with wider vectors adds
 * in another order, and a training makes much of the last digit.
 */
public final class OutputComparison {

  /** The tag of cells whose outputs differ each time, as times do. */
  public static final String VOLATILE = "volatile-output";

  /** The tag of cells whose outputs hang on a training, and so on the processor. */
  public static final String TRAINED = "trained-output";

  private static final Pattern IMAGE_URI =
      Pattern.compile("data:image/[A-Za-z0-9.+-]+;base64,[A-Za-z0-9+/=\\s]*");
  private static final String IMAGE = "(image)";
  private static final Pattern IMAGE_TAG = Pattern.compile("<img [^>]*>");
  private static final Pattern SIZE = Pattern.compile(" (?:width|height)=\"[0-9]+\"");

  private static final Pattern OVERLAY =
      Pattern.compile("(<div class=\"al-over\"[^>]*?) style=\"[^\"]*\"");

  private OutputComparison() {}

  /** The differences, each with the cell's id and the first line that differs; none when equal. */
  public static List<String> differences(Notebook stored, Notebook fresh) {
    Map<String, Cell> before = byId(stored);
    Map<String, Cell> after = byId(fresh);
    List<String> differences = new ArrayList<>();
    before.keySet().stream()
        .filter(id -> !after.containsKey(id))
        .forEach(id -> differences.add("cell " + id + ": only in the stored notebook"));
    after.keySet().stream()
        .filter(id -> !before.containsKey(id))
        .forEach(id -> differences.add("cell " + id + ": only in the fresh notebook"));
    if (differences.isEmpty()) {
      String order = firstLine(ids(stored), ids(fresh));
      if (!order.isEmpty()) {
        differences.add("the cells are in another order" + order);
      }
    }
    before.forEach(
        (id, cell) -> {
          if (after.containsKey(id)) {
            compare(cell, after.get(id), differences);
          }
        });
    return differences;
  }

  private static String withoutPictures(String text) {
    String unplaced = OVERLAY.matcher(text).replaceAll("$1");
    String unread = IMAGE_URI.matcher(unplaced).replaceAll(IMAGE);
    return IMAGE_TAG
        .matcher(unread)
        .replaceAll(tag -> Matcher.quoteReplacement(SIZE.matcher(tag.group()).replaceAll("")));
  }

  private static Map<String, Cell> byId(Notebook notebook) {
    Map<String, Cell> cells = new LinkedHashMap<>();
    notebook.cells().forEach(cell -> cells.put(cell.id(), cell));
    return cells;
  }

  private static String ids(Notebook notebook) {
    return String.join("\n", notebook.cells().stream().map(Cell::id).toList());
  }

  private static void compare(Cell stored, Cell fresh, List<String> differences) {
    String where = "cell " + stored.id() + ": ";
    if (stored.kind() != fresh.kind()) {
      differences.add(
          where
              + "stored it is "
              + stored.kind().fileName()
              + ", fresh "
              + fresh.kind().fileName());
      return;
    }
    String source = firstLine(stored.source(), fresh.source());
    if (!source.isEmpty()) {
      differences.add(where + "the source differs" + source);
    }
    if (isTagged(VOLATILE, stored, fresh)) {
      return;
    }
    boolean trained = isTagged(TRAINED, stored, fresh);
    List<Shown> before = shown(stored);
    List<Shown> after = shown(fresh);
    for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
      Shown old = i < before.size() ? before.get(i) : Shown.NOTHING;
      Shown now = i < after.size() ? after.get(i) : Shown.NOTHING;
      if (trained ? !old.kind().equals(now.kind()) : !old.equals(now)) {
        String what =
            old.kind().equals(now.kind()) ? old.kind() : old.kind() + " became " + now.kind();
        differences.add(
            where
                + "output "
                + (i + 1)
                + " differs ("
                + what
                + ")"
                + firstLine(old.text(), now.text()));
        // Whatever comes later is shifted and would only repeat this.
        return;
      }
    }
  }

  private static boolean isTagged(String tag, Cell stored, Cell fresh) {
    return Stream.of(stored, fresh)
        .flatMap(cell -> StreamSupport.stream(cell.metadata().path("tags").spliterator(), false))
        .anyMatch(found -> found.asText().equals(tag));
  }

  /** What the reader of a cell sees, with streams joined however the kernel cut them. */
  private static List<Shown> shown(Cell cell) {
    List<Shown> shown = new ArrayList<>();
    for (JsonNode output : cell.outputs()) {
      switch (output.path("output_type").asText()) {
        case "stream" -> {
          String stream = output.path("name").asText();
          String text = NotebookReader.text(output.path("text"));
          int last = shown.size() - 1;
          if (last >= 0 && shown.get(last).kind().equals(stream)) {
            text = shown.remove(last).text() + text;
          }
          shown.add(new Shown(stream, text));
        }
        case "error" -> shown.add(new Shown("error", output.path("ename").asText()));
        default -> data(output.path("data"), shown);
      }
    }
    return shown;
  }

  private static void data(JsonNode data, List<Shown> shown) {
    for (String type : List.of("text/plain", "text/html")) {
      if (data.has(type)) {
        String text = NotebookReader.text(data.get(type));
        shown.add(new Shown(type, withoutPictures(text)));
      }
    }
    data.properties().stream()
        .map(Map.Entry::getKey)
        .filter(type -> type.startsWith("image/"))
        .sorted()
        .forEach(type -> shown.add(new Shown(type, IMAGE)));
  }

  /** The first line that differs, of both; empty for equal texts. */
  private static String firstLine(String stored, String fresh) {
    String[] before = stored.split("\n", -1);
    String[] after = fresh.split("\n", -1);
    for (int i = 0; i < Math.max(before.length, after.length); i++) {
      String old = i < before.length ? before[i] : "(ended)";
      String now = i < after.length ? after[i] : "(ended)";
      if (i >= before.length || i >= after.length || !old.equals(now)) {
        int from = excerptStart(old, now);
        return ", line "
            + (i + 1)
            + "\n  stored: "
            + excerpt(old, from)
            + "\n  fresh:  "
            + excerpt(now, from);
      }
    }
    return "";
  }

  /** Long lines, as HTML has them, are shown from a little before where they part. */
  private static int excerptStart(String one, String other) {
    int same = 0;
    while (same < Math.min(one.length(), other.length())
        && one.charAt(same) == other.charAt(same)) {
      same++;
    }
    return same > 80 ? same - 40 : 0;
  }

  private static String excerpt(String line, int from) {
    int to = Math.min(line.length(), from + 120);
    return (from > 0 ? "..." : "") + line.substring(from, to) + (to < line.length() ? "..." : "");
  }

  /** One thing that a cell shows. */
  private record Shown(String kind, String text) {
    static final Shown NOTHING = new Shown("nothing", "");
  }
}
