package org.attentionlab.nn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.attentionlab.tensor.Tensor;

/** Finds, all at once, why a saved state does not fit a layer. */
final class StateProblems {
  private static final int MOST_LISTED = 20;

  private StateProblems() {}

  static Optional<String> find(
      String layer, Map<String, Tensor> parameters, Map<String, Tensor> state) {
    List<String> problems = new ArrayList<>();
    parameters.forEach(
        (name, parameter) -> {
          if (!state.containsKey(name)) {
            problems.add("missing: " + name + " " + parameter.shapeString());
          } else if (!Arrays.equals(parameter.shape(), state.get(name).shape())) {
            problems.add("wrong shape: " + name + " " + difference(parameter, state.get(name)));
          }
        });
    state.forEach(
        (name, tensor) -> {
          if (!parameters.containsKey(name)) {
            problems.add("surplus: " + name + " " + tensor.shapeString());
          }
        });
    if (problems.isEmpty()) {
      return Optional.empty();
    }
    int more = problems.size() - MOST_LISTED;
    List<String> listed = problems.subList(0, Math.min(problems.size(), MOST_LISTED));
    return Optional.of(
        "load: the state does not fit "
            + layer
            + ", and nothing was loaded:\n  "
            + String.join("\n  ", listed)
            + (more > 0 ? "\n  and " + more + " more" : ""));
  }

  private static String difference(Tensor parameter, Tensor given) {
    boolean turned =
        given.rank() == 2 && Arrays.equals(parameter.shape(), given.transpose().shape());
    return "is "
        + parameter.shapeString()
        + ", got "
        + given.shapeString()
        + (turned ? "; did you mean its transpose()?" : "");
  }
}
