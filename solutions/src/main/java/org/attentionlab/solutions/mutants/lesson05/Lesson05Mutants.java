package org.attentionlab.solutions.mutants.lesson05;

import java.util.ArrayList;
import java.util.List;
import org.attentionlab.attention.Attention;
import org.attentionlab.attention.AttentionResult;
import org.attentionlab.exercises.lesson05.CrossWidth;
import org.attentionlab.exercises.lesson05.EditKeyOrValue;
import org.attentionlab.exercises.lesson05.EditKeyOrValue.Edit;
import org.attentionlab.exercises.lesson05.ProjectQkv;
import org.attentionlab.exercises.lesson05.ProjectQkv.Roles;
import org.attentionlab.exercises.lesson05.ProjectQkv.Weights;
import org.attentionlab.exercises.lesson05.SlopeCheck;
import org.attentionlab.grading.authoring.Mutant;
import org.attentionlab.tensor.Tensor;

/** The wrong answers that learners of lesson 05 give. */
public final class Lesson05Mutants {

  private Lesson05Mutants() {}

  /** All of them. */
  public static List<Mutant<?>> all() {
    return List.of(
        roles("transposed", "5.1.1", (x, w) -> new Roles(turned(x, w), key(x, w), value(x, w))),
        roles("not-projected", "5.1.1", (x, w) -> new Roles(x, key(x, w), value(x, w))),
        roles(
            "query-matrix-for-keys",
            "5.1.2",
            (x, w) -> new Roles(query(x, w), query(x, w), value(x, w))),
        roles(
            "keys-and-values-exchanged",
            "5.1.2",
            (x, w) -> new Roles(query(x, w), value(x, w), key(x, w))),
        roles(
            "key-matrix-for-values",
            "5.1.3",
            (x, w) -> new Roles(query(x, w), key(x, w), key(x, w))),
        roles("query-in-input", "5.1.4", Lesson05Mutants::queryInInput),
        edit("changes-both", "5.2.1", (q, k, v, e) -> attend(q, edited(k, e), edited(v, e))),
        edit("edits-the-other", "5.2.1", Lesson05Mutants::editsTheOther),
        edit("edits-nothing", "5.2.1", (q, k, v, e) -> attend(q, k, v)),
        edit("edits-key-too", "5.2.2", (q, k, v, e) -> attend(q, edited(k, e), edited(v, e))),
        edit("one-too-early", "5.2.3", Lesson05Mutants::oneTooEarly),
        edit("edited-in-place", "5.2.4", Lesson05Mutants::editedInPlace),
        cross("scales-by-dv", "5.3.1", (x, y, w) -> scaled(x, y, w, w.value().size(1))),
        cross("scales-by-input", "5.3.1", (x, y, w) -> scaled(x, y, w, x.size(1))),
        cross("no-scaling", "5.3.1", (x, y, w) -> scaled(x, y, w, 1)),
        cross("even-weights", "5.3.2", Lesson05Mutants::evenWeights),
        cross("mixes-keys", "5.3.3", Lesson05Mutants::mixesKeys),
        slopes("forward-difference", "5.4.1", (s, v, h) -> differences(s, v, h, 0, h)),
        slopes("backward-difference", "5.4.1", (s, v, h) -> differences(s, v, 0, h, h)),
        slopes("divided-by-h", "5.4.1", (s, v, h) -> differences(s, v, h, h, h)),
        slopes("not-divided", "5.4.1", (s, v, h) -> differences(s, v, h, h, 1)),
        slopes("scores-stay-moved", "5.4.2", (s, v, h) -> piledUp(s.clone(), v, h)),
        slopes("all-together", "5.4.2", (s, v, h) -> new double[s.length]),
        slopes("left-below", "5.4.3", Lesson05Mutants::piledUp),
        slopes("left-above", "5.4.3", Lesson05Mutants::leftAbove));
  }

  private static Mutant<ProjectQkv> roles(String mistake, String killedBy, ProjectQkv answer) {
    return new Mutant<>(ProjectQkv.class, mistake, killedBy, answer);
  }

  private static Mutant<EditKeyOrValue> edit(
      String mistake, String killedBy, EditKeyOrValue answer) {
    return new Mutant<>(EditKeyOrValue.class, mistake, killedBy, answer);
  }

  private static Mutant<CrossWidth> cross(String mistake, String killedBy, CrossWidth answer) {
    return new Mutant<>(CrossWidth.class, mistake, killedBy, answer);
  }

  private static Mutant<SlopeCheck> slopes(String mistake, String killedBy, SlopeCheck answer) {
    return new Mutant<>(SlopeCheck.class, mistake, killedBy, answer);
  }

  private static Tensor query(Tensor x, Weights w) {
    return x.matmul(w.query());
  }

  private static Tensor key(Tensor x, Weights w) {
    return x.matmul(w.key());
  }

  private static Tensor value(Tensor x, Weights w) {
    return x.matmul(w.value());
  }

  /** Where the matrix is not square, a learner who transposes sees an error before any check. */
  private static Tensor turned(Tensor x, Weights w) {
    boolean square = w.query().size(0) == w.query().size(1);
    return square ? x.matmul(w.query().transpose()) : query(x, w);
  }

  private static Roles queryInInput(Tensor x, Weights w) {
    Roles right = new Roles(query(x, w), key(x, w), value(x, w));
    if (right.q().numel() == x.numel()) {
      x.assign(right.q().toArray());
    }
    return right;
  }

  private static AttentionResult attend(Tensor q, Tensor k, Tensor v) {
    return Attention.scaledDotProduct(q, k, v);
  }

  private static Tensor edited(Tensor rows, Edit edit) {
    List<Tensor> list = new ArrayList<>();
    for (int i = 0; i < rows.size(0); i++) {
      list.add(i == edit.place() ? edit.row() : rows.get(i));
    }
    return Tensor.stack(0, list);
  }

  private static AttentionResult byWhat(Tensor q, Tensor k, Tensor v, Edit e) {
    return e.what().equals("key") ? attend(q, edited(k, e), v) : attend(q, k, edited(v, e));
  }

  private static AttentionResult editsTheOther(Tensor q, Tensor k, Tensor v, Edit e) {
    return byWhat(q, k, v, new Edit(e.what().equals("key") ? "value" : "key", e.place(), e.row()));
  }

  private static AttentionResult oneTooEarly(Tensor q, Tensor k, Tensor v, Edit e) {
    return byWhat(q, k, v, new Edit(e.what(), e.place() - 1, e.row()));
  }

  private static AttentionResult editedInPlace(Tensor q, Tensor k, Tensor v, Edit e) {
    AttentionResult right = byWhat(q, k, v, e);
    Tensor target = e.what().equals("key") ? k : v;
    target.assign(edited(target, e).toArray());
    return right;
  }

  private static Tensor scaled(Tensor x, Tensor y, CrossWidth.Weights w, int width) {
    Tensor scores = x.matmul(w.query()).matmul(y.matmul(w.key()).transpose());
    Tensor weights = scores.div((float) Math.sqrt(width)).softmax(-1);
    return weights.matmul(y.matmul(w.value()));
  }

  private static Tensor evenWeights(Tensor x, Tensor y, CrossWidth.Weights w) {
    Tensor even = Tensor.ones(x.size(0), y.size(0)).div((float) y.size(0));
    return even.matmul(y.matmul(w.value()));
  }

  private static Tensor mixesKeys(Tensor x, Tensor y, CrossWidth.Weights w) {
    return attend(x.matmul(w.query()), y.matmul(w.key()), y.matmul(w.key())).output();
  }

  private static double[] differences(
      double[] scores, double[] values, double up, double down, double divisor) {
    double[] slopes = new double[scores.length];
    for (int i = 0; i < slopes.length; i++) {
      double[] above = scores.clone();
      double[] below = scores.clone();
      above[i] += up;
      below[i] -= down;
      double difference = SlopeCheck.output(above, values) - SlopeCheck.output(below, values);
      slopes[i] = difference / divisor;
    }
    return slopes;
  }

  private static double[] piledUp(double[] scores, double[] values, double h) {
    double[] slopes = new double[scores.length];
    for (int i = 0; i < slopes.length; i++) {
      scores[i] += h;
      double up = SlopeCheck.output(scores, values);
      scores[i] -= 2 * h;
      slopes[i] = (up - SlopeCheck.output(scores, values)) / (2 * h);
    }
    return slopes;
  }

  private static double[] leftAbove(double[] scores, double[] values, double h) {
    double[] right = differences(scores, values, h, h, 2 * h);
    for (int i = 0; i < scores.length; i++) {
      scores[i] += h;
    }
    return right;
  }
}
