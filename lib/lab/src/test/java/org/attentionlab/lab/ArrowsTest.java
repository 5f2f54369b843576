package org.attentionlab.lab;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The imports point one way; docs/decisions tells why. */
@AnalyzeClasses(packages = "org.attentionlab", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArrowsTest {

  /** The library's packages; each knows only those before it. */
  private static final String[] LIBRARY = {
    "org.attentionlab.numerics..",
    "org.attentionlab.tensor..",
    "org.attentionlab.nn..",
    "org.attentionlab.attention..",
    "org.attentionlab.position..",
    "org.attentionlab.recurrent..",
    "org.attentionlab.transformer..",
    "org.attentionlab.text..",
    "org.attentionlab.data..",
    "org.attentionlab.metrics..",
    "org.attentionlab.decode..",
    "org.attentionlab.train..",
    "org.attentionlab.checkpoint.."
  };

  @ArchTest
  static final ArchRule theLibraryNeedsTheJdkAlone =
      classes()
          .that()
          .resideInAnyPackage(LIBRARY)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(and(LIBRARY, "java..", "jdk.incubator.vector.."));

  @ArchTest static final ArchRule theLibrarysArrowsPointOneWay = arrowsPointOneWay();

  private static ArchRule arrowsPointOneWay() {
    List<ArchRule> rules = new ArrayList<>();
    for (int i = 0; i + 1 < LIBRARY.length; i++) {
      rules.add(
          noClasses()
              .that()
              .resideInAPackage(LIBRARY[i])
              .should()
              .dependOnClassesThat()
              .resideInAnyPackage(Arrays.copyOfRange(LIBRARY, i + 1, LIBRARY.length))
              .allowEmptyShould(true));
    }
    return CompositeArchRule.of(rules);
  }

  @ArchTest
  static final ArchRule theKernelKnowsNoneOfTheOthers =
      noClasses()
          .that()
          .resideInAPackage("org.attentionlab.kernel..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              and(
                  LIBRARY,
                  "org.attentionlab.display..",
                  "org.attentionlab.grading..",
                  "org.attentionlab.exercises..",
                  "org.attentionlab.notebook..",
                  "org.attentionlab.lab.."));

  @ArchTest
  static final ArchRule displayKnowsNoGrading =
      noClasses()
          .that()
          .resideInAPackage("org.attentionlab.display..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.attentionlab.grading..",
              "org.attentionlab.exercises..",
              "org.attentionlab.notebook..",
              "org.attentionlab.kernel..",
              "org.attentionlab.lab..");

  @ArchTest
  static final ArchRule theSiteKnowsNotebooksAlone =
      noClasses()
          .that()
          .resideInAPackage("org.attentionlab.site..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              and(
                  LIBRARY,
                  "org.attentionlab.display..",
                  "org.attentionlab.kernel..",
                  "org.attentionlab.grading..",
                  "org.attentionlab.exercises..",
                  "org.attentionlab.lab.."));

  @ArchTest
  static final ArchRule gradingKnowsNoExercise =
      noClasses()
          .that()
          .resideInAPackage("org.attentionlab.grading..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.attentionlab.exercises..",
              "org.attentionlab.kernel..",
              "org.attentionlab.lab..");

  @ArchTest
  static final ArchRule theModulesHaveNoCycles =
      slices().matching("org.attentionlab.(*)..").should().beFreeOfCycles();

  private static String[] and(String[] some, String... others) {
    return Stream.concat(Stream.of(some), Stream.of(others)).toArray(String[]::new);
  }
}
