package org.attentionlab.kernel.protocol;

import org.zeromq.ZMQ;
import org.zeromq.ZMQException;

/** The heartbeat channel: sends back whatever comes, even while a cell runs. */
final class Heartbeat {
  private final ZMQ.Socket socket;

  Heartbeat(ZMQ.Socket socket) {
    this.socket = socket;
  }

  void start() {
    Thread thread = new Thread(this::run, "Heartbeat");
    thread.setDaemon(true);
    thread.start();
  }

  private void run() {
    try {
      while (true) {
        Frames.send(socket, Frames.receive(socket, 0));
      }
    } catch (ZMQException e) {
      if (e.getErrorCode() != zmq.ZError.ETERM) {
        KernelLog.warn("Heartbeat ended: " + e.getMessage());
      }
    } finally {
      socket.close();
    }
  }
}
