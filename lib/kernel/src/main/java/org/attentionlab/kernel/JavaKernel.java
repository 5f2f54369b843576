package org.attentionlab.kernel;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.attentionlab.kernel.history.HistoryPlace;
import org.attentionlab.kernel.history.SessionHistory;
import org.attentionlab.kernel.magic.Magics;
import org.attentionlab.kernel.protocol.Connection;
import org.attentionlab.kernel.protocol.KernelLog;
import org.attentionlab.kernel.protocol.RawMessage;
import org.attentionlab.kernel.protocol.Reply;
import org.attentionlab.kernel.protocol.RequestHandler;
import org.attentionlab.kernel.render.NotebookRenderer;
import org.attentionlab.kernel.session.Cell;
import org.attentionlab.kernel.session.CellFailure;
import org.attentionlab.kernel.session.FrontendInput;
import org.attentionlab.kernel.session.JavaSession;
import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.channels.ShellHandler;
import org.dflib.jjava.jupyter.channels.ShellReplyEnvironment;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.ExpressionValue;
import org.dflib.jjava.jupyter.kernel.ReplacementOptions;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.magic.MagicParser;
import org.dflib.jjava.jupyter.kernel.magic.MagicTranspiler;
import org.dflib.jjava.jupyter.kernel.magic.MagicsRegistry;
import org.dflib.jjava.jupyter.kernel.util.StringStyler;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.MessageContext;
import org.dflib.jjava.jupyter.messages.publish.PublishError;
import org.dflib.jjava.jupyter.messages.publish.PublishExecuteInput;
import org.dflib.jjava.jupyter.messages.publish.PublishExecuteResult;
import org.dflib.jjava.jupyter.messages.publish.PublishStream;
import org.dflib.jjava.jupyter.messages.reply.ErrorReply;
import org.dflib.jjava.jupyter.messages.reply.ExecuteReply;
import org.dflib.jjava.jupyter.messages.reply.ShutdownReply;
import org.dflib.jjava.jupyter.messages.request.CompleteRequest;
import org.dflib.jjava.jupyter.messages.request.ExecuteRequest;
import org.dflib.jjava.jupyter.messages.request.ShutdownRequest;

/**
 * The kernel: answers the requests of front ends.
 *
 * <p>It is a jjava-jupyter kernel, so extensions, renderers and magics made for one work here.
 */
public final class JavaKernel extends BaseKernel implements RequestHandler {
  private static final long GOODBYE_MILLIS = 200;

  private final Connection connection;
  private final CompletableFuture<JavaSession> session;
  private final Map<String, ShellHandler<?>> handlers = new HashMap<>();
  private final KernelEnvironment environment;
  private final StartupNotices notices;
  private final Magics magics;
  private final CodeHelp help;
  private final SessionHistory history;
  private final CountDownLatch shutdown = new CountDownLatch(1);
  private final CompletableFuture<Void> extended = new CompletableFuture<>();
  private volatile Optional<Cell> running = Optional.empty();

  /**
   * A kernel that answers on a connection.
   *
   * @param connection bound, not yet served
   * @param session may still be starting; requests that need it wait
   * @param environment the user's wishes
   * @param notices to be shown with the first cell
   */
  JavaKernel(
      Connection connection,
      CompletableFuture<JavaSession> session,
      KernelEnvironment environment,
      StartupNotices notices) {
    this(
        connection,
        session,
        environment,
        notices,
        new SessionHistory(HistoryPlace.ofThisProcess()),
        new CompletableFuture<>());
  }

  private JavaKernel(
      Connection connection,
      CompletableFuture<JavaSession> session,
      KernelEnvironment environment,
      StartupNotices notices,
      SessionHistory history,
      CompletableFuture<JavaKernel> self) {
    super(
        KernelInfo.NAME,
        KernelInfo.VERSION,
        KernelInfo.LANGUAGE,
        KernelInfo.HELP,
        history,
        new NotebookIo(connection.input()),
        new Comms((message, code) -> self.join().runLikeACell(message, code)),
        new NotebookRenderer(),
        new MagicParser("(?<=(?:^|=))\\s*%", "%%", new MagicTranspiler()),
        new MagicsRegistry(),
        environment.loadsExtensions(),
        new StringStyler.Builder().build());
    self.complete(this);
    this.connection = connection;
    this.session = session;
    this.environment = environment;
    this.notices = notices;
    this.history = history;
    this.magics = new Magics(this);
    this.help = new CodeHelp(magics, this::ready);
    commManager.setIOPubChannel(connection.publisher());
    on("execute_request", this::execute);
    on("inspect_request", this::handleInspectRequest);
    on("complete_request", this::handleCompleteRequest);
    on("history_request", this::handleHistoryRequest);
    on("is_complete_request", this::handleIsCodeCompeteRequest);
    on("kernel_info_request", this::kernelInfo);
    on("connect_request", this::connectInfo);
    on("debug_request", this::declineDebugging);
    on("shutdown_request", this::shutDown);
    on("interrupt_request", this::handleInterruptRequest);
    on("comm_open", commManager::handleCommOpenCommand);
    on("comm_msg", commManager::handleCommMsgCommand);
    on("comm_close", commManager::handleCommCloseCommand);
    on("comm_info_request", commManager::handleCommInfoRequest);
  }

  private <T> void on(String type, ShellHandler<T> handler) {
    handlers.put(type, handler);
  }

  @Override
  @SuppressWarnings("unchecked") // a handler is registered under the type of its messages
  public void handle(Reply reply, Message<?> request) {
    ShellHandler<Object> handler = (ShellHandler<Object>) handlers.get(RawMessage.type(request));
    if (handler == null) {
      KernelLog.warn("no handler for " + RawMessage.type(request));
    } else {
      handler.handle(reply, (Message<Object>) request);
    }
  }

  private void kernelInfo(ShellReplyEnvironment env, Message<?> message) {
    env.reply(RawMessage.reply(message, KernelInfo.reply()));
  }

  private void connectInfo(ShellReplyEnvironment env, Message<?> message) {
    JsonObject ports = new JsonObject();
    for (String name : Connection.PORTS) {
      ports.addProperty(name, connection.port(name));
    }
    env.reply(RawMessage.reply(message, ports));
  }

  private void declineDebugging(ShellReplyEnvironment env, Message<JsonObject> message) {
    env.reply(RawMessage.reply(message, DebugReply.declining(message.getContent())));
  }

  @Override
  public void abort(Reply reply) {
    JsonObject content = new JsonObject();
    content.addProperty("status", "aborted");
    content.addProperty("execution_count", executionCount.get() - 1);
    reply.reply(RawMessage.reply(reply.getContext(), content));
  }

  private void execute(ShellReplyEnvironment env, Message<ExecuteRequest> message) {
    commManager.setMessageContext(message);
    ExecuteRequest request = message.getContent();
    boolean stored = request.shouldStoreHistory() && !request.isSilent();
    int count = stored ? executionCount.getAndIncrement() : executionCount.get() - 1;
    Cell cell =
        new Cell(
            message, count, request.isSilent(), request.isStdinEnabled(), connection.publisher());
    env.setBusyDeferIdle();
    cell.begin();
    // Before anyone is told of the cell: who then interrupts it is to find it.
    running = Optional.of(cell);
    try {
      if (!request.isSilent()) {
        env.publish(new PublishExecuteInput(request.getCode(), count));
      }
      Optional<DisplayData> result = run(request.getCode(), cell);
      Map<String, ExpressionValue> expressions = expressions(request, cell);
      if (stored) {
        history.add(count, request.getCode(), result.map(JavaKernel::plainText).orElse(""));
      }
      result.ifPresent(data -> cell.publish(new PublishExecuteResult(count, data)));
      env.defer().reply(new ExecuteReply(count, expressions));
    } catch (RuntimeException | StackOverflowError thrown) {
      CellFailure e = JavaSession.failure(thrown);
      if (stored) {
        history.add(count, request.getCode(), "");
      }
      cell.publish(new PublishError(e.name(), e.getMessage(), e.traceback()));
      ErrorReply error = new ErrorReply(e.name(), e.getMessage(), e.traceback());
      error.setExecutionCount(count);
      env.defer().replyError(ExecuteReply.MESSAGE_TYPE.error(), error);
      if (request.shouldStopOnError() && env instanceof Reply reply) {
        reply.abortQueued();
      }
    } finally {
      running = Optional.empty();
      cell.end();
    }
  }

  private Optional<DisplayData> run(String code, Cell cell) {
    JavaSession java = ready();
    Optional<Cell> owner = Optional.of(cell);
    if (!cell.silent()) {
      for (String notice : notices.take()) {
        java.inCell(owner, () -> errorLine(notice));
      }
    }
    Optional<Object> value = java.evaluate(code, owner, magics);
    return value.flatMap(v -> java.inCell(owner, () -> rendered(v)));
  }

  private static String errorLine(String text) {
    System.err.println(text);
    return text;
  }

  private DisplayData rendered(Object value) {
    return value instanceof DisplayData data ? data : renderer.render(value);
  }

  private Map<String, ExpressionValue> expressions(ExecuteRequest request, Cell cell) {
    Map<String, ExpressionValue> values = new LinkedHashMap<>();
    if (request.getUserExpr() != null) {
      request.getUserExpr().forEach((name, code) -> values.put(name, expression(code, cell)));
    }
    return values;
  }

  private ExpressionValue expression(String code, Cell cell) {
    try {
      DisplayData data = run(code, cell).orElseGet(() -> new DisplayData("null"));
      return new ExpressionValue.Success(data);
    } catch (CellFailure e) {
      return new ExpressionValue.Error(e.name(), e.getMessage(), e.traceback());
    }
  }

  private static String plainText(DisplayData data) {
    return String.valueOf(
        data.getData(org.dflib.jjava.jupyter.kernel.display.mime.MIMEType.TEXT_PLAIN));
  }

  /** Runs the user's answer to a message that is no cell; what it prints goes to the sender. */
  private boolean runLikeACell(MessageContext message, Runnable code) {
    Cell cell = new Cell(message, executionCount.get() - 1, false, false, connection.publisher());
    JavaSession java = ready();
    cell.begin();
    running = Optional.of(cell);
    try {
      java.inCell(Optional.of(cell), Executors.callable(code));
      return true;
    } catch (CellFailure e) {
      cell.publish(
          new PublishStream(PublishStream.StreamType.ERR, String.join("\n", e.traceback()) + "\n"));
      return false;
    } finally {
      running = Optional.empty();
      cell.end();
    }
  }

  /**
   * Asks the user on behalf of the cell that the calling thread belongs to.
   *
   * @return the line; empty where the user ended the input
   */
  Optional<String> ask(String prompt, boolean password) {
    return FrontendInput.ask(connection.input(), prompt, password);
  }

  /** The kernel's magics. */
  Magics magics() {
    return magics;
  }

  /** The session with its extensions; waits until both are there. */
  private JavaSession ready() {
    extended.join();
    return session.join();
  }

  /** Loads the extensions and what the environment names; requests wait for it. */
  void extend() {
    try {
      installNotebookKernel();
      installDefaultExtensions();
      List<String> classpath = environment.classpath();
      if (!classpath.isEmpty()) {
        addToClasspath(classpath);
      }
      environment.startup().forEach(this::runStartup);
    } catch (RuntimeException | IOException e) {
      notices.add("Start-up is incomplete: " + e.getMessage());
    } finally {
      extended.complete(null);
    }
  }

  private void runStartup(KernelEnvironment.Startup startup) {
    try {
      session.join().evaluate(startup.code(), Optional.empty(), magics);
    } catch (CellFailure e) {
      notices.add(
          "The start-up code of "
              + startup.origin()
              + " failed:\n"
              + String.join("\n", e.traceback()));
    }
  }

  @Override
  protected void installExtensions(ClassLoader loader) {
    if (!extensionsEnabled) {
      return;
    }
    Iterator<ServiceLoader.Provider<Extension>> found =
        ServiceLoader.load(Extension.class, loader).stream().iterator();
    boolean more = true;
    while (more) {
      try {
        more = found.hasNext();
        if (more) {
          installExtension(found.next().get());
        }
      } catch (RuntimeException | LinkageError | ServiceConfigurationError e) {
        KernelLog.warn("an extension failed, the session goes on without it: " + e);
      }
    }
  }

  /**
   * Makes jars and directories known to the cells that follow, and loads the extensions in them.
   *
   * @param paths of files that exist
   */
  public void addToClasspath(List<String> paths) {
    session.join().addToClasspath(paths);
    installExtensions(session.join().loader());
  }

  /** Runs code on behalf of the cell that the calling thread belongs to; the value may be null. */
  @Override
  public Object evalRaw(String code) {
    return session.join().evaluate(code, Cell.current(), magics).orElse(null);
  }

  @Override
  public DisplayData inspect(String code, int cursor, boolean detail) {
    return help.inspect(code, cursor, detail).orElse(null);
  }

  @Override
  public ReplacementOptions complete(String code, int cursor) {
    return help.complete(code, cursor);
  }

  @Override
  protected void handleCompleteRequest(
      ShellReplyEnvironment env, Message<CompleteRequest> message) {
    env.setBusyDeferIdle();
    CompleteRequest request = message.getContent();
    env.reply(help.completeWithTypes(request.getCode(), request.getCursorPos()));
  }

  @Override
  public String isComplete(String code) {
    return help.isComplete(code);
  }

  @Override
  public void interrupt() {
    running.ifPresent(cell -> session.join().interrupt(cell));
  }

  @Override
  public String getBanner() {
    return KernelInfo.banner();
  }

  private void shutDown(ShellReplyEnvironment env, Message<ShutdownRequest> message) {
    boolean restart = message.getContent().isRestart();
    interrupt();
    uninstall(restart);
    ShutdownReply reply = restart ? ShutdownReply.SHUTDOWN_AND_RESTART : ShutdownReply.SHUTDOWN;
    env.reply(reply);
    // To the other front ends.
    env.publish(reply);
    if (env instanceof Reply answer) {
      answer.afterwards(this::end);
    } else {
      end();
    }
  }

  /** Lets extensions say goodbye, in a moment at most. */
  private void uninstall(boolean restart) {
    Thread goodbye = new Thread(() -> onShutdown(restart), "Extensions' end");
    goodbye.setDaemon(true);
    goodbye.start();
    try {
      goodbye.join(GOODBYE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Makes {@link #awaitShutdown} return. */
  void end() {
    shutdown.countDown();
  }

  /** Waits until a front end or the system asks for the end. */
  void awaitShutdown() throws InterruptedException {
    shutdown.await();
    history.close();
  }
}
