package org.attentionlab.grading.authoring;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;

/**
 * The head of an exercise notebook: its first cell and its metadata.
 *
 * @param slug number and name of the lesson: {@code 04-self-attention}
 * @param title the lesson's title: {@code Self-attention}
 * @param kind for whom the notebook is
 */
record NotebookTitle(String slug, String title, Kind kind) {

  enum Kind {
    EXERCISES,
    SOLUTIONS
  }

  private String lesson() {
    return slug.substring(0, slug.indexOf('-'));
  }

  /**
   * The first cell. It is the same with the answers: nbgrader makes the students' notebook from
   * that one and leaves this cell as it is.
   */
  String markdown(String introduction, Collection<ContractSource> contracts) {
    int total = contracts.stream().mapToInt(ContractSource::points).sum();
    String lesson = "Lesson: [%s %s](../notebooks/%s.ipynb). ".formatted(lesson(), title, slug);
    String sum =
        (contracts.size() == 1 ? "1 exercise, " : contracts.size() + " exercises, ")
            + points(total)
            + ".";
    return """
    # Exercises %s: %s

    %s

    %s%s

    Run the imports first. Then, for each exercise:

    1. Write your answer in place of `// YOUR CODE HERE` and the `throw` below it, and run the cell.
    2. Run the check below it. It shows your points and, where something is wrong, what it is.
    3. Where you are stuck, end the check with `.hint(1)`, then `.hint(2)` and `.hint(3)`.

    After a change run both cells again. The grader also tries other shapes and other numbers.\
    """
        .formatted(lesson(), title, introduction, lesson, sum);
  }

  /** The notebook's metadata. */
  ObjectNode metadata() {
    ObjectNode metadata = JsonNodeFactory.instance.objectNode();
    metadata
        .putObject("kernelspec")
        .put("display_name", "Java (Attention Lab)")
        .put("language", "java")
        .put("name", "attentionlab");
    metadata
        .putObject("language_info")
        .put("codemirror_mode", "java")
        .put("file_extension", ".jshell")
        .put("mimetype", "text/x-java-source")
        .put("name", "java")
        .put("pygments_lexer", "java");
    metadata
        .putObject("attentionlab")
        .put("lesson", lesson())
        .put("slug", slug)
        .put("kind", kind == Kind.SOLUTIONS ? "solutions" : "exercises");
    return metadata;
  }

  static String points(int points) {
    return points == 1 ? "1 point" : points + " points";
  }
}
