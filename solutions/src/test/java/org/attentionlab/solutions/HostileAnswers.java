package org.attentionlab.solutions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The table of attacks, put into submissions that are right otherwise. */
final class HostileAnswers {

  private static final Path ATTACKS =
      Path.of("../lib/grading/src/test/resources/org/attentionlab/grading/attack/attacks.yaml");
  private static final String RIGHT =
      "org.attentionlab.grading.toy.Twice twice = (x, counts) -> x.add(x);";
  private static final String NONE = "org.attentionlab.grading.toy.Twice twice;";

  private static final List<String> HELPERS =
      List.of(
          "static int recurse(int depth) { return recurse(depth + 1) + 1; }",
          """
          static void forge(byte[] bytes) throws IOException {
            new FileOutputStream(FileDescriptor.out).write(bytes);
          }""",
          """
          static String first(String... places) {
            for (String place : places) if (new File(place).exists()) return place;
            return null;
          }""",
          """
          static sun.misc.Unsafe unsafe() throws ReflectiveOperationException {
            var field = sun.misc.Unsafe.class.getDeclaredField("theUnsafe");
            field.setAccessible(true);
            return (sun.misc.Unsafe) field.get(null);
          }""",
          """
          @SuppressWarnings("unchecked")
          static <T extends Throwable> void raise(Throwable thrown) throws T { throw (T) thrown; }\
          """);

  private final HandedIn form;
  private final Map<String, String> right;
  private final List<JsonNode> attacks = new ArrayList<>();

  /**
   * Reads the table.
   *
   * @param form writes submissions
   * @param right the right answers
   */
  HostileAnswers(HandedIn form, Map<String, String> right) throws IOException {
    this.form = form;
    this.right = right;
    JsonNode table = JsonMapper.builder(new YAMLFactory()).build().readTree(ATTACKS.toFile());
    for (JsonNode attack : table) {
      if (fits(attack)) {
        attacks.add(attack);
      }
    }
  }

  /**
   * A hostile submission.
   *
   * @param suffix of its file
   * @param text its content
   * @param loses the answer that gets no point: none where the attack costs nothing, all where the
   *     submission cannot be loaded
   * @param status regular expression
   */
  record Hostile(String suffix, String text, Loses loses, String status) {}

  /** What an attack costs its own submission. */
  enum Loses {
    NOTHING,
    ONE,
    ALL
  }

  int count() {
    return attacks.size();
  }

  /**
   * One attack.
   *
   * @param which its place in the table
   * @param name the answer that does it, where the attack is a call
   */
  Hostile attack(int which, String name, String remark) {
    JsonNode attack = attacks.get(which);
    String expect = attack.path("expect").asText();
    String code = attack.path("code").asText();
    return switch (attack.path("kind").asText()) {
      case "call" -> {
        boolean caught = List.of("refused", "harmless").contains(expect);
        Map<String, String> answers = new LinkedHashMap<>(right);
        answers.put(name, after(caught, right.get(name)));
        List<String> helpers = new ArrayList<>(HELPERS);
        helpers.add(
            "static Object attack(Tensor x, int[] counts) throws Throwable {\n" + code + "\n}");
        yield new Hostile(
            ".java",
            form.java(answers, helpers, remark),
            caught ? Loses.NOTHING : Loses.ONE,
            status(expect));
      }
      case "file" ->
          new Hostile(".java", file(code) + "\n" + remark + "\n", losesAll(expect), status(expect));
      default -> {
        List<String> cells = new ArrayList<>(Arrays.asList(code.split("(?m)^---$", -1)));
        cells.remove(cells.size() - 1);
        yield new Hostile(
            ".ipynb", form.notebook(right, cells, remark), losesAll(expect), status(expect));
      }
    };
  }

  private String file(String code) {
    String fields = form.fields(right);
    String nested = "(".repeat(20_000) + "1" + ")".repeat(20_000);
    // Imports follow a package and come before everything else.
    return code.replaceFirst("(?s)^(package [^;]*;)?\\s*", "$1\n" + form.imports() + "\n")
        .replace(RIGHT, fields)
        .replace(NONE, fields)
        .replace("NESTED", nested);
  }

  /** The right answer after the deed; what the deed returns as a tensor counts. */
  private static String after(boolean caught, String answer) {
    int arrow = answer.indexOf("->");
    String head = answer.substring(0, arrow).strip();
    String first = head.replaceFirst("^\\(?(\\w+).*", "$1");
    String body = answer.substring(arrow + 2).strip();
    return """
        %s -> {
            Object got = null;
            try {
              got = attack(%s, new int[] {0, 1});
            } catch (Throwable thrown) {
              %s
            }
            if (got instanceof Tensor result) return result;
        """
            .formatted(head, first, caught ? "System.out.println(\"refused\");" : "raise(thrown);")
        + body.substring(1);
  }

  /** Attacks that need nothing of their own test and whose points are certain. */
  private static boolean fits(JsonNode attack) {
    String code = attack.path("code").asText();
    String expect = attack.path("expect").asText();
    return switch (attack.path("kind").asText()) {
      case "call" ->
          !code.matches("(?s).*(Twice|FOLDER|PORT|REPOSITORY|calls|counts\\[).*")
              && !List.of("wrong", "contained").contains(expect);
      case "file" -> code.contains(RIGHT) || code.contains(NONE);
      default -> code.contains(RIGHT);
    };
  }

  private static Loses losesAll(String expect) {
    return expect.equals("right") ? Loses.NOTHING : Loses.ALL;
  }

  private static String status(String expect) {
    return switch (expect) {
      case "timed-out" -> ".*timed out.*";
      case "ended" -> ".*(ended the JVM|broke the worker's protocol).*";
      case "not-solved" -> "not solved: .*";
      case "unusable" -> "unusable: .*";
      case "compile-error" -> "compile error: .*";
      default -> "ok";
    };
  }
}
