package org.attentionlab.kernel;

import java.util.List;
import java.util.Map;
import org.attentionlab.kernel.session.Completer.Completion;
import org.attentionlab.kernel.session.Option;
import org.dflib.jjava.jupyter.messages.reply.CompleteReply;

/** What a front end is told of a completion: the texts, and in the metadata their types. */
final class CompletionReply {
  /** IPython's name for it, which front ends know. */
  private static final String TYPES = "_jupyter_types_experimental";

  private CompletionReply() {}

  /**
   * The reply.
   *
   * @param code the whole cell
   * @param cursor an offset in it, in UTF-16 units, as all offsets of Java
   */
  static CompleteReply of(String code, int cursor, Completion found) {
    int start = code.codePointCount(0, found.start());
    int end = code.codePointCount(0, cursor);
    List<Map<String, Object>> types =
        found.options().stream().map(option -> described(option, start, end)).toList();
    List<String> texts = found.options().stream().map(Option::text).toList();
    return new CompleteReply(texts, start, end, Map.of(TYPES, types));
  }

  private static Map<String, Object> described(Option option, int start, int end) {
    return Map.of(
        "start", start,
        "end", end,
        "text", option.text(),
        "type", option.type(),
        "signature", option.signature());
  }
}
