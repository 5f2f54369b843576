package org.attentionlab.solutions.mutants.lesson08;

import java.util.List;
import org.attentionlab.exercises.lesson08.FeedForwardNetwork;
import org.attentionlab.exercises.lesson08.LayerNormalization;
import org.attentionlab.exercises.lesson08.ResidualBlock;
import org.attentionlab.grading.authoring.Mutant;
import org.attentionlab.tensor.Tensor;

/** The wrong answers that learners of lesson 08 give. */
public final class Lesson08Mutants {

  private Lesson08Mutants() {}

  /** All of them. */
  public static List<Mutant<?>> all() {
    return List.of(
        norm("over-words", "8.1.1", Lesson08Mutants::overWords),
        norm("over-everything", "8.1.1", Lesson08Mutants::overEverything),
        norm("not-centred", "8.1.1", (x, g, b, e) -> x.rmsNorm(g, e).add(b)),
        norm("n-1", "8.1.2", Lesson08Mutants::sampleVariance),
        norm("no-root", "8.1.2", (x, g, b, e) -> affine(by(x, variance(x).add(e)), g, b)),
        norm("not-scaled", "8.1.2", (x, g, b, e) -> affine(centred(x), g, b)),
        norm("epsilon-outside", "8.1.3", Lesson08Mutants::epsilonOutside),
        norm("no-epsilon", "8.1.3", (x, g, b, e) -> affine(by(x, variance(x).sqrt()), g, b)),
        norm("no-gain-and-bias", "8.1.4", (x, g, b, e) -> right(x, e)),
        norm("bias-before-gain", "8.1.4", (x, g, b, e) -> right(x, e).add(b).mul(g)),
        norm("no-bias", "8.1.4", (x, g, b, e) -> right(x, e).mul(g)),
        norm("cancellation", "8.1.5", Lesson08Mutants::cancellation),
        norm("centred-in-place", "8.1.6", Lesson08Mutants::centredInPlace),
        block("both-norms", "8.2.1", (x, p, pre) -> bothNorms(x, p)),
        block("both-norms", "8.2.2", (x, p, pre) -> bothNorms(x, p)),
        block("other-order", "8.2.1", (x, p, pre) -> pre ? post(x, p) : pre(x, p)),
        block("other-order", "8.2.2", (x, p, pre) -> pre(x, p)),
        block("normalised-way", "8.2.1", Lesson08Mutants::normalisedWay),
        block("norm-of-part", "8.2.1", (x, p, pre) -> normOfPart(x, p)),
        block("norm-of-part", "8.2.2", (x, p, pre) -> normOfPart(x, p)),
        block("no-norm", "8.2.2", (x, p, pre) -> pre ? pre(x, p) : x.add(x.matmul(p.w()))),
        block("no-residual", "8.2.3", Lesson08Mutants::noResidual),
        block("sum-in-place", "8.2.4", Lesson08Mutants::sumInPlace),
        maps("no-relu", "8.3.1", (x, p) -> outer(hidden(x, p), p)),
        maps("relu-last", "8.3.1", (x, p) -> outer(hidden(x, p), p).relu()),
        maps("relu-first", "8.3.1", (x, p) -> outer(hidden(x.relu(), p), p)),
        maps("no-inner-bias", "8.3.2", (x, p) -> outer(x.matmul(p.w1()).relu(), p)),
        maps("no-inner-bias", "8.3.2", (x, p) -> outer(x.matmul(p.w1()), p)),
        maps("no-outer-bias", "8.3.2", (x, p) -> hidden(x, p).relu().matmul(p.w2())),
        maps("no-biases", "8.3.2", (x, p) -> x.matmul(p.w1()).relu().matmul(p.w2())),
        maps("bias-after-relu", "8.3.2", (x, p) -> outer(x.matmul(p.w1()).relu().add(p.b1()), p)),
        maps("with-residual", "8.3.3", (x, p) -> x.add(outer(hidden(x, p).relu(), p))),
        maps("result-in-place", "8.3.4", Lesson08Mutants::resultInPlace));
  }

  private static Mutant<LayerNormalization> norm(
      String mistake, String killedBy, LayerNormalization answer) {
    return new Mutant<>(LayerNormalization.class, mistake, killedBy, answer);
  }

  private static Mutant<ResidualBlock> block(
      String mistake, String killedBy, ResidualBlock answer) {
    return new Mutant<>(ResidualBlock.class, mistake, killedBy, answer);
  }

  private static Mutant<FeedForwardNetwork> maps(
      String mistake, String killedBy, FeedForwardNetwork answer) {
    return new Mutant<>(FeedForwardNetwork.class, mistake, killedBy, answer);
  }

  private static Tensor centred(Tensor x) {
    return x.sub(x.mean(-1, true));
  }

  private static Tensor variance(Tensor x) {
    return x.variance(-1, true);
  }

  private static Tensor by(Tensor x, Tensor divisor) {
    return centred(x).div(divisor);
  }

  private static Tensor affine(Tensor y, Tensor gain, Tensor bias) {
    return y.mul(gain).add(bias);
  }

  private static Tensor right(Tensor x, double epsilon) {
    return by(x, variance(x).add(epsilon).sqrt());
  }

  private static Tensor overWords(Tensor x, Tensor gain, Tensor bias, double epsilon) {
    Tensor away = x.sub(x.mean(1, true)); // (B, T, d)
    Tensor root = x.variance(1, true).add(epsilon).sqrt(); // (B, 1, d)
    return affine(away.div(root), gain, bias);
  }

  private static Tensor overEverything(Tensor x, Tensor gain, Tensor bias, double epsilon) {
    return affine(x.sub(x.mean()).div(x.variance().add(epsilon).sqrt()), gain, bias); // (B, T, d)
  }

  private static Tensor sampleVariance(Tensor x, Tensor gain, Tensor bias, double epsilon) {
    Tensor squares = centred(x).mul(centred(x)).sum(-1, true); // (B, T, 1)
    Tensor root = squares.div(x.size(-1) - 1).add(epsilon).sqrt();
    return affine(by(x, root), gain, bias);
  }

  private static Tensor epsilonOutside(Tensor x, Tensor gain, Tensor bias, double epsilon) {
    return affine(by(x, variance(x).sqrt().add(epsilon)), gain, bias);
  }

  private static Tensor cancellation(Tensor x, Tensor gain, Tensor bias, double epsilon) {
    Tensor mean = x.mean(-1, true); // (B, T, 1)
    Tensor variance = x.mul(x).mean(-1, true).sub(mean.mul(mean)); // (B, T, 1)
    return affine(by(x, variance.add(epsilon).sqrt()), gain, bias);
  }

  private static Tensor centredInPlace(Tensor x, Tensor gain, Tensor bias, double epsilon) {
    x.assign(centred(x).toArray());
    return affine(right(x, epsilon), gain, bias);
  }

  private static Tensor norm(Tensor z, ResidualBlock.Parameters p) {
    return z.layerNorm(p.gain(), p.bias(), 1e-5);
  }

  private static Tensor pre(Tensor x, ResidualBlock.Parameters p) {
    return x.add(norm(x, p).matmul(p.w()));
  }

  private static Tensor post(Tensor x, ResidualBlock.Parameters p) {
    return norm(x.add(x.matmul(p.w())), p);
  }

  private static Tensor bothNorms(Tensor x, ResidualBlock.Parameters p) {
    return norm(x.add(norm(x, p).matmul(p.w())), p);
  }

  private static Tensor normalisedWay(Tensor x, ResidualBlock.Parameters p, boolean preNorm) {
    Tensor normalised = norm(x, p);
    return preNorm ? normalised.add(normalised.matmul(p.w())) : post(x, p);
  }

  private static Tensor normOfPart(Tensor x, ResidualBlock.Parameters p) {
    return x.add(norm(x.matmul(p.w()), p));
  }

  private static Tensor noResidual(Tensor x, ResidualBlock.Parameters p, boolean preNorm) {
    return preNorm ? norm(x, p).matmul(p.w()) : norm(x.matmul(p.w()), p);
  }

  private static Tensor sumInPlace(Tensor x, ResidualBlock.Parameters p, boolean preNorm) {
    Tensor result = preNorm ? pre(x, p) : post(x, p);
    x.assign((preNorm ? result : x.add(x.matmul(p.w()))).toArray());
    return result;
  }

  private static Tensor hidden(Tensor x, FeedForwardNetwork.Parameters p) {
    return x.matmul(p.w1()).add(p.b1());
  }

  private static Tensor outer(Tensor hidden, FeedForwardNetwork.Parameters p) {
    return hidden.matmul(p.w2()).add(p.b2());
  }

  private static Tensor resultInPlace(Tensor x, FeedForwardNetwork.Parameters p) {
    Tensor result = outer(hidden(x, p).relu(), p);
    x.assign(result.toArray());
    return result;
  }
}
