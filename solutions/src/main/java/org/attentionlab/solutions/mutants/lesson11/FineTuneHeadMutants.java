package org.attentionlab.solutions.mutants.lesson11;

import java.util.List;
import org.attentionlab.exercises.lesson11.FineTuneHead;
import org.attentionlab.exercises.lesson11.FineTuneHead.Parameters;
import org.attentionlab.grading.authoring.Mutant;
import org.attentionlab.tensor.Tensor;

/** Wrong steps of fine-tuning. */
final class FineTuneHeadMutants {

  private FineTuneHeadMutants() {}

  static List<Mutant<FineTuneHead>> all() {
    return List.of(
        mutant("body-frozen", "11.3.1", FineTuneHeadMutants::bodyFrozen),
        mutant("no-tanh-slope", "11.3.1", FineTuneHeadMutants::withoutSlope),
        mutant("through-new-head", "11.3.1", FineTuneHeadMutants::throughNewHead),
        mutant(
            "head-frozen",
            "11.3.2",
            (p, x, classes, rate) ->
                new Parameters(right(p, x, classes, rate).body(), p.head(), p.bias())),
        mutant("from-new-body", "11.3.2", FineTuneHeadMutants::fromNewBody),
        mutant(
            "sum-for-mean",
            "11.3.2",
            (p, x, classes, rate) -> right(p, x, classes, rate * classes.length)),
        mutant("bias-frozen", "11.3.3", FineTuneHeadMutants::biasFrozen),
        mutant("uphill", "11.3.4", (p, x, classes, rate) -> right(p, x, classes, -rate)),
        mutant("rate-ignored", "11.3.4", (p, x, classes, rate) -> right(p, x, classes, 1)),
        mutant("updated-in-place", "11.3.5", FineTuneHeadMutants::updatedInPlace));
  }

  private static Mutant<FineTuneHead> mutant(String mistake, String killedBy, FineTuneHead answer) {
    return new Mutant<>(FineTuneHead.class, mistake, killedBy, answer);
  }

  private static Tensor learning(Tensor parameter) {
    return parameter.detach().requiresGrad(true);
  }

  private static Tensor stepped(Tensor parameter, double rate) {
    return parameter.detach().sub(parameter.grad().mul((float) rate));
  }

  private static Parameters right(Parameters p, Tensor x, int[] classes, double rate) {
    Tensor body = learning(p.body());
    Tensor head = learning(p.head());
    Tensor bias = learning(p.bias());
    x.matmul(body).tanh().matmul(head).add(bias).crossEntropy(classes).backward();
    return new Parameters(stepped(body, rate), stepped(head, rate), stepped(bias, rate));
  }

  /** The pooled vectors are cut off from where they came from. */
  private static Parameters bodyFrozen(Parameters p, Tensor x, int[] classes, double rate) {
    Tensor body = learning(p.body());
    Tensor head = learning(p.head());
    Tensor bias = learning(p.bias());
    Tensor pooled = x.matmul(body).tanh().detach();
    pooled.matmul(head).add(bias).crossEntropy(classes).backward();
    return new Parameters(stepped(body, rate), stepped(head, rate), stepped(bias, rate));
  }

  private static Parameters withoutSlope(Parameters p, Tensor x, int[] classes, double rate) {
    Parameters right = right(p, x, classes, rate);
    Tensor pooled = learning(x.matmul(p.body()).tanh());
    pooled.matmul(p.head()).add(p.bias()).crossEntropy(classes).backward();
    Tensor gradient = x.transpose().matmul(pooled.grad());
    return new Parameters(p.body().sub(gradient.mul((float) rate)), right.head(), right.bias());
  }

  /** By hand, with the head's matrix already replaced when the error goes back through it. */
  private static Parameters throughNewHead(Parameters p, Tensor x, int[] classes, double rate) {
    Parameters right = right(p, x, classes, rate);
    Tensor body = learning(p.body());
    Tensor pooled = x.matmul(body).tanh();
    Tensor logits = learning(pooled.matmul(p.head()).add(p.bias()));
    logits.crossEntropy(classes).backward();
    pooled.backward(logits.grad().matmul(right.head().transpose()));
    return new Parameters(stepped(body, rate), right.head(), right.bias());
  }

  private static Parameters fromNewBody(Parameters p, Tensor x, int[] classes, double rate) {
    Tensor newBody = right(p, x, classes, rate).body();
    Parameters second = right(new Parameters(newBody, p.head(), p.bias()), x, classes, rate);
    return new Parameters(newBody, second.head(), second.bias());
  }

  private static Parameters biasFrozen(Parameters p, Tensor x, int[] classes, double rate) {
    Parameters right = right(p, x, classes, rate);
    return new Parameters(right.body(), right.head(), p.bias());
  }

  private static Parameters updatedInPlace(Parameters p, Tensor x, int[] classes, double rate) {
    Parameters right = right(p, x, classes, rate);
    p.body().assign(right.body().toArray());
    p.head().assign(right.head().toArray());
    p.bias().assign(right.bias().toArray());
    return p;
  }
}
