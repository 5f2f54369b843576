package org.attentionlab.kernel.magic;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.attentionlab.kernel.JavaKernel;
import org.dflib.jjava.jupyter.kernel.magic.LineMagic;

/** {@code %load FILE}: runs a Java or JShell file, or the code cells of a notebook. */
final class LoadMagic implements LineMagic<Void, JavaKernel> {
  /** Tried in order where the name alone names no file. */
  private static final List<String> ENDINGS =
      List.of("", ".jsh", ".jshell", ".java", ".ijava", ".ipynb");

  @Override
  public Void eval(JavaKernel kernel, List<String> arguments) throws IOException {
    if (arguments.size() != 1) {
      throw MagicErrors.usage("%load", "takes one file.");
    }
    Path file = find(arguments.get(0));
    for (String code : codeOf(file)) {
      kernel.evalRaw(code);
    }
    return null;
  }

  private static Path find(String name) {
    return ENDINGS.stream()
        .map(ending -> Path.of(name + ending))
        .filter(Files::isRegularFile)
        .findFirst()
        .orElseThrow(
            () ->
                MagicErrors.of(
                    "%load",
                    "there is no file "
                        + name
                        + ", with or without an ending ("
                        + String.join(" ", ENDINGS).strip()
                        + ")\n  "
                        + whereRelativePathsBegin()));
  }

  static String whereRelativePathsBegin() {
    return "Relative paths begin in " + Path.of("").toAbsolutePath() + ".";
  }

  private static List<String> codeOf(Path file) throws IOException {
    String text;
    try {
      text = Files.readString(file);
    } catch (CharacterCodingException e) {
      throw MagicErrors.of("%load", "" + file + " is not UTF-8 text");
    }
    return file.toString().endsWith(".ipynb") ? codeCells(file, text) : List.of(text);
  }

  private static List<String> codeCells(Path file, String json) {
    try {
      JsonArray cells = JsonParser.parseString(json).getAsJsonObject().getAsJsonArray("cells");
      List<String> code = new ArrayList<>();
      for (JsonElement element : cells) {
        JsonObject cell = element.getAsJsonObject();
        if (cell.get("cell_type").getAsString().equals("code")) {
          code.add(source(cell.get("source")));
        }
      }
      return code;
    } catch (JsonParseException | IllegalStateException | NullPointerException e) {
      throw MagicErrors.of("%load", "" + file + " is not a notebook: " + e.getMessage());
    }
  }

  private static String source(JsonElement source) {
    return source.isJsonArray()
        ? String.join(
            "", source.getAsJsonArray().asList().stream().map(JsonElement::getAsString).toList())
        : source.getAsString();
  }
}
