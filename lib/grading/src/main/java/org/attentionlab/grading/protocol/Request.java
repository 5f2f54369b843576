package org.attentionlab.grading.protocol;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What the grader asks of a worker. */
public sealed interface Request {

  /**
   * Compile or evaluate a submission and look for its answers.
   *
   * @param source the submission's text
   * @param wanted the answers to look for
   */
  record Load(Source source, List<Wanted> wanted) implements Request {
    /** Copies the list. */
    public Load {
      wanted = List.copyOf(wanted);
    }
  }

  /**
   * Call an answer.
   *
   * @param contract binary name of the contract
   * @param arguments the arguments, as {@link ValueCodec#encodeAll} writes them
   */
  record Call(String contract, Payload arguments) implements Request {}

  /** The request as the content of a frame; the worker's reply repeats its number. */
  static byte[] encode(int number, Request request) throws IOException {
    WireWriter out = new WireWriter();
    out.integer(number);
    if (request instanceof Load load) {
      out.integer(load.wanted().size());
      for (Wanted wanted : load.wanted()) {
        out.text(wanted.contract());
        out.text(wanted.name());
      }
      writeSource(out, load.source());
    } else if (request instanceof Call call) {
      out.integer(-1);
      out.text(call.contract());
      out.bytes(call.arguments().bytes());
    }
    return out.content();
  }

  /** A request with its number. */
  record Numbered(int number, Request request) {}

  /**
   * Reads a request.
   *
   * @throws WireException when the bytes are none
   */
  static Numbered decode(byte[] content) throws WireException {
    WireReader in = new WireReader(content);
    int number = in.integer();
    int kind = in.integer();
    Request request;
    if (kind < 0) {
      request = new Call(in.text(), new Payload(in.bytes()));
    } else {
      List<Wanted> wanted = new ArrayList<>();
      for (int i = 0; i < kind; i++) {
        wanted.add(new Wanted(in.text(), in.text()));
      }
      request = new Load(readSource(in), wanted);
    }
    in.end();
    return new Numbered(number, request);
  }

  private static void writeSource(WireWriter out, Source source) throws IOException {
    if (source instanceof Source.JavaFile java) {
      out.integer(-1);
      out.text(java.text());
    } else if (source instanceof Source.Cells notebook) {
      out.integer(notebook.cells().size());
      for (Source.CodeCell cell : notebook.cells()) {
        out.integer(cell.number());
        out.tag((byte) (cell.answer() ? 1 : 0));
        out.text(cell.text());
      }
    }
  }

  private static Source readSource(WireReader in) throws WireException {
    int count = in.integer();
    if (count < 0) {
      return new Source.JavaFile(in.text());
    }
    List<Source.CodeCell> cells = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      cells.add(new Source.CodeCell(in.integer(), in.tag() != 0, in.text()));
    }
    return new Source.Cells(cells);
  }
}
