package org.attentionlab.grading.remote;

import java.io.IOException;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.attentionlab.grading.NotSolvedYet;
import org.attentionlab.grading.engine.AnswerFailure;
import org.attentionlab.grading.engine.Contract;
import org.attentionlab.grading.protocol.Reply;
import org.attentionlab.grading.protocol.Reply.Found;
import org.attentionlab.grading.protocol.Request;
import org.attentionlab.grading.protocol.Source;
import org.attentionlab.grading.protocol.ValueCodec;
import org.attentionlab.grading.protocol.Wanted;
import org.attentionlab.grading.protocol.WireException;
import org.attentionlab.grading.report.Outcome;
import org.attentionlab.grading.report.PlainText;
import org.attentionlab.tensor.Tensor;

/**
 * A submission that runs in a worker, and the proxies through which its answers are called.
 *
 * <p>A worker that dies or is late costs the call; the next call gets a new worker.
 */
public final class RemoteSubmission implements AutoCloseable {

  private static final int PRINTED_LIMIT = 4000;

  /** An answer that was late so often in one exercise is late in the rest of it too. */
  private static final int MOST_TIMEOUTS = 2;

  private final WorkerLauncher launcher;
  private final Path java;
  private final List<Path> classPath;
  private final Limits limits;
  private final Request.Load load;
  private final TimeAccount account;
  private final StringBuilder printed = new StringBuilder();

  private final Map<Contract, Integer> timeouts = new HashMap<>();

  private Optional<Worker> worker = Optional.empty();

  /**
   * Prepares a submission; no process is started yet.
   *
   * @param launcher starts the workers
   * @param java the JVM's program
   * @param classPath the workers' class path
   * @param limits what the submission may take
   * @param source its text
   * @param contracts the answers to look for
   */
  public RemoteSubmission(
      WorkerLauncher launcher,
      Path java,
      List<Path> classPath,
      Limits limits,
      Source source,
      List<Contract> contracts) {
    this.launcher = launcher;
    this.java = java;
    this.classPath = List.copyOf(classPath);
    this.limits = limits;
    load =
        new Request.Load(
            source,
            contracts.stream()
                .map(contract -> new Wanted(contract.type().getName(), contract.name()))
                .toList());
    account = new TimeAccount(limits.submission(), limits.patience());
  }

  /**
   * Starts a worker and loads the submission.
   *
   * @return one entry for each contract, in their order
   * @throws AnswerFailure when the worker does not survive loading
   */
  public List<Found> load() {
    checkTime();
    Worker fresh = Worker.start(launcher, java, classPath, limits);
    worker = Optional.of(fresh);
    Reply reply = ask(fresh, load, limits.load(), TimeOuts.load(limits), "The submission");
    if (reply instanceof Reply.Loaded loaded && loaded.answers().size() == load.wanted().size()) {
      return loaded.answers().stream()
          .map(found -> new Found(found.state(), PlainText.lines(found.details())))
          .toList();
    }
    throw garbled("The submission", "another reply than the answers found");
  }

  /** The answer to an exercise: an instance of the contract whose calls run in the worker. */
  public Object answer(Contract contract) {
    InvocationHandler handler = (proxy, method, arguments) -> invoke(contract, method, arguments);
    return Proxy.newProxyInstance(
        contract.type().getClassLoader(), new Class<?>[] {contract.type()}, handler);
  }

  /** What the submission printed, cut after some thousand characters. */
  public String printed() {
    return printed.toString();
  }

  private Object invoke(Contract contract, Method method, Object[] arguments) throws IOException {
    if (method.getDeclaringClass() == Object.class) {
      return switch (method.getName()) {
        case "toString" -> contract.name();
        case "hashCode" -> contract.hashCode();
        default -> false;
      };
    }
    checkTime();
    if (timeouts.getOrDefault(contract, 0) >= MOST_TIMEOUTS) {
      throw TimeOuts.notCalledAgain(limits);
    }
    if (worker.isEmpty()) {
      load();
    }
    Type[] types = method.getGenericParameterTypes();
    Object[] given = arguments == null ? new Object[0] : arguments;
    Request.Call call =
        new Request.Call(contract.type().getName(), ValueCodec.encodeAll(types, given));
    Reply reply = ask(contract, call);
    if (reply instanceof Reply.NotSolved) {
      throw new NotSolvedYet(contract.label());
    }
    if (reply instanceof Reply.Threw threw) {
      throw new AnswerFailure(Outcome.FAILED, PlainText.lines(threw.details()));
    }
    if (reply instanceof Reply.Returned returned) {
      return result(method, given, returned);
    }
    throw garbled("The answer", "no result");
  }

  private Reply ask(Contract contract, Request.Call call) {
    try {
      return ask(worker.orElseThrow(), call, limits.call(), TimeOuts.call(limits), "The answer");
    } catch (AnswerFailure failure) {
      if (failure.outcome() == Outcome.TIMED_OUT) {
        timeouts.merge(contract, 1, Integer::sum);
      }
      throw failure;
    }
  }

  private Object result(Method method, Object[] given, Reply.Returned returned) {
    try {
      Object[] after =
          ValueCodec.decodeAll(method.getGenericParameterTypes(), returned.arguments());
      for (int i = 0; i < given.length; i++) {
        writeBack(after[i], given[i]);
      }
      return ValueCodec.decode(method.getGenericReturnType(), returned.value());
    } catch (WireException notAValue) {
      throw new AnswerFailure(
          Outcome.FAILED,
          List.of(PlainText.line("The answer returns " + notAValue.getMessage()) + "."));
    }
  }

  /** A changed argument shows in the test's own, as it would without a process in between. */
  private static void writeBack(Object after, Object given) {
    if (given instanceof Tensor tensor && after instanceof Tensor changed) {
      if (Arrays.equals(tensor.shape(), changed.shape())) {
        tensor.assign(changed.toArray());
      }
      return;
    }
    if (given.getClass().isArray()) {
      int length = Array.getLength(given);
      if (length == Array.getLength(after)) {
        System.arraycopy(after, 0, given, 0, length);
      }
    }
  }

  private Reply ask(
      Worker current, Request request, Duration limit, AnswerFailure late, String who) {
    try {
      Reply.Numbered numbered = current.ask(request, limit, account);
      keep(numbered.printed());
      return numbered.reply();
    } catch (WorkerGone gone) {
      worker = Optional.empty();
      throw switch (gone.reason()) {
        case TIMED_OUT -> outOfTime().orElse(late);
        case ENDED ->
            new AnswerFailure(
                Outcome.PROCESS_ENDED,
                List.of(PlainText.line(who + " ended the JVM (" + gone.getMessage()) + ")."));
        case GARBLED -> garbled(who, gone.getMessage());
      };
    }
  }

  /** Why the submission has no time left; empty when it has. */
  private Optional<AnswerFailure> outOfTime() {
    if (account.isUsedUp()) {
      return Optional.of(TimeOuts.usedUp(limits));
    }
    return account.isStarved() ? Optional.of(TimeOuts.starved(limits)) : Optional.empty();
  }

  private void checkTime() {
    Optional<AnswerFailure> over = outOfTime();
    if (over.isPresent()) {
      throw over.get();
    }
  }

  private AnswerFailure garbled(String who, String what) {
    close();
    return new AnswerFailure(
        Outcome.PROCESS_ENDED, List.of(who + " broke the worker's protocol: " + what + "."));
  }

  private void keep(String more) {
    int room = PRINTED_LIMIT - printed.length();
    printed.append(more, 0, Math.min(more.length(), Math.max(0, room)));
  }

  @Override
  public void close() {
    worker.ifPresent(Worker::close);
    worker = Optional.empty();
  }
}
