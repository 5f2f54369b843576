package org.attentionlab.kernel.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.attentionlab.kernel.client.Codec.Incoming;
import org.attentionlab.kernel.protocol.Connection;
import org.attentionlab.kernel.protocol.Reply;
import org.attentionlab.kernel.protocol.RequestHandler;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.publish.PublishClearOutput;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

/** The channels with a handler that misbehaves in place of a kernel. */
class ChannelsTest implements RequestHandler {
  private static final int PATIENCE_MILLIS = 30_000;
  private static final int QUIET_MILLIS = 500;

  private final ZContext context = new ZContext();
  private ConnectionFile file;
  private Codec codec;
  private Connection connection;
  private ZMQ.Socket iopub;
  private ZMQ.Socket shell;

  @BeforeEach
  void open() throws IOException {
    file = ConnectionFile.create();
    codec = new Codec(file.key());
    connection = Connection.open(KernelConnectionProperties.parse(Files.readString(file.path())));
    shell = context.createSocket(SocketType.DEALER);
    shell.connect(file.address("shell_port"));
    iopub = context.createSocket(SocketType.SUB);
    iopub.subscribe(ZMQ.SUBSCRIPTION_ALL);
    iopub.connect(file.address("iopub_port"));
    long end = System.currentTimeMillis() + PATIENCE_MILLIS;
    while (receive(iopub, 100).isEmpty()) {
      assertTrue(System.currentTimeMillis() < end, "the subscription does not hold");
      connection.publisher().sendMessage(clear());
    }
    while (receive(iopub, QUIET_MILLIS).isPresent()) {
      // More than one was on its way.
    }
  }

  @AfterEach
  void close() throws IOException {
    context.close();
    connection.close();
    Files.delete(file.path());
  }

  private static Message<?> clear() {
    return new Message<>(null, PublishClearOutput.MESSAGE_TYPE, PublishClearOutput.NOW);
  }

  private Optional<Incoming> receive(ZMQ.Socket socket, int millis) {
    socket.setReceiveTimeOut(millis);
    byte[] frame = socket.recv();
    if (frame == null) {
      return Optional.empty();
    }
    List<byte[]> frames = new ArrayList<>(List.of(frame));
    while (socket.hasReceiveMore()) {
      frames.add(socket.recv());
    }
    return Optional.of(codec.decode(frames));
  }

  @Override
  public void handle(Reply reply, Message<?> request) {
    // As jjava-jupyter's handlers do, which may fail anywhere after it.
    reply.setBusyDeferIdle();
    reply.defer();
    throw new IllegalStateException("a fault of the kernel");
  }

  @Override
  public void abort(Reply reply) {
    throw new AssertionError("nothing is aborted here");
  }

  private String send(String type) {
    var header = codec.header(type);
    List<byte[]> frames =
        codec.encode(header, Codec.JSON.createObjectNode(), Codec.JSON.createObjectNode());
    for (byte[] frame : frames.subList(0, frames.size() - 1)) {
      shell.sendMore(frame);
    }
    shell.send(frames.get(frames.size() - 1));
    return header.path("msg_id").asText();
  }

  private List<String> statesUntilQuiet() {
    List<String> states = new ArrayList<>();
    Optional<Incoming> next = receive(iopub, PATIENCE_MILLIS);
    while (next.isPresent()) {
      states.add(next.get().content().path("execution_state").asText());
      next = receive(iopub, QUIET_MILLIS);
    }
    return states;
  }

  @Test
  void startingIsSaidOnce() {
    connection.serve(this);
    assertEquals(List.of("starting"), statesUntilQuiet());
  }

  @Test
  void faultOfAHandlerIsAnErrorReplyAndTheChannelLivesOn() {
    connection.serve(this);
    for (int round = 0; round < 2; round++) {
      String id = send("kernel_info_request");
      Incoming reply = receive(shell, PATIENCE_MILLIS).orElseThrow();
      assertTrue(reply.answers(id));
      assertEquals("kernel_info_reply", reply.type());
      assertEquals("error", reply.content().path("status").asText());
      assertEquals("IllegalStateException", reply.content().path("ename").asText());
      assertEquals("a fault of the kernel", reply.content().path("evalue").asText());
    }
    assertEquals(List.of("starting", "busy", "idle", "busy", "idle"), statesUntilQuiet());
  }

  @Test
  void faultOnAMessageThatHasNoReplyGetsNone() {
    connection.serve(this);
    send("some_notice");
    assertEquals(List.of("starting", "busy", "idle"), statesUntilQuiet());
    assertTrue(receive(shell, QUIET_MILLIS).isEmpty());
  }
}
