package org.attentionlab.grading.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * What the last commit of a repository holds; the work tree does not count.
 *
 * <p>Git is asked for objects alone, which runs no hook and no filter. A repository's own settings
 * can make it fetch what is missing, by a program that they name: fetching is switched off.
 */
final class GitItems {

  private static final int LARGEST_LISTING = 1024 * 1024;
  private static final int SECONDS = 20;

  private static final String LINK = "120000";
  private static final String SUBMODULE = "160000";

  private GitItems() {}

  /** Whether a folder is a repository, with a work tree or bare. */
  static boolean isRepository(Path folder) {
    return Files.isDirectory(folder.resolve(".git"))
        || (Files.isRegularFile(folder.resolve("HEAD"))
            && Files.isDirectory(folder.resolve("objects"))
            && Files.isDirectory(folder.resolve("refs")));
  }

  static Items of(Path folder) {
    Path repository = Files.isDirectory(folder.resolve(".git")) ? folder.resolve(".git") : folder;
    try {
      String listing =
          new String(
              git(repository, LARGEST_LISTING, "ls-tree", "-r", "-z", "HEAD"),
              StandardCharsets.UTF_8);
      String time = text(git(repository, 100, "log", "-1", "--format=%ct", "HEAD"));
      List<SubmittedFile> files = new ArrayList<>();
      for (String line : listing.split("\0", -1)) {
        file(repository, line).ifPresent(files::add);
      }
      if (files.size() > Items.MOST_FILES) {
        return Items.refused("unreadable: the repository holds more than 500 files");
      }
      return new Items(files, Optional.of(Instant.ofEpochSecond(Long.parseLong(time))), "");
    } catch (IOException | NumberFormatException unreadable) {
      return Items.refused("unreadable: the Git repository has no commit that can be read");
    }
  }

  /** A line of the listing: {@code 100644 blob HASH\tpath}. */
  private static Optional<SubmittedFile> file(Path repository, String line) {
    int tab = line.indexOf('\t');
    String[] about = tab < 0 ? new String[0] : line.substring(0, tab).split(" ", -1);
    if (about.length != 3 || about[0].equals(SUBMODULE)) {
      return Optional.empty();
    }
    String path = line.substring(tab + 1);
    if (!Stream.of(path.split("/", -1)).allMatch(Items::isLookedAt)) {
      return Optional.empty();
    }
    Content content =
        about[0].equals(LINK)
            ? Content.unreadable("a symbolic link is not followed")
            : limit -> git(repository, limit, "cat-file", "blob", about[2]);
    return Optional.of(new SubmittedFile(path, content));
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8).strip();
  }

  private static byte[] git(Path repository, int limit, String... arguments) throws IOException {
    List<String> line = new ArrayList<>(List.of("git", "--no-pager", "--no-optional-locks"));
    line.add("--no-replace-objects");
    line.add("--git-dir=" + repository.toAbsolutePath());
    line.addAll(List.of("-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null"));
    line.addAll(List.of("-c", "log.showSignature=false"));
    // A clone may belong to another user; only its objects are read.
    line.addAll(List.of("-c", "safe.directory=*"));
    line.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(line);
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(name -> name.startsWith("GIT_"));
    environment.put("GIT_CONFIG_NOSYSTEM", "1");
    environment.put("GIT_CONFIG_GLOBAL", "/dev/null");
    environment.put("GIT_ALLOW_PROTOCOL", "none");
    environment.put("GIT_NO_LAZY_FETCH", "1");
    environment.put("GIT_TERMINAL_PROMPT", "0");
    environment.put("LC_ALL", "C");
    Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    process.getOutputStream().close();
    try (InputStream out = process.getInputStream()) {
      byte[] bytes = out.readNBytes(limit + 1);
      if (bytes.length > limit) {
        return bytes;
      }
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IOException("the Git repository does not hold the file");
      }
      return bytes;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", interrupted);
    } finally {
      process.destroyForcibly();
    }
  }
}
