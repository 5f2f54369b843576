package org.attentionlab.grading.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The files below a folder. Links are named and not followed. */
final class FolderItems {

  private static final int DEEPEST = 8;

  private FolderItems() {}

  static Items of(Path folder) {
    List<SubmittedFile> files = new ArrayList<>();
    try {
      collect(folder, "", 0, files);
    } catch (IOException | UncheckedIOException unreadable) {
      return Items.refused("unreadable: the folder cannot be opened");
    }
    return files.size() > Items.MOST_FILES
        ? Items.refused("unreadable: the folder holds more than " + Items.MOST_FILES + " files")
        : Items.of(files);
  }

  private static void collect(Path folder, String prefix, int depth, List<SubmittedFile> files)
      throws IOException {
    List<Path> children;
    try (Stream<Path> listed = Files.list(folder)) {
      children = listed.sorted().limit(Items.MOST_FILES + 1L).toList();
    }
    for (Path child : children) {
      String name = child.getFileName().toString();
      if (!Items.isLookedAt(name) || files.size() > Items.MOST_FILES) {
        continue;
      }
      if (Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)) {
        if (depth < DEEPEST) {
          collect(child, prefix + name + "/", depth + 1, files);
        }
      } else {
        files.add(new SubmittedFile(prefix + name, content(child)));
      }
    }
  }

  /** A regular file's bytes. */
  static Content content(Path file) {
    return limit -> {
      if (Files.isSymbolicLink(file)) {
        throw new IOException("a symbolic link is not followed");
      }
      if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        throw new IOException("not a regular file");
      }
      try (InputStream in =
          Files.newInputStream(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
        return in.readNBytes(limit + 1);
      } catch (IOException unreadable) {
        throw new IOException("the file cannot be opened", unreadable);
      }
    };
  }
}
