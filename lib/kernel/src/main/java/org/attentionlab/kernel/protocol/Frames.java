package org.attentionlab.kernel.protocol;

import java.util.ArrayList;
import java.util.List;
import org.zeromq.ZMQ;

/** Whole multipart messages over a socket. */
final class Frames {
  private Frames() {}

  static void send(ZMQ.Socket socket, List<byte[]> frames) {
    int last = frames.size() - 1;
    for (int i = 0; i < last; i++) {
      socket.sendMore(frames.get(i));
    }
    socket.send(frames.get(last));
  }

  /**
   * The next message, or an empty list where none has come.
   *
   * @param flags 0 to wait, {@link ZMQ#DONTWAIT} not to
   */
  static List<byte[]> receive(ZMQ.Socket socket, int flags) {
    List<byte[]> frames = new ArrayList<>();
    byte[] frame = socket.recv(flags);
    while (frame != null) {
      frames.add(frame);
      frame = socket.hasReceiveMore() ? socket.recv() : null;
    }
    return frames;
  }
}
