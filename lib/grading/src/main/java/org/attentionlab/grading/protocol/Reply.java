package org.attentionlab.grading.protocol;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a worker answers.
 *
 * <p>A reply is the student's word: a hostile answer may forge one. It holds results and messages
 * and never points, so that a forged reply is no more than another answer.
 */
public sealed interface Reply {

  /** Whether an answer was found. */
  enum State {
    /** It can be called. */
    FOUND,
    /** No field or variable has its name. */
    MISSING,
    /** It does not compile. */
    COMPILE_ERROR,
    /** It compiles, but its class or cell throws, or it is of another type. */
    UNUSABLE
  }

  /**
   * One answer that was looked for.
   *
   * @param state whether it was found
   * @param details what is wrong, line by line
   */
  record Found(State state, List<String> details) {
    /** Copies the list. */
    public Found {
      details = List.copyOf(details);
    }
  }

  /** The submission is loaded; one entry for each wanted answer. */
  record Loaded(List<Found> answers) implements Reply {
    /** Copies the list. */
    public Loaded {
      answers = List.copyOf(answers);
    }
  }

  /**
   * The call came back.
   *
   * @param value the result as {@link ValueCodec#encode} writes it
   * @param arguments the arguments after the call, for a check that they are as before
   */
  record Returned(Payload value, Payload arguments) implements Reply {}

  /** The exercise is still open. */
  record NotSolved() implements Reply {}

  /** The call threw. */
  record Threw(List<String> details) implements Reply {
    /** Copies the list. */
    public Threw {
      details = List.copyOf(details);
    }
  }

  /** A reply with the number of its request and what the answer printed meanwhile. */
  record Numbered(int number, Reply reply, String printed) {}

  /** The reply as the content of a frame. */
  static byte[] encode(Numbered numbered) throws IOException {
    WireWriter out = new WireWriter();
    out.integer(numbered.number());
    out.text(numbered.printed());
    Reply reply = numbered.reply();
    if (reply instanceof Loaded loaded) {
      out.tag((byte) 1);
      out.integer(loaded.answers().size());
      for (Found found : loaded.answers()) {
        out.text(found.state().name());
        out.texts(found.details());
      }
    } else if (reply instanceof Returned returned) {
      out.tag((byte) 2);
      out.bytes(returned.value().bytes());
      out.bytes(returned.arguments().bytes());
    } else if (reply instanceof NotSolved) {
      out.tag((byte) 3);
    } else if (reply instanceof Threw threw) {
      out.tag((byte) 4);
      out.texts(threw.details());
    }
    return out.content();
  }

  /**
   * Reads a reply.
   *
   * @throws WireException when the bytes are none
   */
  static Numbered decode(byte[] content) throws WireException {
    WireReader in = new WireReader(content);
    int number = in.integer();
    String printed = in.text();
    byte kind = in.tag();
    Reply reply =
        switch (kind) {
          case 1 -> readLoaded(in);
          case 2 -> new Returned(new Payload(in.bytes()), new Payload(in.bytes()));
          case 3 -> new NotSolved();
          case 4 -> new Threw(in.texts());
          default -> throw new WireException("a reply of kind " + kind);
        };
    in.end();
    return new Numbered(number, reply, printed);
  }

  private static Loaded readLoaded(WireReader in) throws WireException {
    int count = in.count(1);
    List<Found> answers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      answers.add(new Found(state(in.text()), in.texts()));
    }
    return new Loaded(answers);
  }

  private static State state(String name) throws WireException {
    for (State state : State.values()) {
      if (state.name().equals(name)) {
        return state;
      }
    }
    throw new WireException("an answer of an unknown state");
  }
}
