package org.attentionlab.grading.engine;

import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.attentionlab.grading.report.ExerciseReport;
import org.attentionlab.grading.report.MechanismResult;
import org.attentionlab.grading.report.Outcome;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.engine.support.store.Namespace;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs a check class against an answer through the JUnit Platform and reports values. */
public final class CheckRunner {

  /** Nothing is found by itself: neither engines and listeners nor files of settings. */
  private static final LauncherConfig CONFIG =
      LauncherConfig.builder()
          .enableTestEngineAutoRegistration(false)
          .enableLauncherSessionListenerAutoRegistration(false)
          .enableLauncherDiscoveryListenerAutoRegistration(false)
          .enableTestExecutionListenerAutoRegistration(false)
          .enablePostDiscoveryFilterAutoRegistration(false)
          .addTestEngines(new JupiterTestEngine())
          .build();

  private CheckRunner() {}

  /**
   * Runs the checks.
   *
   * @param contract the exercise
   * @param checks its tests, public or hidden
   * @param answer an instance of the contract that throws {@link AnswerFailure} where it has no
   *     result, such as {@link AnswerGuard}'s
   */
  public static ExerciseReport run(Contract contract, Class<?> checks, Object answer) {
    List<MechanismTest> tests = MechanismTest.allOf(checks);
    Map<Method, TestExecutionResult> ended = new LinkedHashMap<>();
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(DiscoverySelectors.selectClass(checks))
            .enableImplicitConfigurationParameters(false)
            .configurationParameter("junit.jupiter.extensions.autodetection.enabled", "false")
            .build();
    try (LauncherSession session = LauncherFactory.openSession(CONFIG)) {
      session
          .getStore()
          .put(Namespace.create(AnswerResolver.NAMESPACE), AnswerResolver.KEY, answer);
      session
          .getLauncher()
          .execute(
              request,
              new TestExecutionListener() {
                @Override
                public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                  test.getSource()
                      .filter(MethodSource.class::isInstance)
                      .map(source -> ((MethodSource) source).getJavaMethod())
                      .ifPresent(method -> ended.put(method, result));
                }
              });
    }
    List<MechanismResult> results =
        tests.stream()
            .map(test -> test.judge(Optional.ofNullable(ended.get(test.method()))))
            .toList();
    return new ExerciseReport(contract.id(), contract.name(), results);
  }

  /** The report of an answer that cannot be called at all: every mechanism ends the same way. */
  public static ExerciseReport withoutAnswer(
      Contract contract, Class<?> checks, Outcome outcome, List<String> details) {
    List<MechanismResult> results =
        MechanismTest.allOf(checks).stream()
            .map(test -> test.result(outcome, details, Optional.empty(), List.of()))
            .toList();
    return new ExerciseReport(contract.id(), contract.name(), results);
  }
}
