package org.attentionlab.kernel.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.attentionlab.kernel.KernelCommand;
import org.attentionlab.kernel.TestKernel;
import org.attentionlab.kernel.client.Codec.Incoming;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

/** A front end that sees every message as it comes, and may send what the protocol forbids. */
final class ProtocolProbe implements AutoCloseable {
  private static final long PATIENCE_MILLIS = 60_000;

  private final ConnectionFile connection;
  private final KernelProcess process;
  private final Codec codec;
  private final boolean owner;
  private final ZContext context = new ZContext();
  private final Map<Channel, ZMQ.Socket> sockets = new EnumMap<>(Channel.class);
  private final Map<Channel, List<Incoming>> received = new EnumMap<>(Channel.class);

  enum Channel {
    SHELL,
    CONTROL,
    STDIN,
    IOPUB,
    HB;

    String port() {
      return name().toLowerCase(java.util.Locale.ROOT) + "_port";
    }
  }

  private ProtocolProbe(
      ConnectionFile connection, KernelProcess process, boolean owner, String identity) {
    this.connection = connection;
    this.process = process;
    this.owner = owner;
    this.codec = new Codec(connection.key());
    for (Channel channel : Channel.values()) {
      ZMQ.Socket socket =
          context.createSocket(
              switch (channel) {
                case IOPUB -> SocketType.SUB;
                case HB -> SocketType.REQ;
                default -> SocketType.DEALER;
              });
      if (channel == Channel.IOPUB) {
        socket.subscribe(ZMQ.SUBSCRIPTION_ALL);
      } else {
        socket.setIdentity(identity.getBytes(StandardCharsets.US_ASCII));
      }
      socket.setRcvHWM(0);
      socket.setSndHWM(0);
      socket.setLinger(0);
      socket.connect(connection.address(channel.port()));
      sockets.put(channel, socket);
      received.put(channel, new ArrayList<>());
    }
  }

  static ProtocolProbe start(String... jvmOptions) throws IOException {
    return start(Map.of(), jvmOptions);
  }

  static ProtocolProbe start(Map<String, String> environment, String... jvmOptions)
      throws IOException {
    KernelCommand plain = TestKernel.command();
    KernelCommand command =
        new KernelCommand(plain.java(), plain.classpath(), List.of("-XX:TieredStopAtLevel=1"))
            .plus(List.of(jvmOptions));
    ConnectionFile connection = ConnectionFile.create();
    KernelProcess process =
        KernelProcess.start(
            command.argv(), connection.path(), Path.of("").toAbsolutePath(), environment);
    ProtocolProbe probe =
        new ProtocolProbe(connection, process, true, UUID.randomUUID().toString());
    probe.awaitReady();
    return probe;
  }

  /** A second front end of the same kernel. */
  ProtocolProbe another() {
    return another(UUID.randomUUID().toString());
  }

  /** A second front end with a name for its sockets. */
  ProtocolProbe another(String identity) {
    ProtocolProbe other = new ProtocolProbe(connection, process, false, identity);
    other.awaitReady();
    return other;
  }

  private void awaitReady() {
    long end = System.currentTimeMillis() + PATIENCE_MILLIS;
    String id = "";
    while (received.get(Channel.IOPUB).stream().filter(m -> isStatus(m, "idle")).count() == 0) {
      if (System.currentTimeMillis() > end || !process.isAlive()) {
        throw new AssertionError("the kernel is not ready" + process.output());
      }
      id = send(Channel.SHELL, "kernel_info_request", Codec.JSON.createObjectNode());
      poll(Channel.IOPUB, 300);
    }
    reply(Channel.SHELL, id);
    published(id);
    received.values().forEach(List::clear);
  }

  private void poll(Channel channel, int millis) {
    receive(channel, millis).ifPresent(f -> received.get(channel).add(codec.decode(f)));
  }

  /** The frames of the next message. */
  Optional<List<byte[]>> receive(Channel channel, int millis) {
    ZMQ.Socket socket = sockets.get(channel);
    socket.setReceiveTimeOut(millis);
    byte[] frame = socket.recv();
    if (frame == null) {
      return Optional.empty();
    }
    List<byte[]> frames = new ArrayList<>(List.of(frame));
    while (socket.hasReceiveMore()) {
      frames.add(socket.recv());
    }
    return Optional.of(frames);
  }

  Codec codec() {
    return codec;
  }

  KernelProcess process() {
    return process;
  }

  ConnectionFile connection() {
    return connection;
  }

  String send(Channel channel, String type, ObjectNode content) {
    ObjectNode header = codec.header(type);
    send(channel, codec.encode(header, Codec.JSON.createObjectNode(), content));
    return header.path("msg_id").asText();
  }

  String execute(String code) {
    return send(Channel.SHELL, "execute_request", KernelClient.executeRequest(code));
  }

  void send(Channel channel, List<byte[]> frames) {
    ZMQ.Socket socket = sockets.get(channel);
    for (int i = 0; i < frames.size() - 1; i++) {
      socket.sendMore(frames.get(i));
    }
    socket.send(frames.get(frames.size() - 1));
  }

  /** The reply to a request. */
  Incoming reply(Channel channel, String id) {
    return await(channel, m -> m.answers(id));
  }

  /** The first message on a channel that meets a condition, which is then taken out. */
  Incoming await(Channel channel, Predicate<Incoming> wanted) {
    long end = System.currentTimeMillis() + PATIENCE_MILLIS;
    while (System.currentTimeMillis() < end) {
      Optional<Incoming> found = received.get(channel).stream().filter(wanted).findFirst();
      if (found.isPresent()) {
        received.get(channel).remove(found.get());
        return found.get();
      }
      poll(channel, 100);
    }
    throw new AssertionError("nothing came on " + channel + process.output());
  }

  /** Whether nothing answers a request within a moment. */
  boolean isSilent(Channel channel, String id) {
    for (int i = 0; i < 5; i++) {
      poll(channel, 100);
    }
    return received.get(channel).stream().noneMatch(m -> m.answers(id));
  }

  /** All that was published for a request, up to idle. */
  List<Incoming> published(String id) {
    List<Incoming> mine = new ArrayList<>();
    do {
      mine.add(await(Channel.IOPUB, m -> m.answers(id)));
    } while (!isStatus(mine.get(mine.size() - 1), "idle"));
    return mine;
  }

  static boolean isStatus(Incoming message, String state) {
    return message.type().equals("status")
        && message.content().path("execution_state").asText().equals(state);
  }

  /** The types, with the state of a status. */
  static List<String> types(List<Incoming> messages) {
    return messages.stream()
        .map(
            m ->
                m.type().equals("status") ? m.content().path("execution_state").asText() : m.type())
        .toList();
  }

  /** What 1 + 1 gives: proof that the kernel lives. */
  String onePlusOne() {
    String id = execute("1 + 1");
    return published(id).stream()
        .filter(m -> m.type().equals("execute_result"))
        .map(m -> m.content().path("data").path("text/plain").asText())
        .findFirst()
        .orElse("nothing");
  }

  /** Leaves without a word, as a front end that crashes. */
  void vanish() {
    context.close();
  }

  @Override
  public void close() throws IOException {
    context.close();
    if (owner) {
      process.process().destroyForcibly();
      process.end(0);
      Files.deleteIfExists(connection.path());
    }
  }
}
