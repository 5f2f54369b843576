package org.attentionlab.browser;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A JupyterLab started by {@code ./lab start}, as a learner starts it; with settings and a desk of
 * its own, and without saving by itself what a test does to a notebook.
 */
final class JupyterLab implements AutoCloseable {

  private static final Pattern ADDRESS = Pattern.compile("http://\\S+token=(\\w+)");

  private final Process process;
  private final int port;
  private final Path course;
  private final Path home;

  private JupyterLab(Process process, int port, Path course, Path home) {
    this.process = process;
    this.port = port;
    this.course = course;
    this.home = home;
  }

  /**
   * Starts.
   *
   * @param home an absolute folder for its log, settings and signatures
   */
  static JupyterLab start(Path course, Path home) throws IOException, InterruptedException {
    int port = freePort();
    Files.createDirectories(home);
    Path log = home.resolve("jupyter.log");
    List<String> command =
        List.of("./lab", "start", "--no-browser", "--port", String.valueOf(port));
    JupyterLab lab = new JupyterLab(process(command, course, home, log), port, course, home);
    // All cells are there at once, also those that are not in sight.
    lab.set("notebook-extension/tracker", "{\"windowingMode\": \"none\"}");
    lab.set("docmanager-extension/plugin", "{\"autosave\": false}");
    lab.awaitAnswer();
    return lab;
  }

  private static Process process(List<String> command, Path course, Path home, Path log)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    Map<String, String> environment = builder.environment();
    environment.put("JUPYTERLAB_WORKSPACES_DIR", home.resolve("workspaces").toString());
    environment.put("JUPYTERLAB_SETTINGS_DIR", home.resolve("settings").toString());
    environment.put("JUPYTER_DATA_DIR", home.resolve("data").toString());
    return builder
        .directory(course.toFile())
        .redirectErrorStream(true)
        .redirectOutput(new File(log.toString()))
        .start();
  }

  /** What holds from the next page on that is loaded. */
  private void set(String part, String json) throws IOException {
    Path file = home.resolve("settings/@jupyterlab/" + part + ".jupyterlab-settings");
    Files.createDirectories(file.getParent());
    Files.writeString(file, json);
  }

  /** Dark or light, from the next page on that is loaded. */
  void dark(boolean dark) throws IOException {
    set(
        "apputils-extension/themes",
        "{\"theme\": \"JupyterLab " + (dark ? "Dark" : "Light") + "\"}");
  }

  /** Lets the scripts of a saved notebook run, as they do for whoever has executed it. */
  void trust(String notebook) throws IOException, InterruptedException {
    List<String> command = List.of(".lab/venv/bin/jupyter", "trust", notebook);
    Path log = home.resolve("trust.log");
    if (process(command, course, home, log).waitFor() != 0) {
      throw new IOException(Files.readString(log));
    }
  }

  /** The address of a file of the course; it is opened alone. */
  String address(String file) throws IOException {
    return "http://localhost:" + port + "/lab/tree/" + file + "?reset&token=" + token();
  }

  private void awaitAnswer() throws IOException, InterruptedException {
    HttpClient client = HttpClient.newHttpClient();
    Instant deadline = Instant.now().plus(Duration.ofMinutes(5));
    while (Instant.now().isBefore(deadline)) {
      if (!process.isAlive()) {
        throw new IOException("./lab start ended:\n" + Files.readString(log()));
      }
      try {
        HttpRequest request =
            HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api")).build();
        if (client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200
            && ADDRESS.matcher(Files.readString(log())).find()) {
          return;
        }
      } catch (IOException notYet) {
        // The server is still starting.
      }
      Thread.sleep(200);
    }
    throw new IOException("JupyterLab did not answer:\n" + Files.readString(log()));
  }

  private String token() throws IOException {
    Matcher address = ADDRESS.matcher(Files.readString(log()));
    if (!address.find()) {
      throw new IOException("JupyterLab printed no address:\n" + Files.readString(log()));
    }
    return address.group(1);
  }

  private Path log() {
    return home.resolve("jupyter.log");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
  }
}
