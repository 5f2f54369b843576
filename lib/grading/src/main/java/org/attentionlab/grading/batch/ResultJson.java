package org.attentionlab.grading.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.attentionlab.grading.gradebook.StudentResult;
import org.attentionlab.grading.report.ExerciseReport;
import org.attentionlab.grading.report.MechanismResult;
import org.attentionlab.grading.report.Outcome;

/** A result as JSON and back. */
final class ResultJson {

  static final JsonMapper JSON = JsonMapper.builder().build();

  private ResultJson() {}

  static ObjectNode write(StudentResult result) {
    ObjectNode node = JSON.createObjectNode();
    node.put("student", result.student());
    node.put("file", result.file());
    node.put("status", result.status());
    texts(node.putArray("notes"), result.notes());
    node.put("printed", result.printed());
    ArrayNode exercises = node.putArray("exercises");
    for (ExerciseReport report : result.exercises()) {
      ObjectNode exercise = exercises.addObject();
      exercise.put("id", report.id());
      exercise.put("name", report.name());
      ArrayNode mechanisms = exercise.putArray("mechanisms");
      report.mechanisms().forEach(mechanism -> write(mechanisms.addObject(), mechanism));
    }
    return node;
  }

  private static void write(ObjectNode node, MechanismResult result) {
    node.put("mechanism", result.mechanism());
    node.put("possible", result.possible());
    node.put("outcome", result.outcome().name());
    texts(node.putArray("details"), result.details());
    result.mistake().ifPresent(mistake -> node.put("mistake", mistake));
    texts(node.putArray("hints"), result.hints());
  }

  private static void texts(ArrayNode array, List<String> texts) {
    texts.forEach(array::add);
  }

  /**
   * Reads a result.
   *
   * @throws IllegalArgumentException when an outcome is unknown: another version wrote it
   */
  static StudentResult read(JsonNode node) {
    List<ExerciseReport> exercises = new ArrayList<>();
    for (JsonNode exercise : node.path("exercises")) {
      List<MechanismResult> mechanisms = new ArrayList<>();
      exercise.path("mechanisms").forEach(mechanism -> mechanisms.add(mechanism(mechanism)));
      exercises.add(
          new ExerciseReport(
              exercise.path("id").asText(), exercise.path("name").asText(), mechanisms));
    }
    return new StudentResult(
        node.path("student").asText(),
        node.path("file").asText(),
        exercises,
        node.path("status").asText(),
        texts(node.path("notes")),
        node.path("printed").asText());
  }

  private static MechanismResult mechanism(JsonNode node) {
    return new MechanismResult(
        node.path("mechanism").asText(),
        node.path("possible").asInt(),
        Outcome.valueOf(node.path("outcome").asText()),
        texts(node.path("details")),
        Optional.ofNullable(node.get("mistake")).map(JsonNode::asText),
        texts(node.path("hints")));
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(text -> texts.add(text.asText()));
    return texts;
  }
}
