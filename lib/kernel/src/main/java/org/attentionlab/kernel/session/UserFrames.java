package org.attentionlab.kernel.session;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SourceCodeAnalysis.SnippetWrapper;

/**
 * Finds the snippet and the line of a stack frame, where JShell has not done so: in errors of other
 * threads, and in suppressed ones.
 */
final class UserFrames {
  private static final Pattern WRAPPER = Pattern.compile("(REPL\\.\\$JShell\\$\\w+)(?:\\$(.*))?");

  private final JShell shell;

  UserFrames(JShell shell) {
    this.shell = shell;
  }

  /** The frames with those of snippets as JShell tells them: # and the snippet's id as the file. */
  StackTraceElement[] translated(StackTraceElement[] frames) {
    StackTraceElement[] all = frames.clone();
    for (int i = 0; i < all.length; i++) {
      all[i] = translated(all[i]).orElse(all[i]);
    }
    return all;
  }

  private Optional<StackTraceElement> translated(StackTraceElement frame) {
    Matcher name = WRAPPER.matcher(frame.getClassName());
    if (!name.matches()) {
      return Optional.empty();
    }
    String type = Optional.ofNullable(name.group(2)).orElse("");
    String method = frame.getMethodName().startsWith("do_it$") ? "" : frame.getMethodName();
    return shell
        .snippets()
        .filter(s -> wrapper(s).fullClassName().equals(name.group(1)))
        .reduce((first, last) -> last)
        .map(
            s -> new StackTraceElement(type, method, "#" + s.id(), line(s, frame.getLineNumber())));
  }

  private SnippetWrapper wrapper(Snippet snippet) {
    return shell.sourceCodeAnalysis().wrapper(snippet);
  }

  private int line(Snippet snippet, int lineInWrapper) {
    SnippetWrapper wrapper = wrapper(snippet);
    String text = wrapper.wrapped();
    int at = 0;
    for (int line = 1; line < lineInWrapper; line++) {
      at = text.indexOf('\n', at) + 1;
    }
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    int position = wrapper.wrappedToSourcePosition(at);
    String source = snippet.source();
    int end = Math.max(0, Math.min(position, source.length()));
    return 1 + (int) source.substring(0, end).chars().filter(c -> c == '\n').count();
  }
}
