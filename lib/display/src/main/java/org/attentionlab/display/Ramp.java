package org.attentionlab.display;

import java.awt.Color;

/** Which colours stand for numbers between the ends of a scale. */
enum Ramp {
  /** From pale to deep, for amounts such as weights. */
  AMOUNT,
  /** Pale in the middle, one hue for each sign, for differences and scores. */
  SIGNED;

  private static final int STEPS = 129;

  /** The colour of a place on the scale, from 0 to 1; others count as the nearer end. */
  Color at(double place) {
    return this == AMOUNT ? ColorRamp.at(place) : ColorRamp.signed(place);
  }

  /** Evenly spaced colours, from the least to the greatest. */
  Color[] colors() {
    Color[] colors = new Color[STEPS];
    for (int i = 0; i < STEPS; i++) {
      colors[i] = at(i / (STEPS - 1.0));
    }
    return colors;
  }
}
