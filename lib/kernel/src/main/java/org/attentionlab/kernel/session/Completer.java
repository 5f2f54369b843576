package org.attentionlab.kernel.session;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Documentation;
import jdk.jshell.SourceCodeAnalysis.Suggestion;

/**
 * Proposes how code may go on.
 *
 * <p>A class that is not imported is offered by its qualified name. What a front end inserts takes
 * the place of the text before the cursor and of nothing else, so an import could not be added at
 * the top of the cell; the qualified name compiles as it stands.
 */
public final class Completer {
  private static final Pattern WORD = Pattern.compile("(?<![.\\w$])[\\p{L}_$][\\w$]*");

  /** A name at the end of the text that is not a member of anything. */
  private static final Pattern BEGUN_WORD = Pattern.compile("(?<![.:\\w$])([\\p{L}_$][\\w$]*)\\z");

  /** Names that nobody wrote: JShell's of values without a variable, and our own. */
  private static final Pattern HIDDEN =
      Pattern.compile("\\$\\d+|" + Pattern.quote(CellPrefix.CLASS));

  private static final Pattern NEW = Pattern.compile("\\bnew\\s+\\z");

  /** Members that every object has come after those that make it what it is. */
  private static final Set<String> OF_EVERY_OBJECT =
      Set.of(
          "equals(",
          "getClass()",
          "hashCode()",
          "notify()",
          "notifyAll()",
          "toString()",
          "wait(",
          "wait()");

  private static final List<String> KEYWORDS =
      Stream.of(
              "abstract assert break case catch class continue default do else enum extends final"
                  + " finally for if implements import instanceof interface native new package"
                  + " permits private protected public record return sealed static super switch"
                  + " synchronized this throw throws try var void volatile while yield")
          .flatMap(line -> Stream.of(line.split(" ", -1)))
          .toList();

  /** Signatures are looked up one by one, so only where few names are left, and only so long. */
  private static final int WITH_SIGNATURE = 12;

  private static final long SIGNATURE_NANOS = 25_000_000;

  private static final Completion NOTHING = new Completion(List.of(), 0);

  private final SessionNames names;
  private final SourceCodeAnalysis analysis;
  private final ClassIndex classes;

  /**
   * A completer.
   *
   * @param names of the session
   * @param classes that could be imported
   */
  public Completer(SessionNames names, ClassIndex classes) {
    this.names = names;
    this.analysis = names.analysis();
    this.classes = classes;
  }

  /**
   * Proposals for a place.
   *
   * @param options what may stand from {@code start} to the cursor
   * @param start an offset in the code
   */
  public record Completion(List<Option> options, int start) {}

  /**
   * Proposes.
   *
   * @param code the whole cell
   * @param cursor an offset in it
   */
  public Completion complete(String code, int cursor) {
    classes.begin();
    String before = code.substring(0, cursor);
    Brackets brackets = Brackets.of(before);
    if (brackets.inComment() || brackets.inTextBlock() || brackets.inLiteral()) {
      return new Completion(List.of(), cursor);
    }
    CellPrefix prefix = CellPrefix.of(before, names);
    List<String> readings =
        prefix.isImport() ? List.of(prefix.tail()) : prefix.readings(prefix.tail());
    Completion found = NOTHING;
    for (String reading : readings) {
      if (found.options().isEmpty()) {
        found = suggested(reading, cursor);
      }
    }
    Matcher begun = BEGUN_WORD.matcher(prefix.tail());
    if (prefix.isImport() || !begun.find()) {
      return found.options().isEmpty() ? new Completion(List.of(), cursor) : found;
    }
    return withOwnNames(prefix, before, begun, found);
  }

  private Completion suggested(String reading, int cursor) {
    int[] anchor = {reading.length()};
    List<Suggestion> found = analysis.completionSuggestions(reading, reading.length(), anchor);
    // JShell repeats a name for each overload.
    Map<String, Boolean> smart = new LinkedHashMap<>();
    found.forEach(s -> smart.merge(s.continuation(), s.matchesType(), Boolean::logicalOr));
    List<String> texts =
        smart.keySet().stream()
            .filter(text -> !HIDDEN.matcher(text).lookingAt())
            .sorted(
                Comparator.comparing((String text) -> !smart.get(text))
                    .thenComparing(OF_EVERY_OBJECT::contains)
                    .thenComparing(text -> text.equals("class")))
            .toList();
    String upTo = reading.substring(0, Math.min(anchor[0], reading.length()));
    return new Completion(options(texts, upTo), cursor - (reading.length() - upTo.length()));
  }

  private List<Option> options(List<String> texts, String before) {
    long deadline = System.nanoTime() + SIGNATURE_NANOS;
    boolean few = texts.stream().filter(Completer::isCall).count() <= WITH_SIGNATURE;
    List<Option> options = new ArrayList<>();
    for (String text : texts) {
      boolean look = few && isCall(text) && System.nanoTime() < deadline;
      options.add(new Option(text, type(text), look ? signature(before, text) : ""));
    }
    return options;
  }

  private static boolean isCall(String text) {
    return text.endsWith("(") || text.endsWith("()");
  }

  private String signature(String before, String text) {
    String call = before + (text.endsWith(")") ? text.substring(0, text.length() - 1) : text);
    List<Documentation> overloads = analysis.documentation(call, call.length(), false);
    if (overloads.isEmpty()) {
      return "";
    }
    String first = Signature.parse(overloads.get(0).signature(), true).call();
    int more = overloads.size() - 1;
    return more == 0 ? first : first + "  +" + more;
  }

  private static String type(String text) {
    boolean upper = Character.isUpperCase(text.charAt(0));
    if (isCall(text)) {
      return upper ? "class" : "function";
    }
    if (text.endsWith(".")) {
      return upper ? "class" : "module";
    }
    if (SourceVersion.isKeyword(text)) {
      return "keyword";
    }
    boolean constant = text.chars().noneMatch(Character::isLowerCase) && text.length() > 1;
    return upper && !constant ? "class" : "instance";
  }

  /**
   * Adds what JShell does not propose: keywords, and names that the cell or an import would add.
   */
  private Completion withOwnNames(
      CellPrefix prefix, String before, Matcher begun, Completion found) {
    String word = begun.group(1);
    int start = before.length() - word.length();
    if (!found.options().isEmpty() && found.start() != start) {
      return found;
    }
    String ahead = prefix.tail().substring(0, begun.start(1));
    boolean isNew = NEW.matcher(ahead).find();
    Map<String, Option> options = new LinkedHashMap<>();
    found.options().forEach(option -> options.put(option.text(), option));
    if (options.isEmpty()) {
      wordsOf(before.substring(0, start), word)
          .forEach(text -> options.put(text, new Option(text, type(text))));
    }
    if (!isNew) {
      KEYWORDS.stream()
          .filter(text -> text.startsWith(word))
          .forEach(text -> options.putIfAbsent(text, new Option(text, "keyword")));
    }
    if (Character.isUpperCase(word.charAt(0))) {
      classes(prefix, word, options.keySet())
          .forEach(text -> options.putIfAbsent(text, new Option(text, "class")));
    }
    return new Completion(List.copyOf(options.values()), start);
  }

  /** Names in the code before, for when it has mistakes that keep JShell from seeing them. */
  private static Set<String> wordsOf(String code, String begun) {
    Set<String> found = new LinkedHashSet<>();
    Matcher words = WORD.matcher(code);
    while (words.find()) {
      String word = words.group();
      if (word.startsWith(begun) && !SourceVersion.isKeyword(word)) {
        found.add(word);
      }
    }
    return found;
  }

  private Set<String> classes(CellPrefix prefix, String begun, Set<String> known) {
    Set<String> imported = new LinkedHashSet<>();
    prefix.imported().keySet().stream().filter(n -> n.startsWith(begun)).forEach(imported::add);
    List<String> qualified = new ArrayList<>();
    for (String name : classes.startingWith(begun, names)) {
      int dot = name.lastIndexOf('.');
      String simple = name.substring(dot + 1);
      boolean isKnown =
          Stream.of(simple, simple + "(", simple + "()", simple + ".")
              .anyMatch(n -> known.contains(n) || imported.contains(n));
      Optional<String> whole =
          prefix.packages().stream().filter(name.substring(0, dot)::equals).findFirst();
      if (whole.isPresent()) {
        imported.add(simple);
      } else if (!isKnown) {
        qualified.add(name);
      }
    }
    imported.addAll(qualified);
    return imported;
  }
}
