package org.attentionlab.kernel.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Tells a kernel where to listen and by which key to sign; only its owner can read it.
 *
 * @param path of the file
 * @param key for signatures
 * @param ports by name, such as shell_port
 */
record ConnectionFile(Path path, String key, Map<String, Integer> ports) {
  private static final String IP = "127.0.0.1";
  private static final List<String> NAMES =
      List.of("shell_port", "iopub_port", "stdin_port", "control_port", "hb_port");

  static ConnectionFile create() throws IOException {
    Map<String, Integer> ports = freePorts();
    String key = UUID.randomUUID().toString();
    ObjectNode json =
        Codec.JSON
            .createObjectNode()
            .put("transport", "tcp")
            .put("ip", IP)
            .put("signature_scheme", "hmac-sha256")
            .put("key", key)
            .put("kernel_name", "attentionlab");
    ports.forEach(json::put);
    Path path = Files.createTempFile("kernel-", ".json", ownerOnly());
    Files.write(path, Codec.JSON.writeValueAsBytes(json));
    return new ConnectionFile(path, key, ports);
  }

  String address(String portName) {
    return "tcp://" + IP + ":" + ports.get(portName);
  }

  private static FileAttribute<?>[] ownerOnly() {
    boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  private static Map<String, Integer> freePorts() throws IOException {
    Map<String, Integer> ports = new LinkedHashMap<>();
    List<ServerSocket> held = new ArrayList<>();
    try {
      for (String name : NAMES) {
        ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        held.add(socket);
        ports.put(name, socket.getLocalPort());
      }
    } finally {
      for (ServerSocket socket : held) {
        socket.close();
      }
    }
    return ports;
  }
}
