package org.attentionlab.kernel.protocol;

import java.util.Map;
import java.util.function.ToIntFunction;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;

/** Where the connection file says that the kernel listens. */
final class Addresses {
  private static final String TCP = "tcp";
  private static final int LAST_PORT = 65_535;

  private static final Map<String, ToIntFunction<KernelConnectionProperties>> PORTS =
      Map.of(
          "shell_port", KernelConnectionProperties::getShellPort,
          "iopub_port", KernelConnectionProperties::getIopubPort,
          "stdin_port", KernelConnectionProperties::getStdinPort,
          "control_port", KernelConnectionProperties::getControlPort,
          "hb_port", KernelConnectionProperties::getHbPort);

  private final KernelConnectionProperties properties;

  /**
   * The addresses of a connection file.
   *
   * @throws IllegalArgumentException if it leaves open where to listen; the kernel chooses nothing
   *     itself
   */
  Addresses(KernelConnectionProperties properties) {
    if (properties == null) {
      throw new IllegalArgumentException("the connection file is empty");
    }
    this.properties = properties;
    needed("transport", properties.getTransport());
    needed("ip", properties.getIp());
    if (!properties.getTransport().equals(TCP)) {
      // JeroMQ would stand in for Unix sockets with ports that nobody has asked for.
      throw new IllegalArgumentException(
          "the connection file asks for the transport "
              + properties.getTransport()
              + "; this kernel serves tcp alone");
    }
    Connection.PORTS.forEach(this::of);
  }

  private static void needed(String name, String value) {
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException("the connection file has no " + name);
    }
  }

  /** The port of a channel. */
  int port(String name) {
    return PORTS.get(name).applyAsInt(properties);
  }

  /** The address of a channel, such as tcp://127.0.0.1:50000. */
  String of(String name) {
    int port = port(name);
    if (port < 1 || port > LAST_PORT) {
      throw new IllegalArgumentException(
          "the connection file has "
              + (port == 0 ? "no " + name : name + " " + port)
              + "; it must be from 1 to "
              + LAST_PORT);
    }
    return TCP + "://" + properties.getIp() + ":" + port;
  }
}
