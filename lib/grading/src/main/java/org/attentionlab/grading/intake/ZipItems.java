package org.attentionlab.grading.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * The files in a zip file.
 *
 * <p>Nothing is unpacked to disk. An archive with a path that leads out of it, with a name that
 * stands twice or with too many entries is refused whole. Links are named and not followed. An
 * entry is read up to the reader's limit, so that a bomb costs no more than a large file.
 */
final class ZipItems {

  /** A zip file within a submission, at most. */
  static final int LARGEST_INNER = 32 * 1024 * 1024;

  private ZipItems() {}

  /** Opens a channel to an archive, each time anew. */
  private interface Opener {
    SeekableByteChannel open() throws IOException;
  }

  /** A zip file on disk. */
  static Items of(Path file, int mostFiles) {
    return list(() -> Files.newByteChannel(file), mostFiles);
  }

  /** A zip file that lies in something else. */
  static Items of(Content content) {
    byte[] bytes;
    try {
      bytes = content.read(LARGEST_INNER);
    } catch (IOException unreadable) {
      return Items.refused("unreadable: " + unreadable.getMessage());
    }
    if (bytes.length > LARGEST_INNER) {
      return Items.refused(
          "unreadable: the zip is larger than " + LARGEST_INNER / 1024 / 1024 + " MB");
    }
    return list(() -> new SeekableInMemoryByteChannel(bytes), Items.MOST_FILES);
  }

  private static Items list(Opener opener, int mostFiles) {
    List<ZipArchiveEntry> entries;
    try (ZipFile zip = open(opener)) {
      entries = Collections.list(zip.getEntries());
    } catch (IOException | IllegalArgumentException broken) {
      return Items.refused("unreadable: the zip is broken");
    }
    if (entries.size() > mostFiles) {
      return Items.refused("unreadable: the zip holds more than " + mostFiles + " files");
    }
    Set<String> names = new HashSet<>();
    List<SubmittedFile> files = new ArrayList<>();
    for (ZipArchiveEntry entry : entries) {
      String name = entry.getName();
      if (leadsOut(name)) {
        return Items.refused("unreadable: the zip holds " + name + ", a path out of it");
      }
      if (!names.add(name)) {
        return Items.refused("unreadable: the zip holds " + name + " twice");
      }
      if (!entry.isDirectory() && Stream.of(name.split("/", -1)).allMatch(Items::isLookedAt)) {
        files.add(new SubmittedFile(name, content(opener, entry)));
      }
    }
    files.sort(java.util.Comparator.comparing(SubmittedFile::path));
    return new Items(files, Optional.empty(), "");
  }

  private static ZipFile open(Opener opener) throws IOException {
    return ZipFile.builder().setSeekableByteChannel(opener.open()).get();
  }

  private static boolean leadsOut(String name) {
    Predicate<String> up = part -> part.equals("..");
    return name.startsWith("/")
        || name.contains("\\")
        || name.indexOf('\0') >= 0
        || name.matches("[A-Za-z]:.*")
        || Stream.of(name.split("/", -1)).anyMatch(up);
  }

  private static Content content(Opener opener, ZipArchiveEntry entry) {
    if (entry.isUnixSymlink()) {
      return Content.unreadable("a symbolic link is not followed");
    }
    String name = entry.getName();
    return limit -> {
      try (ZipFile zip = open(opener)) {
        ZipArchiveEntry found = zip.getEntry(name);
        if (!zip.canReadEntryData(found)) {
          throw new IOException("the zip is encrypted or packed in a way that is not read here");
        }
        try (InputStream in = zip.getInputStream(found)) {
          return in.readNBytes(limit + 1);
        }
      } catch (IllegalArgumentException | java.util.zip.ZipException broken) {
        throw new IOException("the zip is broken", broken);
      }
    };
  }
}
