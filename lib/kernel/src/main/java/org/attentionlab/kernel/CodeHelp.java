package org.attentionlab.kernel;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.attentionlab.kernel.doc.Documents;
import org.attentionlab.kernel.doc.Sources;
import org.attentionlab.kernel.magic.Magics;
import org.attentionlab.kernel.protocol.KernelLog;
import org.attentionlab.kernel.session.ClassIndex;
import org.attentionlab.kernel.session.Completer;
import org.attentionlab.kernel.session.Completer.Completion;
import org.attentionlab.kernel.session.Inspector;
import org.attentionlab.kernel.session.JavaSession;
import org.attentionlab.kernel.session.Option;
import org.attentionlab.kernel.session.Readiness;
import org.dflib.jjava.jupyter.kernel.ReplacementOptions;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.messages.reply.CompleteReply;

/** What a front end asks of code that is not run: documentation, proposals, whether it is whole. */
final class CodeHelp {
  private final Magics magics;
  private final Supplier<JavaSession> session;
  private final Documents documents = new Documents(new Sources());
  private final ClassIndex classes = new ClassIndex();

  /**
   * Help for one session.
   *
   * @param magics are asked first
   * @param session waits until it is there
   */
  CodeHelp(Magics magics, Supplier<JavaSession> session) {
    this.magics = magics;
    this.session = session;
  }

  /** What is known of the name at the cursor; empty where nothing is. */
  Optional<DisplayData> inspect(String code, int cursor, boolean detail) {
    int offset = offset(code, cursor);
    return magics
        .inspect(code, offset)
        .or(() -> new Inspector(session.get().names(), documents).inspect(code, offset, detail))
        .map(
            found -> {
              DisplayData data = new DisplayData(found.text());
              data.putHTML(found.html());
              return data;
            });
  }

  /** Proposals as the kernels of the family give them. */
  ReplacementOptions complete(String code, int cursor) {
    Completion found = completion(code, offset(code, cursor));
    int start = code.codePointCount(0, found.start());
    List<String> texts = found.options().stream().map(Option::text).toList();
    return new ReplacementOptions(texts, start, cursor);
  }

  /** Proposals with types and signatures. */
  CompleteReply completeWithTypes(String code, int cursor) {
    int offset = offset(code, cursor);
    return CompletionReply.of(code, offset, completion(code, offset));
  }

  private Completion completion(String code, int offset) {
    try {
      return magics
          .complete(code, offset)
          .orElseGet(() -> new Completer(session.get().names(), classes).complete(code, offset));
    } catch (RuntimeException | StackOverflowError e) {
      // Whoever is typing is better off with no proposal than with an error.
      KernelLog.warn("no completion: " + e);
      return new Completion(List.of(), offset);
    }
  }

  /** Whether the code is whole, as {@link Readiness} says it. */
  String isComplete(String code) {
    return Readiness.of(code, session.get().analysis());
  }

  /** Front ends count code points, Java counts UTF-16 units. */
  private static int offset(String code, int cursor) {
    int points = code.codePointCount(0, code.length());
    return code.offsetByCodePoints(0, Math.max(0, Math.min(cursor, points)));
  }
}
