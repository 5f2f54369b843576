package org.attentionlab.grading;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What runs beside a student's code knows nothing of tests and points. */
@AnalyzeClasses(packages = "org.attentionlab.grading", importOptions = DoNotIncludeTests.class)
class SeamArchitectureTest {

  @ArchTest
  static final ArchRule workerKnowsNeitherTestsNorPoints =
      noClasses()
          .that()
          .resideInAnyPackage("..grading.worker..", "..grading.protocol..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.junit..",
              "..grading.engine..",
              "..grading.expect..",
              "..grading.report..",
              "..grading.remote..",
              "..grading.batch..",
              "..grading.authoring..");

  @ArchTest
  static final ArchRule reportsAndExpectationsKnowNoProcess =
      noClasses()
          .that()
          .resideInAnyPackage("..grading.report..", "..grading.expect..", "..grading.engine..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..grading.remote..", "..grading.batch..", "..grading.worker..");

  @ArchTest
  static final ArchRule nobodyUsesJavaSerialisation =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.io.ObjectInputStream");
}
