package org.attentionlab.kernel;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes the kernel known to Jupyter by writing a kernelspec: kernel.json and the logos.
 *
 * <p>The directory appears whole or not at all: it is written beside its place and then moved
 * there.
 */
public final class KernelspecInstaller {
  /** The kernelspec's name, as in {@code jupyter console --kernel attentionlab}. */
  public static final String NAME = "attentionlab";

  /** The name that front ends show. */
  public static final String DISPLAY_NAME = "Java (Attention Lab)";

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final KernelCommand command;

  /**
   * An installer.
   *
   * @param command that the kernelspec starts
   */
  public KernelspecInstaller(KernelCommand command) {
    this.command = command;
  }

  /**
   * Installs for a Python environment, or for a system prefix such as /usr/local.
   *
   * @param prefix its directory; the kernelspec goes below share/jupyter in it
   * @return the kernelspec's directory
   * @throws UncheckedIOException if the directory cannot be written
   */
  public Path installInPrefix(Path prefix) {
    return install(prefix.resolve("share").resolve("jupyter"));
  }

  /**
   * Installs for the current user.
   *
   * @return the kernelspec's directory
   * @throws UncheckedIOException if the directory cannot be written
   */
  public Path installForUser() {
    return install(
        userDataDirectory(
            System.getProperty("os.name"),
            Path.of(System.getProperty("user.home")),
            System.getenv()));
  }

  /**
   * Installs below a Jupyter data directory.
   *
   * @param dataDirectory one that {@code jupyter --paths} lists under data
   * @return the kernelspec's directory
   * @throws UncheckedIOException if the directory cannot be written
   */
  public Path install(Path dataDirectory) {
    Path kernels = dataDirectory.resolve("kernels");
    Path target = kernels.resolve(NAME);
    try {
      Files.createDirectories(kernels);
      Path fresh = Files.createTempDirectory(kernels, "." + NAME);
      try {
        write(fresh);
        replace(target, fresh);
      } finally {
        delete(fresh);
      }
      return target;
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot write the kernelspec to " + target + ": " + e.getMessage(), e);
    }
  }

  /**
   * Where Jupyter looks for a user's own data.
   *
   * @param osName as the system property os.name tells it
   * @param home the user's directory
   * @param environment JUPYTER_DATA_DIR, APPDATA and XDG_DATA_HOME count
   */
  static Path userDataDirectory(String osName, Path home, Map<String, String> environment) {
    Optional<String> chosen = Optional.ofNullable(environment.get("JUPYTER_DATA_DIR"));
    if (chosen.isPresent()) {
      return Path.of(chosen.get());
    }
    String os = osName.toLowerCase(Locale.ROOT);
    if (os.startsWith("mac")) {
      return home.resolve("Library").resolve("Jupyter");
    }
    if (os.startsWith("windows")) {
      return Optional.ofNullable(environment.get("APPDATA"))
          .map(data -> Path.of(data).resolve("jupyter"))
          .orElse(home.resolve(".jupyter").resolve("data"));
    }
    return Optional.ofNullable(environment.get("XDG_DATA_HOME"))
        .map(Path::of)
        .orElse(home.resolve(".local").resolve("share"))
        .resolve("jupyter");
  }

  private void write(Path directory) throws IOException {
    ObjectNode spec = JSON.createObjectNode();
    command.argv().forEach(spec.putArray("argv")::add);
    spec.put("display_name", DISPLAY_NAME);
    spec.put("language", "java");
    spec.put("interrupt_mode", "message");
    spec.putObject("metadata").put("debugger", false);
    Files.writeString(
        directory.resolve("kernel.json"),
        JSON.writeValueAsString(spec) + "\n",
        StandardCharsets.UTF_8);
    Files.write(directory.resolve("logo-32x32.png"), Logo.png(32));
    Files.write(directory.resolve("logo-64x64.png"), Logo.png(64));
    Files.writeString(directory.resolve("logo-svg.svg"), Logo.svg());
  }

  private static void replace(Path target, Path fresh) throws IOException {
    if (Files.exists(target)) {
      Path old = Files.createTempDirectory(target.getParent(), "." + NAME + "-old");
      Files.move(target, old.resolve(NAME));
      try {
        Files.move(fresh, target);
      } catch (IOException e) {
        Files.move(old.resolve(NAME), target);
        throw e;
      } finally {
        delete(old);
      }
    } else {
      Files.move(fresh, target);
    }
    // A temporary directory is closed to others; a kernelspec in a shared prefix is not.
    File shared = target.toFile();
    if (!shared.setReadable(true, false) || !shared.setExecutable(true, false)) {
      throw new IOException("cannot let others read " + target);
    }
  }

  private static void delete(Path directory) throws IOException {
    if (Files.exists(directory)) {
      try (Stream<Path> all = Files.walk(directory)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }
}
