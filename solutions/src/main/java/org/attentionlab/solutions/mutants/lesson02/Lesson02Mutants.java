package org.attentionlab.solutions.mutants.lesson02;

import java.util.List;
import org.attentionlab.exercises.lesson02.AdditiveScores;
import org.attentionlab.exercises.lesson02.CosineScores;
import org.attentionlab.exercises.lesson02.DotScores;
import org.attentionlab.exercises.lesson02.GeneralScores;
import org.attentionlab.exercises.lesson02.StableSoftmax;
import org.attentionlab.grading.authoring.Mutant;
import org.attentionlab.tensor.Tensor;

/** The wrong answers that learners of lesson 02 give. */
public final class Lesson02Mutants {

  private Lesson02Mutants() {}

  /** All of them. */
  public static List<Mutant<?>> all() {
    return List.of(
        dot("turned", "2.1.1", (q, k) -> k.matmul(q.transpose())),
        dot("products", "2.1.1", (q, k) -> q.unsqueeze(-2).mul(k.unsqueeze(-3))),
        dot("scaled", "2.1.2", (q, k) -> dots(q, k).div(Math.sqrt(k.size(-1)))),
        dot("cosine", "2.1.2", (q, k) -> dots(unit(q), unit(k))),
        dot("weights", "2.1.2", (q, k) -> dots(q, k).softmax(-1)),
        dot("scaled-in-place", "2.1.3", Lesson02Mutants::scaledInPlace),
        cosine("dot", "2.2.1", Lesson02Mutants::dots),
        cosine("keys-only", "2.2.1", (q, k) -> dots(q, unit(k))),
        cosine("squared-lengths", "2.2.1", (q, k) -> dots(overSquare(q), overSquare(k))),
        cosine("zero-vector", "2.2.2", (q, k) -> dots(unit(q), unit(k))),
        cosine("coarse-epsilon", "2.2.3", (q, k) -> dots(outside(q), outside(k))),
        cosine("coarse-epsilon", "2.2.3", (q, k) -> dots(inside(q), inside(k))),
        cosine("coarse-epsilon", "2.2.3", Lesson02Mutants::besideTheProduct),
        cosine("normalised-in-place", "2.2.4", Lesson02Mutants::normalisedInPlace),
        general("w-transposed", "2.3.1", (q, w, k) -> dots(q.matmul(w.transpose()), k)),
        general("no-w", "2.3.1", (q, w, k) -> dots(q, k)),
        general("cut", "2.3.2", Lesson02Mutants::cut),
        general("projected-in-place", "2.3.3", Lesson02Mutants::queriesInPlace),
        additive("no-tanh", "2.4.1", (q, k, w, v) -> pairs(q, k, w).matmul(v)),
        additive("sigmoid", "2.4.1", (q, k, w, v) -> sigmoid(pairs(q, k, w)).matmul(v)),
        additive("tanh-last", "2.4.1", (q, k, w, v) -> pairs(q, k, w).matmul(v).tanh()),
        additive("keys-first", "2.4.1", Lesson02Mutants::keysFirst),
        additive("vector-per-key", "2.4.2", (q, k, w, v) -> pairs(q, k, w).tanh().mul(v)),
        additive("projected-in-place", "2.4.3", Lesson02Mutants::keysInPlace),
        softmax("over-columns", "2.5.1", s -> s.softmax(-2)),
        softmax("over-everything", "2.5.1", s -> s.exp().div(s.exp().sum())),
        softmax("no-exp", "2.5.2", s -> s.div(s.sum(-1, true))),
        softmax("base-two", "2.5.2", s -> s.mul(Math.log(2)).softmax(-1)),
        softmax("overflow", "2.5.3", s -> overSum(s.exp())),
        softmax("maximum-of-all", "2.5.3", s -> overSum(s.sub(s.max()).exp())),
        softmax("masked-nan", "2.5.4", s -> overSum(s.sub(s.max(-1, true)).exp())),
        softmax("masked-even", "2.5.4", s -> s.clamp(-1e30, 1e30).softmax(-1)),
        softmax("shifted-in-place", "2.5.5", Lesson02Mutants::shiftedInPlace));
  }

  private static Mutant<DotScores> dot(String mistake, String killedBy, DotScores answer) {
    return new Mutant<>(DotScores.class, mistake, killedBy, answer);
  }

  private static Mutant<CosineScores> cosine(String mistake, String killedBy, CosineScores answer) {
    return new Mutant<>(CosineScores.class, mistake, killedBy, answer);
  }

  private static Mutant<GeneralScores> general(
      String mistake, String killedBy, GeneralScores answer) {
    return new Mutant<>(GeneralScores.class, mistake, killedBy, answer);
  }

  private static Mutant<AdditiveScores> additive(
      String mistake, String killedBy, AdditiveScores answer) {
    return new Mutant<>(AdditiveScores.class, mistake, killedBy, answer);
  }

  private static Mutant<StableSoftmax> softmax(
      String mistake, String killedBy, StableSoftmax answer) {
    return new Mutant<>(StableSoftmax.class, mistake, killedBy, answer);
  }

  private static Tensor dots(Tensor q, Tensor k) {
    return q.matmul(k.transpose());
  }

  private static Tensor square(Tensor x) {
    return x.mul(x).sum(-1, true);
  }

  private static Tensor unit(Tensor x) {
    return x.div(square(x).sqrt());
  }

  private static Tensor overSquare(Tensor x) {
    return x.div(square(x));
  }

  private static Tensor outside(Tensor x) {
    return x.div(square(x).sqrt().add(1e-5));
  }

  private static Tensor inside(Tensor x) {
    return x.div(square(x).add(1e-8).sqrt());
  }

  private static Tensor besideTheProduct(Tensor q, Tensor k) {
    Tensor lengths = dots(square(q).sqrt(), square(k).sqrt());
    return dots(q, k).div(lengths.add(1e-3));
  }

  private static Tensor scaledInPlace(Tensor q, Tensor k) {
    q.assign(q.div(Math.sqrt(k.size(-1))).toArray());
    return dots(q, k).mul(Math.sqrt(k.size(-1)));
  }

  private static Tensor normalisedInPlace(Tensor q, Tensor k) {
    q.assign(unit(q).toArray());
    return dots(q, unit(k));
  }

  /** Works on the square that the upper left corner of W is. */
  private static Tensor cut(Tensor q, Tensor w, Tensor k) {
    int d = Math.min(w.size(0), w.size(1));
    Tensor corner = w.slice(0, 0, d).slice(1, 0, d);
    return dots(q.slice(-1, 0, d).matmul(corner), k.slice(-1, 0, d));
  }

  private static Tensor queriesInPlace(Tensor q, Tensor w, Tensor k) {
    q.assign(q.matmul(w).toArray());
    return dots(q, k);
  }

  private static Tensor pairs(Tensor q, Tensor k, Tensor w) {
    int dQ = q.size(-1);
    Tensor ofQueries = q.matmul(w.slice(0, 0, dQ));
    Tensor ofKeys = k.matmul(w.slice(0, dQ, w.size(0)));
    return ofQueries.unsqueeze(-2).add(ofKeys.unsqueeze(-3));
  }

  private static Tensor keysFirst(Tensor q, Tensor k, Tensor w, Tensor v) {
    return pairs(k, q, w).transpose(1, 2).tanh().matmul(v);
  }

  private static Tensor keysInPlace(Tensor q, Tensor k, Tensor w, Tensor v) {
    int dQ = q.size(-1);
    k.assign(k.matmul(w.slice(0, dQ, w.size(0))).toArray());
    Tensor ofQueries = q.matmul(w.slice(0, 0, dQ));
    return ofQueries.unsqueeze(-2).add(k.unsqueeze(-3)).tanh().matmul(v);
  }

  private static Tensor sigmoid(Tensor x) {
    return Tensor.scalar(1).div(x.neg().exp().add(1));
  }

  private static Tensor overSum(Tensor e) {
    return e.div(e.sum(-1, true));
  }

  private static Tensor shiftedInPlace(Tensor scores) {
    scores.assign(scores.sub(scores.max(-1, true)).toArray());
    return overSum(scores.exp());
  }
}
