package org.attentionlab.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.webjars.WebJarVersionLocator;

/** Style sheets, scripts and fonts that the pages load, from the jars that carry them. */
final class Assets {
  private static final Pattern FONT = Pattern.compile("fonts/[A-Za-z0-9_-]+\\.woff2");

  private static final WebJarVersionLocator JARS = new WebJarVersionLocator();

  private Assets() {}

  static void copyTo(Path folder) throws IOException {
    Files.createDirectories(folder.resolve("fonts"));
    copy(jar("katex", "dist/katex.min.css"), folder.resolve("katex.min.css"));
    copy(jar("katex", "dist/katex.min.js"), folder.resolve("katex.min.js"));
    copyFonts(folder);
    copy(jar("highlightjs", "highlight.min.js"), folder.resolve("highlight.js"));
    copy(jar("highlightjs", "styles/github.min.css"), folder.resolve("light.css"));
    copy(jar("highlightjs", "styles/github-dark.min.css"), folder.resolve("dark.css"));
    copy("org/attentionlab/site/site.css", folder.resolve("site.css"));
    copy("org/attentionlab/site/site.js", folder.resolve("site.js"));
  }

  /** Those that the style sheet names; older browsers' formats are left out. */
  private static void copyFonts(Path folder) throws IOException {
    String css = Files.readString(folder.resolve("katex.min.css"), StandardCharsets.UTF_8);
    TreeSet<String> fonts = new TreeSet<>();
    FONT.matcher(css).results().forEach(found -> fonts.add(found.group()));
    for (String font : fonts) {
      copy(jar("katex", "dist/" + font), folder.resolve(font));
    }
  }

  private static String jar(String name, String file) {
    String path = JARS.fullPath(name, file);
    if (path == null) {
      throw new UncheckedIOException(new IOException("the jar of " + name + " is missing"));
    }
    return path;
  }

  private static void copy(String resource, Path file) throws IOException {
    try (InputStream in = Assets.class.getClassLoader().getResourceAsStream(resource)) {
      if (in == null) {
        throw new IOException("there is no " + resource + " on the class path");
      }
      Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
