package org.attentionlab.solutions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.attentionlab.exercises.lesson04.PermutationProbe;
import org.attentionlab.exercises.lesson04.PermutationProbeChecks;
import org.attentionlab.exercises.lesson04.SelfAttention;
import org.attentionlab.exercises.lesson04.SoftmaxBackward;
import org.attentionlab.grading.GradingException;
import org.attentionlab.grading.HiddenChecks;
import org.attentionlab.grading.batch.WorkerClassPath;
import org.attentionlab.grading.engine.Contract;
import org.attentionlab.grading.protocol.Source;
import org.attentionlab.grading.remote.Limits;
import org.attentionlab.grading.remote.PlainWorkerLauncher;
import org.attentionlab.grading.remote.RemoteSubmission;
import org.attentionlab.solutions.mutants.lesson04.Lesson04Mutants;
import org.attentionlab.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** From inside a worker, neither a hidden test nor a solution is to be had. */
class SeamTest {

  private static final List<Class<?>> CONTRACTS =
      List.of(SelfAttention.class, PermutationProbe.class, SoftmaxBackward.class);

  /** Answers with the number of the named classes and files that it can get hold of. */
  private static Tensor found(String... names) {
    String list = String.join("\", \"", names);
    String source =
        """
        import org.attentionlab.exercises.lesson04.PermutationProbe;
        import org.attentionlab.tensor.Tensor;

        public class Spy {
          PermutationProbe permutationProbe =
              (weights, permutation) -> {
                int found = 0;
                for (String name : new String[] {"%s"}) {
                  try {
                    Class.forName(name);
                    found++;
                  } catch (ClassNotFoundException | LinkageError absent) {
                  }
                  ClassLoader loader = ClassLoader.getSystemClassLoader();
                  if (loader.getResource(name) != null) found++;
                  if (loader.getResource(name.replace('.', '/') + ".class") != null) found++;
                }
                return Tensor.of(new float[] {found}, 1);
              };
        }
        """
            .formatted(list);
    try (RemoteSubmission spy =
        new RemoteSubmission(
            new PlainWorkerLauncher(),
            Path.of(System.getProperty("java.home"), "bin", "java"),
            WorkerClassPath.of(CONTRACTS),
            Limits.standard(),
            new Source.JavaFile(source),
            List.of(Contract.of(PermutationProbe.class)))) {
      spy.load();
      PermutationProbe answer = (PermutationProbe) spy.answer(Contract.of(PermutationProbe.class));
      return answer.permutedWeights(Tensor.of(new float[] {1}, 1, 1), new int[] {0});
    }
  }

  @Test
  void neitherHiddenTestsNorSolutionsAreInTheWorker() {
    List<String> secrets = new ArrayList<>();
    for (GradedLesson lesson : GradedLesson.all()) {
      String number = lesson.number();
      secrets.add("org.attentionlab.solutions.Lesson" + number);
      secrets.add(Lesson04Mutants.class.getName().replace("04", number));
      lesson.exercises().forEach(exercise -> secrets.add(exercise.hidden().getName()));
    }
    secrets.add("META-INF/services/" + HiddenChecks.class.getName());
    secrets.add("org/attentionlab/solutions");
    Tensor found = found(secrets.toArray(String[]::new));
    assertEquals(0, found.toArray()[0]);
  }

  @Test
  void spyFindsWhatIsThere() {
    Tensor found = found(SelfAttention.class.getName(), PermutationProbeChecks.class.getName());
    assertEquals(4, found.toArray()[0]);
  }

  @Test
  void contractBesideHiddenTestsIsRefused() {
    GradingException refused =
        assertThrows(GradingException.class, () -> WorkerClassPath.of(List.of(Lesson04.class)));
    assertTrue(refused.getMessage().contains("holds hidden tests"), refused.getMessage());
  }

  @Test
  void workersClassPathNamesNoSolutions() {
    assertTrue(
        WorkerClassPath.of(CONTRACTS).stream()
            .noneMatch(place -> place.toString().contains("solutions")));
  }
}
