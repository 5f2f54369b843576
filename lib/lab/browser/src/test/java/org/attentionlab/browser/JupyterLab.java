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
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A JupyterLab started by {@code ./lab start}, as a learner starts it. */
final class JupyterLab implements AutoCloseable {

  private static final Pattern ADDRESS = Pattern.compile("http://\\S+token=(\\w+)");

  private final Process process;
  private final int port;
  private final Path log;

  private JupyterLab(Process process, int port, Path log) {
    this.process = process;
    this.port = port;
    this.log = log;
  }

  static JupyterLab start(Path course, Path log) throws IOException, InterruptedException {
    int port = freePort();
    ProcessBuilder builder =
        new ProcessBuilder("./lab", "start", "--no-browser", "--port", String.valueOf(port));
    Map<String, String> environment = builder.environment();
    // A desk of its own: nothing that a developer has opened in JupyterLab before is restored.
    environment.put("JUPYTERLAB_WORKSPACES_DIR", log.resolveSibling("workspaces").toString());
    Files.createDirectories(log.getParent());
    Process process =
        builder
            .directory(course.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.to(new File(log.toString())))
            .start();
    JupyterLab lab = new JupyterLab(process, port, log);
    lab.awaitAnswer();
    return lab;
  }

  /** The address of a file of the course. */
  String address(String file) throws IOException {
    return "http://localhost:" + port + "/lab/tree/" + file + "?token=" + token();
  }

  private void awaitAnswer() throws IOException, InterruptedException {
    HttpClient client = HttpClient.newHttpClient();
    Instant deadline = Instant.now().plus(Duration.ofMinutes(5));
    while (Instant.now().isBefore(deadline)) {
      if (!process.isAlive()) {
        throw new IOException("./lab start ended:\n" + Files.readString(log));
      }
      try {
        HttpRequest request =
            HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api")).build();
        if (client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200
            && ADDRESS.matcher(Files.readString(log)).find()) {
          return;
        }
      } catch (IOException notYet) {
        // The server is still starting.
      }
      Thread.sleep(200);
    }
    throw new IOException("JupyterLab did not answer:\n" + Files.readString(log));
  }

  private String token() throws IOException {
    Matcher address = ADDRESS.matcher(Files.readString(log));
    if (!address.find()) {
      throw new IOException("JupyterLab printed no address:\n" + Files.readString(log));
    }
    return address.group(1);
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
