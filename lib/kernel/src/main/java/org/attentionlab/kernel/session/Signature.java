package org.attentionlab.kernel.session;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.attentionlab.kernel.doc.TypeText;

/**
 * A signature as JShell writes it, taken apart.
 *
 * @param text to be shown
 * @param owner the class that declares a member, qualified unless the session imports it
 * @param name of the member, {@code <init>} for a constructor; of a class, its whole name
 * @param parameters types of the parameters
 * @param kind what it is of
 */
record Signature(String text, String owner, String name, List<String> parameters, Kind kind) {
  enum Kind {
    METHOD,
    CONSTRUCTOR,
    TYPED,
    NAMED
  }

  /** Newer JDKs write the components of a record wherever they name it. */
  private static final Pattern COMPONENTS = Pattern.compile("\\([^()]*\\)(?=[.(])");

  private static final Pattern TYPED = Pattern.compile("([\\w$.]+):(.+)");
  private static final String OBJECT = " extends Object";

  /** Takes a signature apart; {@code callable} tells a constructor from a record's header. */
  static Signature parse(String jshell, boolean callable) {
    String plain = jshell.replace(OBJECT, "").replace(CellPrefix.CLASS + ".", "");
    String text = COMPONENTS.matcher(plain).replaceAll("");
    Matcher typed = TYPED.matcher(text);
    if (typed.matches()) {
      String path = typed.group(1);
      int dot = path.lastIndexOf('.');
      return new Signature(
          typed.group(2) + " " + TypeText.withoutPackages(path),
          dot < 0 ? "" : path.substring(0, dot),
          path.substring(dot + 1),
          List.of(),
          Kind.TYPED);
    }
    int open = text.indexOf('(');
    if (!callable || open < 0) {
      String name = TypeText.withoutArguments(open < 0 ? text : text.substring(0, open));
      return new Signature(text, "", name, List.of(), Kind.NAMED);
    }
    int close = text.lastIndexOf(')');
    List<String> types =
        TypeText.split(text.substring(open + 1, close)).stream().map(Signature::type).toList();
    String head = text.substring(0, open);
    Optional<Integer> blank = lastBlank(head);
    String path = TypeText.withoutArguments(head.substring(blank.map(b -> b + 1).orElse(0)));
    if (blank.isEmpty()) {
      return new Signature(text, path, "<init>", types, Kind.CONSTRUCTOR);
    }
    int dot = path.lastIndexOf('.');
    return new Signature(
        text, dot < 0 ? "" : path.substring(0, dot), path.substring(dot + 1), types, Kind.METHOD);
  }

  /** A parameter without its name. */
  private static String type(String parameter) {
    return lastBlank(parameter).map(blank -> parameter.substring(0, blank)).orElse(parameter);
  }

  /** The last blank that is not within a type's arguments. */
  private static Optional<Integer> lastBlank(String text) {
    int depth = 0;
    for (int i = text.length() - 1; i >= 0; i--) {
      char c = text.charAt(i);
      depth += c == '>' ? 1 : c == '<' ? -1 : 0;
      if (c == ' ' && depth == 0) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  /** What a caller writes between the parentheses, and what the call gives. */
  String call() {
    String plain = TypeText.withoutPackages(text);
    int open = plain.indexOf('(');
    if (open < 0) {
      return "";
    }
    String given = plain.substring(open, plain.lastIndexOf(')') + 1);
    return kind == Kind.METHOD
        ? given + ": " + plain.substring(0, lastBlank(plain.substring(0, open)).orElse(0))
        : given;
  }
}
