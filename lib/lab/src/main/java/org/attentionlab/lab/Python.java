package org.attentionlab.lab;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Python that can carry JupyterLab; the course uses it for nothing else.
 *
 * @param command how to start it
 * @param version what it says of itself
 */
record Python(List<String> command, String version) {

  private static final Pattern VERSION = Pattern.compile("Python (\\d+)\\.(\\d+)\\S*");

  /** The pinned JupyterLab asks for this one. */
  static final String OLDEST = "3.10";

  private static final int OLDEST_MINOR = 10;

  /** The first of {@code python3}, {@code python} and Windows' {@code py} that is new enough. */
  static Optional<Python> find() {
    for (List<String> command :
        List.of(List.of("python3"), List.of("python"), List.of("py", "-3"))) {
      Optional<Python> python = ask(command);
      if (python.isPresent()) {
        return python;
      }
    }
    return Optional.empty();
  }

  private static Optional<Python> ask(List<String> command) {
    try {
      List<String> question = new ArrayList<>(command);
      question.add("--version");
      Process process = new ProcessBuilder(question).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(20, TimeUnit.SECONDS) || process.exitValue() != 0) {
        process.destroyForcibly();
        return Optional.empty();
      }
      Matcher version = VERSION.matcher(said);
      boolean fits =
          version.find()
              && (Integer.parseInt(version.group(1)) > 3
                  || Integer.parseInt(version.group(2)) >= OLDEST_MINOR);
      return fits ? Optional.of(new Python(command, version.group())) : Optional.empty();
    } catch (IOException notThere) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
