package org.attentionlab.kernel.history;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Where a user's history lies. */
public final class HistoryPlace {
  /**
   * The environment variable that moves the history to another file, or with the value {@code off}
   * keeps none.
   */
  public static final String VARIABLE = "ATTENTIONLAB_HISTORY";

  /** The value of {@link #VARIABLE} that switches it off. */
  public static final String OFF = "off";

  private HistoryPlace() {}

  /** The file for this process; empty where the history is not to be kept. */
  public static Optional<Path> ofThisProcess() {
    return of(
        System.getProperty("os.name"), Path.of(System.getProperty("user.home")), System.getenv());
  }

  /**
   * The file.
   *
   * @param osName as the system property os.name tells it
   * @param home the user's directory
   * @param environment {@link #VARIABLE}, XDG_DATA_HOME and APPDATA count
   */
  static Optional<Path> of(String osName, Path home, Map<String, String> environment) {
    String chosen = environment.getOrDefault(VARIABLE, "").strip();
    if (chosen.toLowerCase(Locale.ROOT).equals(OFF)) {
      return Optional.empty();
    }
    return Optional.of(
        chosen.isEmpty()
            ? dataDirectory(osName, home, environment)
                .resolve("attentionlab")
                .resolve("history.jsonl")
            : Path.of(chosen));
  }

  private static Path dataDirectory(String osName, Path home, Map<String, String> environment) {
    String os = osName.toLowerCase(Locale.ROOT);
    if (os.startsWith("mac")) {
      return home.resolve("Library").resolve("Application Support");
    }
    boolean windows = os.startsWith("windows");
    String given = environment.getOrDefault(windows ? "APPDATA" : "XDG_DATA_HOME", "");
    if (!given.isBlank()) {
      return Path.of(given);
    }
    return windows
        ? home.resolve("AppData").resolve("Roaming")
        : home.resolve(".local").resolve("share");
  }
}
