package org.attentionlab.grading.toy;

/** Answers to the toy contract. */
public final class ToySubmissions {

  private ToySubmissions() {}

  /** A Java file whose answer has this body; {@code doubled(x)} is the right result. */
  public static String java(String body) {
    return """
        import org.attentionlab.grading.toy.Twice;
        import org.attentionlab.tensor.Tensor;

        public class Answer {
          Tensor doubled(Tensor x) {
            float[] data = x.toArray();
            for (int i = 0; i < data.length; i++) data[i] *= 2;
            return Tensor.of(data, x.shape());
          }

          Twice twice = (x, counts) -> { %s };
        }
        """
        .formatted(body);
  }

  /** The right answer. */
  public static String right() {
    return java("return doubled(x);");
  }

  /** An answer that gets 2 of 5 points, by a recognised mistake. */
  public static String unchanged() {
    return java("return x;");
  }

  /** The right answer as a notebook, with a magic and an edited check. */
  public static String notebook() {
    return """
        {"cells": [
          {"cell_type": "code", "id": "a", "metadata": {}, "execution_count": null, "outputs": [],
           "source": "%maven a:b:1\\nimport org.attentionlab.grading.toy.Twice;\\nimport org.attentionlab.tensor.Tensor;"},
          {"cell_type": "code", "id": "b", "metadata": {"nbgrader": {"solution": true, "grade": false}},
           "execution_count": null, "outputs": [], "source": "Twice twice = (x, counts) -> doubled(x);"},
          {"cell_type": "code", "id": "c", "metadata": {"nbgrader": {"solution": false, "grade": true}},
           "execution_count": null, "outputs": [], "source": "check(Twice.class, twice.easier())"},
          {"cell_type": "code", "id": "d", "metadata": {}, "execution_count": null, "outputs": [],
           "source": "Tensor doubled(Tensor x) {\\n  float[] data = x.toArray();\\n  for (int i = 0; i < data.length; i++) data[i] *= 2;\\n  return Tensor.of(data, x.shape());\\n}"}
        ], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
        """;
  }
}
