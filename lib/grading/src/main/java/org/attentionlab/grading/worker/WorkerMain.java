package org.attentionlab.grading.worker;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.attentionlab.grading.NotSolvedYet;
import org.attentionlab.grading.protocol.ContractMethod;
import org.attentionlab.grading.protocol.Frames;
import org.attentionlab.grading.protocol.Reply;
import org.attentionlab.grading.protocol.Reply.Found;
import org.attentionlab.grading.protocol.Request;
import org.attentionlab.grading.protocol.Source;
import org.attentionlab.grading.protocol.ThrownText;
import org.attentionlab.grading.protocol.ValueCodec;
import org.attentionlab.grading.protocol.Wanted;

/**
 * The worker's main loop: reads requests from standard input, writes replies to standard output.
 *
 * <p>The student's code gets an empty input and a bounded place to print to.
 */
public final class WorkerMain {

  private static final int PRINTED_LIMIT = 4000;

  private final BoundedOutput printed;
  private final Map<String, Object> answers = new HashMap<>();

  private WorkerMain(BoundedOutput printed) {
    this.printed = printed;
  }

  /** Runs until the grader closes the pipe. */
  public static void main(String[] arguments) throws IOException {
    DataInputStream in =
        new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in)));
    DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
    BoundedOutput printed = new BoundedOutput(PRINTED_LIMIT);
    PrintStream capture = new PrintStream(printed, true, StandardCharsets.UTF_8);
    System.setOut(capture);
    System.setErr(capture);
    System.setIn(InputStream.nullInputStream());
    BlockingQueue<byte[]> requests = new LinkedBlockingQueue<>();
    Thread reader = new Thread(() -> read(in, requests), "requests");
    reader.setDaemon(true);
    reader.start();
    new WorkerMain(printed).serve(requests, out);
  }

  /** Listens all the time, so that the worker ends with its grader even in an endless loop. */
  private static void read(DataInputStream in, BlockingQueue<byte[]> requests) {
    try {
      while (true) {
        requests.add(Frames.read(in));
      }
    } catch (IOException closed) {
      // Threads and shutdown hooks of the student's code do not keep the process alive.
      Runtime.getRuntime().halt(0);
    }
  }

  private void serve(BlockingQueue<byte[]> requests, DataOutputStream out) throws IOException {
    while (true) {
      Request.Numbered numbered = Request.decode(next(requests));
      Reply reply = answer(numbered.request());
      Frames.write(out, Reply.encode(new Reply.Numbered(numbered.number(), reply, printed.take())));
    }
  }

  /** The next request; an answer that interrupts this thread does not make the others pay. */
  private static byte[] next(BlockingQueue<byte[]> requests) {
    while (true) {
      try {
        return requests.take();
      } catch (InterruptedException byAnAnswer) {
        // Its mark is gone now: wait again.
      }
    }
  }

  private Reply answer(Request request) {
    if (request instanceof Request.Load load) {
      return load(load);
    }
    return call((Request.Call) request);
  }

  private Reply load(Request.Load load) {
    Answers source =
        load.source() instanceof Source.Cells notebook
            ? new NotebookAnswers(notebook.cells(), load.wanted())
            : new JavaAnswers(((Source.JavaFile) load.source()).text());
    List<Found> found = new ArrayList<>();
    for (Wanted wanted : load.wanted()) {
      Answers.Lookup lookup = source.find(wanted);
      lookup.answer().ifPresent(answer -> answers.put(wanted.contract(), answer));
      found.add(lookup.found());
    }
    return new Reply.Loaded(found);
  }

  private Reply call(Request.Call call) {
    try {
      Method method = ContractMethod.of(Class.forName(call.contract()));
      Type[] types = method.getGenericParameterTypes();
      Object[] arguments = ValueCodec.decodeAll(types, call.arguments());
      Object result = method.invoke(answers.get(call.contract()), arguments);
      return new Reply.Returned(
          ValueCodec.encode(method.getGenericReturnType(), result),
          ValueCodec.encodeAll(types, arguments));
    } catch (InvocationTargetException thrown) {
      return thrown.getCause() instanceof NotSolvedYet
          ? new Reply.NotSolved()
          : new Reply.Threw(ThrownText.of(thrown.getCause()));
    } catch (IOException | ReflectiveOperationException | RuntimeException | Error broken) {
      // A result that cannot be written: a list that throws, a value beyond the frame's limit.
      return new Reply.Threw(ThrownText.of("The answer's result", broken));
    }
  }
}
