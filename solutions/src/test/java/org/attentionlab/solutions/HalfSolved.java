package org.attentionlab.solutions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.attentionlab.grading.authoring.SolutionRegions;
import org.attentionlab.grading.authoring.SolutionRegions.Region;

/** A lesson's solution as source with two faults, and with nothing behind the second fault. */
final class HalfSolved {

  private static final int FAULTS = 2;

  /** Each keeps the types, so that the file compiles. */
  private static final Map<String, String> FAULT =
      Map.of(
          "Math.sqrt(", "Math.abs(",
          ".mul(", ".add(",
          ".sub(", ".add(",
          ".div(", ".mul(",
          " / ", " * ",
          " * ", " + ",
          " - ", " + ",
          "softmax(-1)", "softmax(0)",
          " == ", " != ");

  private HalfSolved() {}

  static String of(Path solutionSource) throws IOException {
    String text = Files.readString(solutionSource);
    List<String> lines = new ArrayList<>(text.lines().toList());
    int faults = 0;
    for (Region region : SolutionRegions.of(text).regions()) {
      List<String> answer = lines.subList(region.beginLine(), region.endLine() - 1);
      if (faults < FAULTS) {
        faults += breakOnce(answer) ? 1 : 0;
      } else {
        // As many lines as before, so that the numbers of the next region stay right.
        answer.replaceAll(line -> "");
        answer.set(
            0, region.indent() + "throw new org.attentionlab.grading.NotSolvedYet(\"The rest\");");
      }
    }
    return String.join("\n", lines) + "\n";
  }

  /** Loops keep their heads, so that they end. */
  private static boolean breakOnce(List<String> answer) {
    for (int i = answer.size() - 1; i >= 0; i--) {
      String code = answer.get(i);
      if (code.matches("\\s*(for|while|//|\\*).*") || code.contains("\"")) {
        continue;
      }
      for (Map.Entry<String, String> fault :
          FAULT.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList()) {
        int at = code.indexOf(fault.getKey());
        int comment = code.indexOf("//");
        if (at >= 0 && (comment < 0 || at < comment)) {
          answer.set(
              i,
              code.substring(0, at)
                  + fault.getValue()
                  + code.substring(at + fault.getKey().length()));
          return true;
        }
      }
    }
    return false;
  }
}
