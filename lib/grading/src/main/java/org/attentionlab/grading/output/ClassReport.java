package org.attentionlab.grading.output;

import java.awt.Color;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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
import org.knowm.xchart.style.CategoryStyler;
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
  private static final Color BLUE = new Color(0x0072b2);
  private static final String[] STUDENT_COLUMNS = {"student", "total", "status and notes"};

  private static final String STATISTICS =
      "Difficulty is the mean share of the points: low is hard. Discrimination is the correlation"
          + " with the points of all other exercises: near 0 or below, the exercise tells nothing"
          + " about the rest. Both mean little in a small class.";

  private static final String STYLE =
      """
      <style>
      :root { color-scheme: light dark; }
      body { font-family: system-ui, sans-serif; max-width: 60em; margin: 2em auto; padding: 0 1em;
        line-height: 1.5; background: Canvas; color: CanvasText; }
      h1 { font-size: 1.5em; margin-bottom: 0.2em; overflow-wrap: anywhere; }
      h2 { margin-top: 2em; font-size: 1.15em; }
      .al-note { opacity: 0.8; font-size: 0.9em; }
      .al-wide { overflow-x: auto; }
      .al-wide svg, .al-wide img { max-width: 100%; height: auto; }
      table { border-collapse: collapse; font-size: 0.9em; }
      th, td { padding: 0.25em 0.8em 0.25em 0; text-align: left; vertical-align: top;
        border-bottom: 1px solid rgba(128, 128, 128, 0.25); overflow-wrap: break-word; }
      th { vertical-align: bottom; }
      .al-number { text-align: right; font-variant-numeric: tabular-nums; }
      td.al-number { white-space: nowrap; }
      </style>
      """;

  private ClassReport() {}

  /**
   * The page.
   *
   * @param pages for each student the name of the feedback's file, in the gradebook's order
   */
  static String of(Gradebook gradebook, List<String> pages) {
    List<StudentGrade> all =
        gradebook.grades().stream().filter(grade -> grade.attempt() > 0).toList();
    String title = Html.escape(gradebook.plan().assignment().title());
    StringBuilder page = new StringBuilder();
    page.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    page.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    page.append("<title>").append(title).append("</title>\n").append(STYLE);
    page.append("</head>\n<body>\n<h1>").append(title).append("</h1>\n<p>");
    page.append(all.size()).append(" of ").append(gradebook.grades().size());
    page.append(" students handed in.").append(averages(all)).append("</p>\n");
    if (!all.isEmpty()) {
      section(page, "Distribution of the total", "", Html.of(distribution(all)));
      section(page, "Exercises", STATISTICS, ReportTable.of(exercises(gradebook, all)));
      section(page, "Most frequent recognised mistakes", "", ReportTable.of(mistakes(all)));
      section(page, "Mechanisms that were missed most", "", ReportTable.of(missed(all)));
    }
    section(page, "Students", "", ReportTable.of(List.of(STUDENT_COLUMNS), rows(gradebook, pages)));
    return page.append("</body>\n</html>\n").toString();
  }

  private static String averages(List<StudentGrade> all) {
    if (all.isEmpty()) {
      return "";
    }
    DoubleColumn totals = column(all, grade -> grade.total().doubleValue());
    return " Mean %s of %s points, median %s."
        .formatted(
            ReportTable.number(round(totals.mean())),
            StudentGrade.shown(all.get(0).outOf()),
            ReportTable.number(round(totals.median())));
  }

  /** Each student's line leads to the student's page. */
  private static List<List<String>> rows(Gradebook gradebook, List<String> pages) {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < pages.size(); i++) {
      StudentGrade grade = gradebook.grades().get(i);
      List<String> says = new ArrayList<>(List.of(grade.status()));
      says.addAll(grade.result().notes());
      rows.add(
          List.of(
              "<a href=\"feedback/%s.html\">%s</a>"
                  .formatted(address(pages.get(i)), Html.escape(grade.result().student())),
              StudentGrade.shown(grade.total()),
              Html.escape(String.join("; ", says))));
    }
    return rows;
  }

  private static String address(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static void section(StringBuilder page, String title, String note, String body) {
    page.append("<h2>").append(title).append("</h2>\n");
    if (!note.isEmpty()) {
      page.append("<p class=\"al-note\">").append(note).append("</p>\n");
    }
    page.append("<div class=\"al-wide\">").append(body).append("</div>\n");
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
    CategoryStyler styler = chart.getStyler();
    styler.setLegendVisible(false);
    styler.setChartBackgroundColor(Color.WHITE);
    styler.setPlotBorderVisible(false);
    styler.setPlotGridVerticalLinesVisible(false);
    styler.setXAxisMaxLabelCount(BINS);
    styler.setYAxisDecimalPattern("0");
    styler.setYAxisMin(0.0);
    styler.setSeriesColors(new Color[] {BLUE});
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
