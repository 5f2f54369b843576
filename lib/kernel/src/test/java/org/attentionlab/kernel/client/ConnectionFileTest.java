package org.attentionlab.kernel.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.attentionlab.kernel.TestKernel;
import org.attentionlab.kernel.client.ProtocolProbe.Channel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The kernel listens where the connection file says, and nowhere else. */
class ConnectionFileTest {
  @TempDir private Path directory;

  private static final Pattern WORDS = Pattern.compile("\\s+");
  private static final Pattern INODE = Pattern.compile("socket:\\[(\\d+)]");

  @Test
  @EnabledOnOs(OS.LINUX)
  void nothingButTheFivePortsIsOpen() throws IOException {
    try (ProtocolProbe probe = ProtocolProbe.start()) {
      // Whatever a cell sets to work is there too.
      probe.published(probe.execute("import java.time.*; class A { } new A()"));
      Set<String> expected =
          probe.connection().ports().values().stream()
              .map(port -> "0100007F:" + String.format(Locale.ROOT, "%04X", port))
              .collect(Collectors.toCollection(TreeSet::new));
      assertEquals(expected, listening(probe.process().process().pid()));
    }
  }

  /** Addresses as in /proc/net/tcp on which a process listens. */
  private static Set<String> listening(long pid) throws IOException {
    Set<String> inodes = new HashSet<>();
    try (DirectoryStream<Path> open = Files.newDirectoryStream(Path.of("/proc/" + pid + "/fd"))) {
      for (Path path : open) {
        Matcher socket = INODE.matcher(Files.readSymbolicLink(path).toString());
        if (socket.matches()) {
          inodes.add(socket.group(1));
        }
      }
    }
    Set<String> found = new TreeSet<>();
    for (String table : List.of("tcp", "tcp6", "udp", "udp6")) {
      for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/net/" + table))) {
        String[] words = WORDS.split(line.strip(), -1);
        boolean listens = words[3].equals("0A") || table.startsWith("udp");
        if (listens && inodes.contains(words[9])) {
          // Java's sockets are those of IPv6, which wrap an address of IPv4.
          found.add(words[1].replace("0000000000000000FFFF0000", ""));
        }
      }
    }
    return found;
  }

  @Test
  void portThatIsTakenIsTold() throws IOException, InterruptedException {
    ConnectionFile file = ConnectionFile.create();
    try (ServerSocket holder =
        new ServerSocket(file.ports().get("stdin_port"), 1, InetAddress.getLoopbackAddress())) {
      assertTrue(holder.isBound());
      String output = outputOfFailure(file.path());
      assertTrue(output.contains("cannot listen on the ports of the connection file"), output);
    } finally {
      Files.delete(file.path());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "shell_port | 0 | has no shell_port",
        "hb_port | null | has no hb_port",
        "iopub_port | 70000 | iopub_port 70000",
        "control_port | -4 | control_port -4",
        "ip | null | has no ip",
        "ip | \"\" | has no ip",
        "transport | null | has no transport",
        "transport | \"ipc\" | transport ipc",
        "signature_scheme | \"hmac-sha0\" | signature scheme hmac-sha0",
        "stdin_port | \"x\" | not what Jupyter writes"
      })
  void fileThatLeavesSomethingOpenIsRefused(String field, String value, String why)
      throws IOException, InterruptedException {
    ConnectionFile good = ConnectionFile.create();
    ObjectNode json = (ObjectNode) Codec.JSON.readTree(good.path().toFile());
    Files.delete(good.path());
    json.set(field, Codec.JSON.readTree(value));
    Path file = directory.resolve("connection.json");
    Files.write(file, Codec.JSON.writeValueAsBytes(json));
    String output = outputOfFailure(file);
    assertTrue(output.contains(why), output);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"'' | empty", "{ | not what Jupyter writes", "[] | not what Jupyter writes"})
  void fileThatIsNoneIsRefused(String content, String why)
      throws IOException, InterruptedException {
    Path file = Files.writeString(directory.resolve("connection.json"), content);
    String output = outputOfFailure(file);
    assertTrue(output.contains(why), output);
  }

  private String outputOfFailure(Path file) throws IOException, InterruptedException {
    KernelProcess kernel =
        KernelProcess.start(TestKernel.command().argv(), file, directory, Map.of());
    assertTrue(kernel.process().waitFor(60, TimeUnit.SECONDS), "it lives");
    assertNotEquals(0, kernel.process().exitValue());
    String output = kernel.obituary();
    assertFalse(output.contains("\tat "), output);
    return output;
  }

  @Test
  void frontEndThatComesBackUnderItsNameIsServed() throws IOException {
    try (ProtocolProbe probe = ProtocolProbe.start();
        // Cut off without a word: to the kernel it still seems to be there.
        ProtocolProbe first = probe.another("the name");
        ProtocolProbe second = probe.another("the name")) {
      assertEquals("2", second.onePlusOne());
      String id = second.execute("1");
      assertEquals("ok", second.reply(Channel.SHELL, id).content().path("status").asText());
      assertTrue(first.isSilent(Channel.SHELL, id));
    }
  }
}
