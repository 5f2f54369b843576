package org.attentionlab.solutions.mutants.lesson09;

import java.util.ArrayList;
import java.util.List;
import org.attentionlab.exercises.lesson09.GreedyDecode.Model;

/** A loop that writes, with the places in which learners go wrong. */
final class Writing {

  /** Which token a state writes. */
  @FunctionalInterface
  interface Choice {
    int of(Model model, int state);
  }

  /** Which state follows. */
  @FunctionalInterface
  interface Following {
    int of(Model model, int state, int token);
  }

  private final Choice choice;
  private final Following following;
  private final int extra;
  private final boolean stops;

  private Writing(Choice choice, Following following, int extra, boolean stops) {
    this.choice = choice;
    this.following = following;
    this.extra = extra;
    this.stops = stops;
  }

  static Writing choosing(Choice choice) {
    return new Writing(choice, Writing::next, 0, true);
  }

  static Writing following(Following following) {
    return new Writing(Writing::first, following, 0, true);
  }

  static Writing withExtra(int tokens) {
    return new Writing(Writing::first, Writing::next, tokens, true);
  }

  static Writing withoutEnd() {
    return new Writing(Writing::first, Writing::next, 0, false);
  }

  int[] write(Model model, int maxTokens) {
    List<Integer> tokens = new ArrayList<>();
    int state = 0;
    while (tokens.size() < maxTokens + extra) {
      int token = choice.of(model, state);
      if (stops && token == model.end()) {
        break;
      }
      tokens.add(token);
      state = following.of(model, state, token);
    }
    return tokens.stream().mapToInt(Integer::intValue).toArray();
  }

  private static int next(Model model, int state, int token) {
    return model.next()[state][token];
  }

  static int first(Model model, int state) {
    return model.logits().argmax(-1)[state];
  }

  static int last(Model model, int state) {
    int best = 0;
    for (int token = 1; token < model.logits().size(1); token++) {
      best = model.logits().at(state, token) >= model.logits().at(state, best) ? token : best;
    }
    return best;
  }

  static int aboveZero(Model model, int state) {
    int best = 0;
    float greatest = 0;
    for (int token = 0; token < model.logits().size(1); token++) {
      if (model.logits().at(state, token) > greatest) {
        greatest = model.logits().at(state, token);
        best = token;
      }
    }
    return best;
  }

  /** Lowers what it chooses, so that no state writes the same token twice. */
  static int usingUp(Model model, int state) {
    int token = first(model, state);
    if (token != model.end()) {
      float[] logits = model.logits().toArray();
      logits[state * model.logits().size(1) + token] = Float.NEGATIVE_INFINITY;
      model.logits().assign(logits);
    }
    return token;
  }
}
