package org.attentionlab.grading.output;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.attentionlab.grading.gradebook.Gradebook;
import org.attentionlab.grading.gradebook.StudentGrade;
import org.attentionlab.grading.report.ExerciseReport;
import org.attentionlab.grading.report.MechanismResult;

/** One student's grade as JSON: Gradescope's {@code results.json} and GitHub Classroom's result. */
final class CiJson {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** GitHub Classroom's reporter adds the tests' scores up and knows no other total. */
  private static final String OTHER_POINTS = "lateness, points by hand and rounding";

  private CiJson() {}

  /** One mechanism with its share of the assignment's points. */
  private record Part(ExerciseReport report, MechanismResult result, BigDecimal of) {

    BigDecimal points() {
      return result.passed() ? of : BigDecimal.ZERO;
    }

    String text() {
      List<String> lines = new ArrayList<>(result.details());
      result.hints().stream().findFirst().ifPresent(hint -> lines.add("Hint: " + hint));
      return String.join("\n", lines);
    }
  }

  private static List<Part> parts(StudentGrade grade) {
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < grade.points().size(); i++) {
      ExerciseReport report = grade.result().exercises().get(i);
      for (MechanismResult result : report.mechanisms()) {
        BigDecimal share =
            grade
                .possible()
                .get(i)
                .multiply(BigDecimal.valueOf(result.possible()))
                .divide(
                    BigDecimal.valueOf(Math.max(1, report.possible())), 2, RoundingMode.HALF_UP);
        parts.add(new Part(report, result, share));
      }
    }
    return parts;
  }

  /** Gradescope: the score, and a test for each mechanism; all text is plain. */
  static String gradescope(StudentGrade grade) {
    ObjectNode node = JSON.createObjectNode();
    node.put("score", grade.total());
    List<String> output = new ArrayList<>(List.of(grade.fileAndStatus()));
    output.addAll(grade.result().notes());
    output.addAll(grade.comments());
    node.put("output", String.join("\n", output));
    node.put("output_format", "text");
    node.put("visibility", "visible");
    ArrayNode tests = node.putArray("tests");
    for (Part part : parts(grade)) {
      ObjectNode test = tests.addObject();
      test.put("score", part.points());
      test.put("max_score", part.of());
      test.put("status", part.result().passed() ? "passed" : "failed");
      test.put("name", part.report().label() + ": " + part.result().mechanism());
      test.put("name_format", "text");
      test.put("output", part.text());
      test.put("output_format", "text");
      test.put("visibility", "visible");
    }
    return text(node);
  }

  /** GitHub Classroom: what its grading reporter takes. */
  static String classroom(Gradebook gradebook, StudentGrade grade) {
    ObjectNode node = JSON.createObjectNode();
    node.put("version", 1);
    node.put("status", grade.total().compareTo(gradebook.plan().possible()) >= 0 ? "pass" : "fail");
    node.put("max_score", gradebook.plan().possible());
    ArrayNode tests = node.putArray("tests");
    BigDecimal sum = BigDecimal.ZERO;
    for (Part part : parts(grade)) {
      classroomTest(tests, grade, part.result().mechanism(), part.points(), part.result().passed())
          .put("message", part.text());
      sum = sum.add(part.points());
    }
    BigDecimal rest = grade.total().subtract(sum);
    if (rest.signum() != 0) {
      String message = String.join("\n", grade.comments());
      classroomTest(tests, grade, OTHER_POINTS, rest, rest.signum() > 0).put("message", message);
    }
    return text(node);
  }

  private static ObjectNode classroomTest(
      ArrayNode tests, StudentGrade grade, String name, BigDecimal score, boolean passed) {
    return tests
        .addObject()
        .put("name", name)
        .put("status", passed ? "pass" : "fail")
        .put("score", score)
        .put("test_code", "")
        .put("filename", grade.result().file())
        .put("line_no", 0);
  }

  private static String text(ObjectNode node) {
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(node) + "\n";
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a tree is always JSON", impossible);
    }
  }
}
