package org.attentionlab.lab;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;

/** The imports point one way; docs/decisions tells why. */
@AnalyzeClasses(packages = "org.attentionlab", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArrowsTest {

  private static final String[] LIBRARY = {
    "org.attentionlab.tensor..",
    "org.attentionlab.nn..",
    "org.attentionlab.attention..",
    "org.attentionlab.train.."
  };

  @ArchTest
  static final ArchRule theLibraryNeedsTheJdkAlone =
      classes()
          .that()
          .resideInAnyPackage(LIBRARY)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(and(LIBRARY, "java.."));

  @ArchTest
  static final ArchRule tensorsKnowNothingAboveThem =
      noClasses()
          .that()
          .resideInAPackage("org.attentionlab.tensor..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.attentionlab.nn..", "org.attentionlab.attention..", "org.attentionlab.train..");

  @ArchTest
  static final ArchRule layersKnowNoAttention =
      noClasses()
          .that()
          .resideInAPackage("org.attentionlab.nn..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.attentionlab.attention..", "org.attentionlab.train..");

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
