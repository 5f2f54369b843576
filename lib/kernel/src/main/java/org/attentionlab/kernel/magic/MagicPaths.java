package org.attentionlab.kernel.magic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.attentionlab.kernel.session.Completer.Completion;
import org.attentionlab.kernel.session.Option;

/** Proposes files for the magics that take some. */
final class MagicPaths {
  private static final int MOST = 200;

  private static final Map<String, List<String>> ENDINGS =
      Map.of(
          "load", List.of(".java", ".jshell", ".jsh", ".ipynb"),
          "classpath", List.of(".jar"),
          "jars", List.of(".jar"));

  private MagicPaths() {}

  static boolean takesFiles(String magic) {
    return ENDINGS.containsKey(magic);
  }

  /**
   * Proposes.
   *
   * @param magic its name
   * @param before the code up to the cursor
   * @param from where the magic's arguments begin in it
   */
  static Completion complete(String magic, String before, int from) {
    int start = startOfWord(before, from);
    boolean quoted = start < before.length() && before.charAt(start) == '"';
    String begun = before.substring(quoted ? start + 1 : start);
    int slash = begun.lastIndexOf('/') + 1;
    String folder = begun.substring(0, slash);
    String name = begun.substring(slash);
    List<Option> options = new ArrayList<>();
    boolean jars = false;
    for (Path path : files(folder)) {
      String file = path.getFileName().toString();
      boolean directory = Files.isDirectory(path);
      boolean fits = directory || ENDINGS.get(magic).stream().anyMatch(file::endsWith);
      boolean hidden = file.startsWith(".") && !name.startsWith(".");
      jars |= file.endsWith(".jar");
      if (fits && !hidden && file.startsWith(name)) {
        options.add(option(folder + file + (directory ? "/" : ""), quoted));
      }
    }
    if (jars && !magic.equals("load") && "*.jar".startsWith(name)) {
      options.add(0, option(folder + "*.jar", quoted));
    }
    return new Completion(options, start);
  }

  private static Option option(String path, boolean quoted) {
    boolean quote = quoted || path.indexOf(' ') >= 0;
    // A folder is left open, so that one can go on.
    String shown = quote ? '"' + path + (path.endsWith("/") ? "" : "\"") : path;
    return new Option(shown, "path");
  }

  private static List<Path> files(String folder) {
    try (Stream<Path> all = Files.list(Path.of(folder.isEmpty() ? "." : folder))) {
      return all.sorted(Comparator.comparing(Path::toString)).limit(MOST).toList();
    } catch (IOException | InvalidPathException e) {
      // Where there is no such folder, there is nothing to propose.
      return List.of();
    }
  }

  private static int startOfWord(String before, int from) {
    int start = from;
    boolean quoted = false;
    for (int i = from; i < before.length(); i++) {
      char c = before.charAt(i);
      quoted ^= c == '"';
      if (!quoted && Character.isWhitespace(c)) {
        start = i + 1;
      }
    }
    return start;
  }
}
