package org.attentionlab.grading.assignment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.attentionlab.grading.GradingException;
import org.attentionlab.grading.assignment.AttemptRule.Counts;

/**
 * Reads an assignment from a YAML file.
 *
 * <pre>
 *   name: week-3
 *   title: Attention by hand
 *   exercises:          # number: points; without points those of the course
 *     4.1: 20
 *     4.3:
 *   due: 2026-11-20 23:59
 *   zone: Europe/Berlin
 *   late:
 *     grace: 15 min
 *     per-day: 10 %
 *     at-most: 50 %
 *     closes-after: 7 d
 *   attempts:
 *     limit: 3
 *     counts: best      # or last
 *   extensions:
 *     ann: 2026-11-27 23:59
 * </pre>
 *
 * <p>{@code lesson: 04} in place of the exercises asks for all of that lesson.
 */
public final class AssignmentFile {

  private static final List<String> KEYS =
      List.of(
          "name", "title", "lesson", "exercises", "due", "zone", "late", "attempts", "extensions");
  private static final List<String> LATE = List.of("grace", "per-day", "at-most", "closes-after");
  private static final List<String> ATTEMPTS = List.of("limit", "counts");

  /** Points such as 4.10 keep their digits, and a key that stands twice is an error. */
  private static final JsonMapper YAML =
      JsonMapper.builder(new YAMLFactory())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private final String file;
  private final JsonNode root;

  private AssignmentFile(String file, JsonNode root) {
    this.file = file;
    this.root = root;
  }

  /**
   * Reads a file.
   *
   * @throws GradingException when it is missing or broken; the message names the key, what it holds
   *     and what it takes
   */
  public static Assignment read(Path path) {
    String text;
    try {
      text = Files.readString(path);
    } catch (IOException unreadable) {
      throw new GradingException("grade: no assignment can be read at " + path, unreadable);
    }
    return parse(text, path.getFileName().toString());
  }

  /** Reads a text; the file's name stands in messages, and for a name that is not given. */
  public static Assignment parse(String text, String file) {
    JsonNode root;
    try {
      root = YAML.readTree(text);
    } catch (JsonProcessingException broken) {
      String line =
          Optional.ofNullable(broken.getLocation()).map(at -> " line " + at.getLineNr()).orElse("");
      throw new GradingException(
          "grade: "
              + file
              + line
              + ": "
              + broken.getOriginalMessage().strip().lines().findFirst().orElse("no YAML"),
          broken);
    }
    return new AssignmentFile(file, root).assignment();
  }

  private Assignment assignment() {
    if (!(root instanceof ObjectNode)) {
      throw fault("it holds no keys; an assignment starts with \"exercises:\" or \"lesson: 04\"");
    }
    known(root, "", KEYS);
    String name = text("name").orElse(file.replaceFirst("\\.[^.]*$", ""));
    if (!name.matches("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]*")) {
      throw fault("name is \"" + name + "\"; it takes letters, digits, dots and hyphens");
    }
    Optional<String> lesson = text("lesson").map(this::lesson);
    Map<String, Optional<BigDecimal>> exercises = exercises();
    if (lesson.isPresent() == !exercises.isEmpty()) {
      throw fault(
          lesson.isPresent()
              ? "both lesson and exercises are given; give one of them"
              : "no exercise is listed; give \"exercises:\" with a line such as \"4.1: 15\"");
    }
    Map<String, Instant> extensions = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : root.path("extensions").properties()) {
      extensions.put(
          entry.getKey(), instant("extensions." + entry.getKey(), scalar(entry.getValue())));
    }
    return new Assignment(
        name,
        text("title").orElse(name),
        lesson,
        exercises,
        text("due").map(due -> instant("due", due)),
        zone(),
        extensions,
        late(),
        attempts());
  }

  private String lesson(String number) {
    if (!number.matches("\\d{1,2}")) {
      throw fault("lesson is \"" + number + "\"; it takes a lesson's number, such as 04");
    }
    return number.length() == 1 ? "0" + number : number;
  }

  private Map<String, Optional<BigDecimal>> exercises() {
    JsonNode node = root.path("exercises");
    Map<String, Optional<BigDecimal>> exercises = new LinkedHashMap<>();
    if (node.isArray()) {
      for (JsonNode id : node) {
        exercises.put(exercise(scalar(id)), Optional.empty());
      }
      return exercises;
    }
    if (!node.isMissingNode() && !node.isObject()) {
      throw fault("exercises is \"" + scalar(node) + "\"; it takes lines such as \"4.1: 15\"");
    }
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      String points = scalar(entry.getValue());
      exercises.put(
          exercise(entry.getKey()),
          points.isEmpty()
              ? Optional.empty()
              : Optional.of(number("exercises." + entry.getKey(), points, "points, such as 15")));
    }
    return exercises;
  }

  private String exercise(String id) {
    if (!id.matches("\\d{1,2}\\.\\d{1,2}")) {
      throw fault("\"" + id + "\" is no exercise's number; the first exercise of lesson 04 is 4.1");
    }
    return id;
  }

  private LateRule late() {
    JsonNode late = root.path("late");
    known(late, "late.", LATE);
    LateRule forgiving = LateRule.forgiving();
    return new LateRule(
        text(late, "grace").map(text -> duration("late.grace", text)).orElse(forgiving.grace()),
        text(late, "per-day").map(text -> percent("late.per-day", text)).orElse(forgiving.perDay()),
        text(late, "at-most").map(text -> percent("late.at-most", text)).orElse(forgiving.atMost()),
        text(late, "closes-after").map(text -> duration("late.closes-after", text)));
  }

  private AttemptRule attempts() {
    JsonNode attempts = root.path("attempts");
    known(attempts, "attempts.", ATTEMPTS);
    int limit =
        text(attempts, "limit")
            .map(
                text -> {
                  if (!text.matches("[1-9]\\d{0,3}")) {
                    throw fault("attempts.limit is \"" + text + "\"; it takes a number from 1 on");
                  }
                  return Integer.parseInt(text);
                })
            .orElse(Integer.MAX_VALUE);
    Counts counts =
        switch (text(attempts, "counts").orElse("last")) {
          case "best" -> Counts.BEST;
          case "last" -> Counts.LAST;
          default ->
              throw fault(
                  "attempts.counts is \""
                      + text(attempts, "counts").orElse("")
                      + "\"; it takes best or last");
        };
    return new AttemptRule(limit, counts);
  }

  private ZoneId zone() {
    String name = text("zone").orElse("UTC");
    try {
      return ZoneId.of(name);
    } catch (DateTimeException unknown) {
      throw fault("zone is \"" + name + "\"; it takes a name such as Europe/Berlin or UTC");
    }
  }

  private Instant instant(String key, String text) {
    return Times.parse(text, zone())
        .orElseThrow(
            () -> fault(key + " is \"" + text + "\"; it takes a time such as 2026-11-20 23:59"));
  }

  private Duration duration(String key, String text) {
    return Times.duration(text)
        .orElseThrow(
            () -> fault(key + " is \"" + text + "\"; it takes a time such as 15 min, 2 h or 7 d"));
  }

  private BigDecimal percent(String key, String text) {
    return number(key, text.replaceFirst("\\s*%$", ""), "a percentage, such as 10 %");
  }

  private BigDecimal number(String key, String text, String takes) {
    if (!text.matches("\\d{1,6}(\\.\\d{1,4})?")) {
      throw fault(key + " is \"" + text + "\"; it takes " + takes);
    }
    return new BigDecimal(text);
  }

  private Optional<String> text(String key) {
    return text(root, key);
  }

  private Optional<String> text(JsonNode node, String key) {
    String text = scalar(node.path(key));
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  private String scalar(JsonNode node) {
    if (node.isContainerNode()) {
      throw fault("a list or a group of keys stands where a single value belongs: " + node);
    }
    return node.isMissingNode() || node.isNull() ? "" : node.asText().strip();
  }

  private void known(JsonNode node, String prefix, List<String> keys) {
    if (!node.isMissingNode() && !node.isNull() && !node.isObject()) {
      throw fault(prefix.replaceFirst("\\.$", "") + " takes the keys " + String.join(", ", keys));
    }
    node.fieldNames()
        .forEachRemaining(
            key -> {
              if (!keys.contains(key)) {
                throw fault(
                    "there is no key \""
                        + prefix
                        + key
                        + "\"; there are "
                        + String.join(", ", keys));
              }
            });
  }

  private GradingException fault(String what) {
    return new GradingException("grade: " + file + ": " + what);
  }
}
