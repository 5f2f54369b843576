package org.attentionlab.decode;

/** A model that keeps a state from step to step. */
record Stateful<S>(S state, NextToken.Stepper<S> stepper, NextToken.Selector<S> selector)
    implements NextToken {

  @Override
  public Next next(int[] tokens) {
    Stepped<S> step = stepper.step(tokens, state);
    return new Next(step.logits(), new Stateful<>(step.state(), stepper, selector));
  }

  @Override
  public NextToken select(int... rows) {
    return new Stateful<>(selector.select(state, rows), stepper, selector);
  }
}
