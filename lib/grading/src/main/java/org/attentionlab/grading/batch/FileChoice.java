package org.attentionlab.grading.batch;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.attentionlab.grading.engine.Contract;
import org.attentionlab.grading.gradebook.Plan;

/**
 * Which of a submission's files hold a lesson's answers.
 *
 * <p>Those that are named for the lesson, and of those that are named for none the ones in which an
 * answer of the lesson is defined: whoever renames a notebook loses nothing.
 */
final class FileChoice {

  /** More files than the forms of one answer are an accident; the first ones are looked at. */
  static final int MOST_FILES = 4;

  private static final Pattern NAMED =
      Pattern.compile("^(\\d\\d)-|(?:lesson|exercises?)[-_ ]?(\\d\\d)(?!\\d)");

  private FileChoice() {}

  /** The files for a part, each content once. */
  static List<LoadedFile> of(Plan plan, Plan.Part part, List<LoadedFile> files) {
    List<LoadedFile> named = new ArrayList<>();
    List<LoadedFile> defining = new ArrayList<>();
    List<LoadedFile> others = new ArrayList<>();
    for (LoadedFile file : files) {
      String lesson = lessonOf(file);
      if (lesson.equals(part.lesson())) {
        named.add(file);
      } else if (defines(part, file)) {
        defining.add(file);
      } else if (lesson.isEmpty()) {
        others.add(file);
      }
    }
    if (!named.isEmpty()) {
      return once(named);
    }
    if (!defining.isEmpty()) {
      return once(defining);
    }
    return plan.parts().size() == 1 ? once(others.isEmpty() ? files : others) : List.of();
  }

  private static String lessonOf(LoadedFile file) {
    Matcher named = NAMED.matcher(file.file().name().toLowerCase(Locale.ROOT));
    if (!named.find()) {
      return "";
    }
    return named.group(1) != null ? named.group(1) : named.group(2);
  }

  private static boolean defines(Plan.Part part, LoadedFile file) {
    String text = new String(file.bytes(), StandardCharsets.UTF_8);
    for (Contract contract : part.exercises().keySet()) {
      if (Pattern.compile("\\b" + Pattern.quote(contract.name()) + "\\s*=").matcher(text).find()) {
        return true;
      }
    }
    return false;
  }

  private static List<LoadedFile> once(List<LoadedFile> files) {
    List<LoadedFile> kept = new ArrayList<>();
    for (LoadedFile file : files) {
      boolean known =
          kept.stream()
              .anyMatch(
                  other ->
                      Arrays.equals(other.bytes(), file.bytes())
                          && other.problem().equals(file.problem())
                          && other.file().isJava() == file.file().isJava());
      if (!known) {
        kept.add(file);
      }
    }
    return kept;
  }
}
