package org.attentionlab.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The course as a folder of web pages.
 *
 * @param title the course's name
 * @param introduction Markdown that opens the front page
 * @param chapters the lessons in order
 * @param documents pages that the others refer to
 */
public record Site(
    String title, String introduction, List<Chapter> chapters, List<Page> documents) {

  /** Copies the lists. */
  public Site {
    chapters = List.copyOf(chapters);
    documents = List.copyOf(documents);
  }

  /**
   * Writes all pages and what they need; a page that is there is overwritten.
   *
   * @throws SiteException where the folder cannot be written
   */
  public void write(Path folder) {
    List<Page> pages = new ArrayList<>();
    chapters.forEach(chapter -> pages.addAll(chapter.pages()));
    pages.addAll(documents);
    Set<String> paths = new HashSet<>();
    pages.forEach(page -> paths.add(page.path()));
    PageHtml html = new PageHtml(this, new Links(paths));
    try {
      Files.createDirectories(folder);
      for (Page page : pages) {
        Path file = folder.resolve(page.address());
        Files.createDirectories(file.getParent());
        Files.writeString(file, html.of(page));
      }
      Files.writeString(folder.resolve("index.html"), html.front());
      Assets.copyTo(folder.resolve("assets"));
    } catch (IOException | UncheckedIOException e) {
      throw new SiteException(
          "cannot write the site to " + folder + ": " + e.getMessage() + ". Choose another folder",
          e);
    }
  }
}
