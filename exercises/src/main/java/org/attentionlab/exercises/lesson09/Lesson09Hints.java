package org.attentionlab.exercises.lesson09;

/** The hints of lesson 09, three steps each; the graded tests give the same ones. */
public final class Lesson09Hints {

  public static final String FUTURE_1 =
      "Position 0 writes first. Which positions exist at that moment?";
  public static final String FUTURE_2 =
      "Query i may look at key j where j is at most i. All other scores become minus infinity.";
  public static final String FUTURE_3 = "Mask.causal(scores.size(-1)).hide(scores).softmax(-1)";

  public static final String ITSELF_1 =
      "What is left for position 0 if it may look neither forward nor at itself?";
  public static final String ITSELF_2 =
      "The diagonal stays visible. Place i reads what was written at place i - 1, so it gives nothing"
          + " away; and a row without any score has no softmax.";
  public static final String ITSELF_3 = "hide where j > i, not where j >= i";

  public static final String ONE_1 = "Does every row of your weights sum to 1?";
  public static final String ONE_2 =
      "Hide the scores before the softmax; then the visible keys share the whole weight. Take the"
          + " largest visible score off each row, so that exp does not overflow.";
  public static final String ONE_3 = "hide(scores).softmax(-1), not scores.softmax(-1).mul(mask)";

  public static final String SCORES_KEPT_1 = "Does the answer call assign on the scores?";
  public static final String SCORES_KEPT_2 =
      "The caller goes on using its scores. Every operation gives a new tensor; go on with that.";
  public static final String SCORES_KEPT_3 =
      "scores.toArray() is a copy; Tensor.of(copy, scores.shape()) is a new tensor";

  public static final String SHIFT_1 =
      "Write the target down, and below it what is known before each of its tokens is written.";
  public static final String SHIFT_2 =
      "Place t reads target[t - 1]. If it reads target[t], it reads the answer.";
  public static final String SHIFT_3 =
      "System.arraycopy(target[b], 0, shifted[b], 1, target[b].length - 1)";

  public static final String BEGIN_1 = "Before the first token nothing has been written yet.";
  public static final String BEGIN_2 = "Place 0 of every sequence reads the token that begins.";
  public static final String BEGIN_3 = "shifted[b][0] = begin";

  public static final String LENGTH_1 = "One token comes in at the front. Which one falls out?";
  public static final String LENGTH_2 =
      "The last token of the target is read by nobody, for nothing is written after it.";
  public static final String LENGTH_3 = "new int[target.length][target[0].length]";

  public static final String TARGET_KEPT_1 = "Does the answer write into the rows of the target?";
  public static final String TARGET_KEPT_2 =
      "The loss still needs the target. Write into an array of your own.";
  public static final String TARGET_KEPT_3 = "int[] row = new int[target[b].length]";

  public static final String MEMORY_1 = "Who asks, and who is asked?";
  public static final String MEMORY_2 =
      "The decoder asks: queries are made of its states. The source is asked: keys are made of the"
          + " memory. So there are T rows of S weights.";
  public static final String MEMORY_3 = "decoder.matmul(wQ) and memory.matmul(wK)";

  public static final String VALUES_1 = "What should come over from the source to the decoder?";
  public static final String VALUES_2 =
      "The values are made of the memory, by W_V. The weights mix them.";
  public static final String VALUES_3 = "weights.matmul(memory.matmul(wV))";

  public static final String SCALE_1 = "The scores are divided before the softmax. By what?";
  public static final String SCALE_2 =
      "By the root of dK, the width of queries and keys after the projection.";
  public static final String SCALE_3 = "scores.div(Math.sqrt(q.size(-1)))";

  public static final String WHOLE_1 =
      "The source is there in full before the first token is written. What would a causal mask hide?";
  public static final String WHOLE_2 =
      "The causal mask belongs into self-attention. Here every row of weights runs over all real"
          + " states of the source, and sums to 1.";
  public static final String WHOLE_3 = "softmax(-1) over the last axis, that of the keys";

  public static final String PADDING_1 = "Which states of the memory are no words?";
  public static final String PADDING_2 =
      "In sentence b the scores from place lengths[b] on become minus infinity before the softmax.";
  public static final String PADDING_3 =
      "Mask.padding(lengths, memory.size(1)).hide(scores).softmax(-1)";

  public static final String INPUTS_KEPT_1 =
      "Does the answer call assign on a tensor that it was given?";
  public static final String INPUTS_KEPT_2 =
      "The memory is read again at every step and in every layer. Every operation gives a new"
          + " tensor; go on with that.";
  public static final String INPUTS_KEPT_3 = "Tensor q = decoder.matmul(parameters.wQ())";

  public static final String END_1 =
      "What should the loop do when the model says that it has ended?";
  public static final String END_2 =
      "Compare the likeliest token with model.end() before it is written. If it is the end, stop.";
  public static final String END_3 = "if (best == model.end()) { break; }";

  public static final String STATE_1 =
      "The model's opinion changes with every token. Which row of the logits holds it now?";
  public static final String STATE_2 =
      "Start in state 0; after token v the state is next[state][v]. Logits may all be negative.";
  public static final String STATE_3 = "state = model.next()[state][best]";

  public static final String EQUALS_1 = "Which of two equal logits does your loop keep?";
  public static final String EQUALS_2 = "The first: a later one must be greater to take its place.";
  public static final String EQUALS_3 = "if (logit > greatest), not if (logit >= greatest)";

  public static final String MOST_1 = "How often does the loop run if the end never comes?";
  public static final String MOST_2 = "At most maxTokens tokens are written; for 0 none.";
  public static final String MOST_3 = "for (int step = 0; step < maxTokens; step++)";

  public static final String MODEL_KEPT_1 = "Does the answer change the table of the model?";
  public static final String MODEL_KEPT_2 = "The next sentence is written with the same model.";
  public static final String MODEL_KEPT_3 = "model.logits().at(state, v) only reads";

  private Lesson09Hints() {}
}
