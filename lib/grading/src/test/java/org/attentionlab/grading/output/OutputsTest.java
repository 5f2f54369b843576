package org.attentionlab.grading.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.attentionlab.grading.assignment.Assignment;
import org.attentionlab.grading.engine.Contract;
import org.attentionlab.grading.gradebook.Gradebook;
import org.attentionlab.grading.gradebook.Plan;
import org.attentionlab.grading.gradebook.StudentGrade;
import org.attentionlab.grading.gradebook.StudentResult;
import org.attentionlab.grading.intake.Roster;
import org.attentionlab.grading.intake.Student;
import org.attentionlab.grading.report.ExerciseReport;
import org.attentionlab.grading.report.MechanismResult;
import org.attentionlab.grading.report.Outcome;
import org.attentionlab.grading.toy.Twice;
import org.attentionlab.grading.toy.TwiceChecks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** What a gradebook is written as, on grades made by hand. */
class OutputsTest {

  private static final String HOSTILE = "<img src=x onerror=alert(1)>|`*[x](y)*`\n=1+1";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir Path folder;

  private final Plan plan =
      new Plan(
          Assignment.ofLesson("00"),
          List.of(new Plan.Part("00", Map.of(Contract.of(Twice.class), TwiceChecks.class))));

  private static StudentGrade grade(
      String name, String id, boolean first, boolean second, Optional<Roster.Entry> row) {
    MechanismResult one =
        new MechanismResult(
            "0.1.1 doubles",
            3,
            first ? Outcome.PASSED : Outcome.FAILED,
            first ? List.of() : List.of("result: expected 2, got 1", "This equals the input."),
            first ? Optional.empty() : Optional.of("unchanged"),
            first ? List.of() : List.of("look at x", "twice it"));
    MechanismResult two =
        new MechanismResult(
            "0.1.2 counts stay",
            2,
            second ? Outcome.PASSED : Outcome.FAILED,
            second
                ? List.of()
                : List.of("The answer throws Odd: " + HOSTILE.lines().findFirst().get()),
            Optional.empty(),
            List.of());
    ExerciseReport report = new ExerciseReport("0.1", "twice", List.of(one, two));
    BigDecimal points = BigDecimal.valueOf(report.points());
    return new StudentGrade(
        new Student(name, id),
        row,
        new StudentResult(name, "Answer.java", List.of(report), "ok", List.of(), "printed"),
        1,
        1,
        List.of(points),
        List.of(BigDecimal.valueOf(5)),
        Optional.of(Instant.parse("2026-11-20T20:00:00Z")),
        BigDecimal.ZERO,
        BigDecimal.ZERO,
        List.of("Well <i>done</i>"),
        points,
        "ok");
  }

  private Gradebook gradebook(StudentGrade... grades) {
    return new Gradebook(plan, List.of(grades));
  }

  private static StudentGrade plain(String name, boolean first, boolean second) {
    return grade(name, "", first, second, Optional.empty());
  }

  private static List<CSVRecord> rows(String csv) throws IOException {
    try (CSVParser parser =
        CSVParser.parse(
            csv, CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get())) {
      return parser.getRecords();
    }
  }

  private Roster roster(String text) throws IOException {
    return Roster.read(Files.writeString(folder.resolve("roster.csv"), text), ZoneOffset.UTC);
  }

  @Test
  void canvasGetsItsRowsBackWithGrades() throws IOException {
    Roster roster =
        roster(
            """
            Student,ID,SIS User ID,SIS Login ID,Section,Lesson 00 (77),Other (78)
            Points Possible,,,,,5,9
            "Lee, Ann",4711,u1,alee,A,,3
            """);
    Roster.Entry ann = roster.entries().get(0);
    String csv =
        PlatformCsv.canvas(
            gradebook(grade("Lee, Ann", "4711", true, false, Optional.of(ann))),
            Optional.of(roster));
    assertEquals(
        """
        Student,ID,SIS User ID,SIS Login ID,Section,Lesson 00 (77)
        "    Points Possible",,,,,5
        "Lee, Ann",4711,u1,alee,A,3
        """,
        csv);
  }

  @Test
  void moodleGetsItsWorksheetBackWithGradesAndComments() throws IOException {
    Roster roster =
        roster(
            """
            Identifier,Full name,Email address,Status,Grade,Maximum grade,Feedback comments
            Participant 4711,Ann Lee,ann@x.edu,Submitted,,5.00,
            """);
    Roster.Entry ann = roster.entries().get(0);
    CSVRecord row =
        rows(PlatformCsv.moodle(
                gradebook(grade("Ann Lee", "4711", false, true, Optional.of(ann))),
                Optional.of(roster)))
            .get(0);
    assertEquals("Participant 4711", row.get("Identifier"));
    assertEquals("ann@x.edu", row.get("Email address"));
    assertEquals("2", row.get("Grade"));
    assertEquals(
        "0.1 twice: 2 / 5, not passed: 0.1.1 doubles (This equals the input.)<br>"
            + "Well &lt;i&gt;done&lt;/i&gt;",
        row.get("Feedback comments"));
  }

  /**
   * Moodle's importer looks for Identifier, Grade and the date, and refuses a file without them.
   */
  @Test
  void moodleImportsWhatWasMadeWithoutARoster() throws IOException {
    StudentGrade ann = grade("Ann Lee", "4711", true, true, Optional.empty());
    CSVRecord row = rows(PlatformCsv.moodle(gradebook(ann), Optional.empty())).get(0);
    assertEquals("Participant 4711", row.get("Identifier"));
    assertEquals("5", row.get("Grade"));
    assertEquals("-", row.get("Last modified (grade)"));
  }

  @Test
  void nbgradersColumnsAreItsOwn() throws IOException {
    CSVRecord row = rows(PlatformCsv.nbgrader(gradebook(plain("ann", true, true)))).get(0);
    assertEquals("ann", row.get("student_id"));
    assertEquals("5", row.get("score"));
    assertEquals("5", row.get("max_score"));
    assertEquals("0", row.get("late_submission_penalty"));
    assertEquals("2026-11-20T20:00:00Z", row.get("timestamp"));
  }

  @Test
  void junitXmlIsReadByAParser() throws Exception {
    String xml = JunitXml.of(gradebook(plain("<ann> & \u0001", true, false)));
    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(xml)));
    Element suite = (Element) document.getElementsByTagName("testsuite").item(0);
    assertEquals("<ann> & \uFFFD", suite.getAttribute("name"));
    assertEquals("2", suite.getAttribute("tests"));
    assertEquals("1", suite.getAttribute("failures"));
    Element failure = (Element) document.getElementsByTagName("failure").item(0);
    assertTrue(failure.getAttribute("message").contains("<img src=x"), xml);
  }

  @Test
  void junitCasesOfTwoStudentsAreTwoCases() throws Exception {
    String xml = JunitXml.of(gradebook(plain("ann", true, true), plain("bob", true, true)));
    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(xml)));
    NodeList cases = document.getElementsByTagName("testcase");
    Set<String> names = new TreeSet<>();
    for (int i = 0; i < cases.getLength(); i++) {
      Element one = (Element) cases.item(i);
      names.add(one.getAttribute("classname") + " / " + one.getAttribute("name"));
    }
    assertEquals(4, cases.getLength());
    assertEquals(4, names.size(), names::toString);
  }

  /** An error and no failure: a CI page must not call the answer wrong. */
  @Test
  void whatWasNotJudgedIsAnErrorForJunit() {
    MechanismResult starved =
        new MechanismResult(
            "0.1.1 doubles",
            3,
            Outcome.NOT_JUDGED,
            List.of("Not judged: the machine was too busy."),
            Optional.empty(),
            List.of());
    StudentGrade other = plain("ann", true, false);
    StudentGrade grade =
        new StudentGrade(
            other.student(),
            other.row(),
            new StudentResult(
                "ann",
                "Answer.java",
                List.of(new ExerciseReport("0.1", "twice", List.of(starved))),
                "ok",
                List.of(),
                ""),
            1,
            1,
            other.points(),
            other.possible(),
            other.at(),
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            List.of(),
            BigDecimal.ZERO,
            "ok");
    String xml = JunitXml.of(gradebook(grade));
    assertTrue(xml.contains("failures=\"0\" errors=\"1\""), xml);
    assertTrue(xml.contains("<error type=\"NOT_JUDGED\""), xml);
    assertEquals(1, gradebook(grade, other).unjudged());
  }

  @Test
  void gradescopesAndClassroomsScoresAddUp() throws IOException {
    StudentGrade grade = plain("ann", true, false);
    JsonNode gradescope = JSON.readTree(CiJson.gradescope(grade));
    assertEquals(3, gradescope.path("score").asInt());
    double sum = 0;
    for (JsonNode test : gradescope.path("tests")) {
      sum += test.path("score").asDouble();
      assertEquals("text", test.path("output_format").asText());
    }
    assertEquals(3, sum);
    JsonNode classroom = JSON.readTree(CiJson.classroom(gradebook(grade), grade));
    assertEquals("fail", classroom.path("status").asText());
    assertEquals(5, classroom.path("max_score").asInt());
    assertEquals("pass", classroom.path("tests").get(0).path("status").asText());
    assertEquals(2, classroom.path("tests").size());
  }

  @Test
  void classroomsScoresAddUpToTheTotalOfALateSubmission() throws IOException {
    StudentGrade late = late(plain("ann", true, true), "3.5");
    JsonNode tests = JSON.readTree(CiJson.classroom(gradebook(late), late)).path("tests");
    double sum = 0;
    for (JsonNode test : tests) {
      sum += test.path("score").asDouble();
    }
    assertEquals(3.5, sum, 1e-9);
    assertEquals("fail", tests.get(2).path("status").asText());
  }

  private static StudentGrade late(StudentGrade grade, String total) {
    return new StudentGrade(
        grade.student(),
        grade.row(),
        grade.result(),
        grade.attempt(),
        grade.attempts(),
        grade.points(),
        grade.possible(),
        grade.at(),
        new BigDecimal("30"),
        grade.manual(),
        grade.comments(),
        new BigDecimal(total),
        "late");
  }

  @Test
  void hostileTextIsTextEverywhere() {
    Gradebook gradebook = gradebook(plain("<b>ann</b>|", false, false));
    StudentGrade grade = gradebook.grades().get(0);
    for (String html :
        List.of(FeedbackPage.of(gradebook, grade), ClassReport.of(gradebook, List.of("ann")))) {
      assertFalse(html.contains("<img src=x"), html);
      assertFalse(html.contains("<b>ann"), html);
      assertFalse(html.contains("<i>done"), html);
    }
    for (String markdown : List.of(FeedbackText.of(gradebook, grade), StepSummary.of(gradebook))) {
      assertFalse(markdown.contains(" <b>") || markdown.contains(" <img"), markdown);
    }
    assertTrue(StepSummary.of(gradebook).contains("\\<b\\>ann\\</b\\>\\|"));
  }

  @Test
  void feedbackNamesMistakeAndHint() {
    Gradebook gradebook = gradebook(plain("ann", false, true));
    String page = FeedbackPage.of(gradebook, gradebook.grades().get(0));
    assertTrue(page.contains("This equals the input."), page);
    assertTrue(page.contains("Hint 1 of 2"), page);
    assertTrue(page.contains("Well &lt;i&gt;done&lt;/i&gt;"), page);
  }

  @Test
  void classReportCountsMistakesAndTellsExercisesApart() {
    StudentGrade[] grades =
        Stream.of("a", "b", "c", "d")
            .map(name -> plain(name, name.compareTo("c") < 0, true))
            .toArray(StudentGrade[]::new);
    String page = ClassReport.of(gradebook(grades), List.of("a", "b", "c", "d"));
    assertTrue(page.contains("4 of 4 students handed in. Mean 3.5 of 5 points"), page);
    assertTrue(page.contains("<a href=\"feedback/c.html\">c</a>"), page);
    assertTrue(page.contains("unchanged (0.1.1 doubles)"), page);
    assertEquals(
        0.7,
        ClassReport.exercises(gradebook(grades), List.of(grades)).doubleColumn("difficulty").get(0),
        1e-9);
    assertEquals(
        List.of(0, 0, 9, 9),
        List.of(
            ClassReport.bin(-1),
            ClassReport.bin(0.09),
            ClassReport.bin(0.9),
            ClassReport.bin(1.2)));
  }

  @Test
  void linkToAPageWithAnOddNameIsAnAddress() {
    Gradebook gradebook = gradebook(plain("Ann & Müller", true, true));
    String page = ClassReport.of(gradebook, List.of("Ann _ Müller"));
    assertTrue(
        page.contains("<a href=\"feedback/Ann%20_%20M%C3%BCller.html\">Ann &amp; Müller</a>"),
        page);
  }

  @Test
  void shortFeedbackOfWhoHandedInNothingSaysSoAlone() {
    StudentGrade grade = plain("ann", false, false);
    StudentGrade missing =
        new StudentGrade(
            grade.student(),
            grade.row(),
            grade.result(),
            0,
            0,
            grade.points(),
            grade.possible(),
            Optional.empty(),
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            List.of(),
            BigDecimal.ZERO,
            "missing: nothing was handed in");
    assertEquals("missing: nothing was handed in", ShortFeedback.of(gradebook(missing), missing));
  }

  @Test
  void movedGradesAreThoseThatMoved() throws IOException {
    Path file = folder.resolve("gradebook.csv");
    Gradebook before = gradebook(plain("ann", true, false), plain("bob", true, true));
    assertEquals(List.of(), MovedGrades.since(file, before).rows());
    Files.writeString(file, GradebookCsv.of(before));
    assertEquals(List.of(), MovedGrades.since(file, before).rows());
    Gradebook after = gradebook(plain("ann", true, true), plain("cleo", true, true));
    assertEquals(
        List.of(
            List.of("ann", "0.1 twice", "3", "5", "ok"),
            List.of("ann", "total", "3", "5", "ok"),
            List.of("cleo", "0.1 twice", "-", "5", "ok"),
            List.of("cleo", "total", "-", "5", "ok"),
            List.of("bob", "total", "5", "-", "no longer handed in")),
        MovedGrades.since(file, after).rows());
  }
}
