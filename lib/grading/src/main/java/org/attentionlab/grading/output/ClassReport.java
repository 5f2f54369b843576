package org.attentionlab.grading.output;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.attentionlab.display.Html;
import org.attentionlab.grading.gradebook.Gradebook;
import org.attentionlab.grading.gradebook.StudentGrade;
import org.attentionlab.grading.report.ExerciseReport;
import org.attentionlab.grading.report.MechanismResult;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * What a class did, for its instructor.
 *
 * <ul>
 *   <li>difficulty of an exercise: mean share of its points; low is hard
 *   <li>discrimination: correlation of an exercise's points with those of all others together; near
 *       0 or below, the exercise tells nothing about the rest
 * </ul>
 *
 * <p>Students who handed in nothing are counted and left out of the statistics.
 */
final class ClassReport {

  private static final int BINS = 10;
  private static final int MOST_SHOWN = 15;

  private ClassReport() {}

  static String of(Gradebook gradebook) {
    List<StudentGrade> all =
        gradebook.grades().stream().filter(grade -> grade.attempt() > 0).toList();
    String title = Html.escape(gradebook.plan().assignment().title());
    StringBuilder page = new StringBuilder();
    page.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>");
    page.append(title).append("</title>\n<style>body { font-family: system-ui, sans-serif; ");
    page.append("max-width: 60em; margin: 2em auto; padding: 0 1em; line-height: 1.5; } ");
    page.append("h2 { margin-top: 2em; font-size: 1.15em; }</style>\n</head>\n<body>\n<h1>");
    page.append(title).append("</h1>\n<p>").append(all.size()).append(" of ");
    page.append(gradebook.grades().size()).append(" students handed in.</p>\n");
    if (!all.isEmpty()) {
      section(page, "Distribution of the total", Html.of(distribution(all)));
      section(page, "Exercises", Html.of(exercises(gradebook, all)));
      section(page, "Mechanisms that were missed most", Html.of(missed(all)));
      section(page, "Most frequent recognised mistakes", Html.of(mistakes(all)));
    }
    return page.append("</body>\n</html>\n").toString();
  }

  private static void section(StringBuilder page, String title, String body) {
    page.append("<h2>").append(title).append("</h2>\n").append(body).append('\n');
  }

  /** Students by tenths of the possible points. */
  private static CategoryChart distribution(List<StudentGrade> all) {
    int[] counts = new int[BINS];
    for (StudentGrade grade : all) {
      counts[bin(share(grade.total(), grade.outOf()))]++;
    }
    List<String> labels = new ArrayList<>();
    List<Integer> heights = new ArrayList<>();
    for (int bin = 0; bin < BINS; bin++) {
      labels.add(10 * bin + "-" + 10 * (bin + 1));
      heights.add(counts[bin]);
    }
    CategoryChart chart =
        new CategoryChartBuilder()
            .width(760)
            .height(320)
            .xAxisTitle("percent of the points")
            .yAxisTitle("students")
            .build();
    chart.getStyler().setLegendVisible(false);
    chart.addSeries("students", labels, heights);
    return chart;
  }

  static int bin(double share) {
    return Math.max(0, Math.min(BINS - 1, (int) Math.floor(share * BINS)));
  }

  static Table exercises(Gradebook gradebook, List<StudentGrade> all) {
    StringColumn names = StringColumn.create("exercise");
    DoubleColumn difficulty = DoubleColumn.create("difficulty");
    DoubleColumn spread = DoubleColumn.create("standard deviation");
    DoubleColumn discrimination = DoubleColumn.create("discrimination");
    IntColumn full = IntColumn.create("all points");
    IntColumn none = IntColumn.create("no point");
    for (int i = 0; i < gradebook.exercises().size(); i++) {
      int exercise = i;
      DoubleColumn shares =
          column(all, grade -> share(grade.points().get(exercise), grade.possible().get(exercise)));
      DoubleColumn others =
          column(
              all,
              grade ->
                  grade.points().stream().mapToDouble(BigDecimal::doubleValue).sum()
                      - grade.points().get(exercise).doubleValue());
      names.append(gradebook.exercises().get(i));
      difficulty.append(round(shares.mean()));
      spread.append(round(shares.size() > 1 ? shares.standardDeviation() : 0));
      discrimination.append(round(shares.size() > 2 ? shares.pearsons(others) : Double.NaN));
      full.append((int) shares.asList().stream().filter(share -> share >= 1).count());
      none.append((int) shares.asList().stream().filter(share -> share <= 0).count());
    }
    return Table.create("exercises", names, difficulty, spread, discrimination, full, none);
  }

  private static DoubleColumn column(List<StudentGrade> all, Function<StudentGrade, Double> value) {
    DoubleColumn column = DoubleColumn.create("values");
    all.forEach(grade -> column.append(value.apply(grade)));
    return column;
  }

  private static double share(BigDecimal points, BigDecimal possible) {
    return possible.signum() == 0 ? 0 : points.doubleValue() / possible.doubleValue();
  }

  private static double round(double value) {
    return Double.isNaN(value) ? value : Math.rint(value * 100) / 100;
  }

  private static Table missed(List<StudentGrade> all) {
    Map<String, Integer> counts = new TreeMap<>();
    for (MechanismResult result : results(all)) {
      if (!result.passed()) {
        counts.merge(result.mechanism(), 1, Integer::sum);
      }
    }
    return counted("mechanism", counts);
  }

  private static Table mistakes(List<StudentGrade> all) {
    Map<String, Integer> counts = new TreeMap<>();
    for (MechanismResult result : results(all)) {
      result
          .mistake()
          .ifPresent(
              mistake -> counts.merge(mistake + " (" + result.mechanism() + ")", 1, Integer::sum));
    }
    return counted("mistake", counts);
  }

  private static List<MechanismResult> results(List<StudentGrade> all) {
    return all.stream()
        .flatMap(grade -> grade.result().exercises().stream())
        .map(ExerciseReport::mechanisms)
        .flatMap(List::stream)
        .toList();
  }

  private static Table counted(String what, Map<String, Integer> counts) {
    StringColumn names = StringColumn.create(what);
    IntColumn students = IntColumn.create("students");
    counts.entrySet().stream()
        .sorted(
            Comparator.comparing((Map.Entry<String, Integer> entry) -> -entry.getValue())
                .thenComparing(Map.Entry::getKey))
        .limit(MOST_SHOWN)
        .forEach(
            entry -> {
              names.append(entry.getKey());
              students.append(entry.getValue());
            });
    return Table.create(what, names, students);
  }
}
