package org.attentionlab.grading.output;

import java.io.StringWriter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.attentionlab.grading.gradebook.Gradebook;
import org.attentionlab.grading.gradebook.StudentGrade;
import org.attentionlab.grading.report.ExerciseReport;
import org.attentionlab.grading.report.MechanismResult;
import org.attentionlab.grading.report.PlainText;

/** The gradebook as JUnit XML: a suite for each student, a case for each mechanism. */
final class JunitXml {

  private JunitXml() {}

  static String of(Gradebook gradebook) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeCharacters("\n");
      xml.writeStartElement("testsuites");
      xml.writeAttribute("name", gradebook.plan().assignment().name());
      for (StudentGrade grade : gradebook.grades()) {
        suite(xml, grade);
      }
      xml.writeEndElement();
      xml.writeCharacters("\n");
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException impossible) {
      throw new IllegalStateException("a text cannot be written to memory", impossible);
    }
    return text.toString();
  }

  private static void suite(XMLStreamWriter xml, StudentGrade grade) throws XMLStreamException {
    List<MechanismResult> all =
        grade.result().exercises().stream()
            .flatMap(report -> report.mechanisms().stream())
            .toList();
    long failures = all.stream().filter(result -> !result.passed() && !isError(result)).count();
    xml.writeCharacters("\n  ");
    xml.writeStartElement("testsuite");
    xml.writeAttribute("name", PlainText.line(grade.result().student()));
    xml.writeAttribute("tests", Integer.toString(all.size()));
    xml.writeAttribute("failures", Long.toString(failures));
    xml.writeAttribute("errors", Long.toString(all.stream().filter(JunitXml::isError).count()));
    for (ExerciseReport report : grade.result().exercises()) {
      for (MechanismResult result : report.mechanisms()) {
        testCase(xml, PlainText.line(grade.result().student()) + ": " + report.label(), result);
      }
    }
    xml.writeCharacters("\n  ");
    xml.writeEndElement();
  }

  /** The grader's fault or the machine's, not the answer's. */
  private static boolean isError(MechanismResult result) {
    return !result.outcome().isVerdict();
  }

  /** GitLab keeps one case of each class and name, so the class tells whose it is. */
  private static void testCase(XMLStreamWriter xml, String className, MechanismResult result)
      throws XMLStreamException {
    xml.writeCharacters("\n    ");
    xml.writeStartElement("testcase");
    xml.writeAttribute("classname", className);
    xml.writeAttribute("name", result.mechanism());
    if (!result.passed()) {
      xml.writeStartElement(isError(result) ? "error" : "failure");
      xml.writeAttribute("type", result.outcome().name());
      xml.writeAttribute(
          "message",
          PlainText.line(result.details().stream().findFirst().orElse("no reason is known")));
      xml.writeCharacters(String.join("\n", PlainText.lines(result.details())));
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }
}
