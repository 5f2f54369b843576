package org.attentionlab.grading.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.attentionlab.grading.similarity.Similarities.Pair;

/** Pairs of similar submissions as CSV. */
final class SimilarityCsv {

  private SimilarityCsv() {}

  static String of(List<Pair> pairs) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("student", "other", "similarity %", "shared fingerprints"));
    for (Pair pair : pairs) {
      rows.add(
          List.of(
              Csv.cell(pair.one()),
              Csv.cell(pair.other()),
              String.format(Locale.ROOT, "%.0f", 100 * pair.share()),
              Integer.toString(pair.shared())));
    }
    return Csv.of(rows);
  }
}
