package org.attentionlab.kernel;

import com.google.gson.JsonObject;
import java.util.concurrent.ConcurrentHashMap;
import org.dflib.jjava.jupyter.channels.ReplyEnvironment;
import org.dflib.jjava.jupyter.kernel.comm.CommManager;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.MessageContext;
import org.dflib.jjava.jupyter.messages.comm.CommCloseCommand;
import org.dflib.jjava.jupyter.messages.comm.CommMsgCommand;
import org.dflib.jjava.jupyter.messages.comm.CommOpenCommand;

/**
 * The kernel's comms.
 *
 * <p>Beyond jjava-jupyter's: what the user's code does on a message belongs to that message, so its
 * output, its errors and its answers are told to the front end that sent it; such code can be
 * interrupted; and comms may be opened by cells while others are asked for.
 */
final class Comms extends CommManager {
  private final UserCode userCode;

  /** Runs code of the user's on behalf of a message. */
  interface UserCode {
    /**
     * Runs it like a cell.
     *
     * @return whether it came to its end
     */
    boolean run(MessageContext message, Runnable code);
  }

  Comms(UserCode userCode) {
    this.userCode = userCode;
    targets = new ConcurrentHashMap<>();
    comms = new ConcurrentHashMap<>();
  }

  private boolean onBehalfOf(MessageContext message, Runnable code) {
    setMessageContext(message);
    return userCode.run(message, code);
  }

  @Override
  public void handleCommOpenCommand(ReplyEnvironment env, Message<CommOpenCommand> message) {
    if (getTarget(message.getContent().getTargetName()) == null) {
      super.handleCommOpenCommand(env, message);
    } else if (!onBehalfOf(message, () -> super.handleCommOpenCommand(env, message))) {
      env.publish(new CommCloseCommand(message.getContent().getCommID(), new JsonObject()));
    }
  }

  @Override
  public void handleCommMsgCommand(ReplyEnvironment env, Message<CommMsgCommand> message) {
    if (getCommByID(message.getContent().getCommID()) != null) {
      onBehalfOf(message, () -> super.handleCommMsgCommand(env, message));
    }
  }

  @Override
  public void handleCommCloseCommand(ReplyEnvironment env, Message<CommCloseCommand> message) {
    if (getCommByID(message.getContent().getCommID()) != null) {
      onBehalfOf(message, () -> super.handleCommCloseCommand(env, message));
    }
  }
}
