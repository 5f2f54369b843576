package org.attentionlab.lab;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The students' bundle of a clone made for the test, and what its check finds. */
class ReleaseTest {

  private static final String SECRET = "return weights.mul(gradient).sub(rowSums);";

  private static final String SOLUTION =
      """
      package org.attentionlab.solutions;
      public final class Lesson04 {
        public final SoftmaxBackward softmaxBackward =
            (weights, gradient) -> {
              // BEGIN SOLUTION
              %s
              // END SOLUTION
            };
      }
      """
          .formatted(SECRET);

  @TempDir Path root;

  private Project project;
  private Path bundle;

  @BeforeEach
  void makeAClone() throws IOException {
    project = new Project(root);
    bundle = root.resolve("target/bundle.zip");
    for (String name : List.of("lab", "lab.cmd", "LICENSE", "README.md", "environment.md")) {
      write(name, name);
    }
    write("notebooks/04-self-attention.ipynb", "{}");
    write("exercises/04-self-attention/Lesson04.java", "class Lesson04 {}");
    write("solutions/src/main/java/org/attentionlab/solutions/Lesson04.java", SOLUTION);
    jar("solutions/target/solutions-0.1.0.jar", "org/attentionlab/solutions/Lesson04.class", "key");
    jar("lib/lab/target/dist/lib/attention.jar", "org/attentionlab/tensor/Tensor.class", "tensor");
  }

  private void write(String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private void jar(String name, String entry, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream jar = new ZipOutputStream(out)) {
      jar.putNextEntry(new ZipEntry(entry));
      jar.write(text.getBytes(StandardCharsets.UTF_8));
      jar.closeEntry();
    }
  }

  private List<String> leaks() throws IOException {
    assertTrue(Release.write(project, bundle) > 0);
    return ReleaseCheck.of(project).leaksIn(bundle);
  }

  @Test
  void bundleOfACleanCloneGivesNothingAway() throws IOException {
    assertEquals(List.of(), leaks());
  }

  @Test
  void sameCloneGivesTheSameBytes() throws IOException {
    assertEquals(9, Release.write(project, bundle));
    byte[] first = Files.readAllBytes(bundle);
    assertEquals(9, Release.write(project, bundle));
    assertArrayEquals(first, Files.readAllBytes(bundle));
  }

  @Test
  void solutionsJarIsFound() throws IOException {
    Files.copy(project.solutionsJar(), root.resolve("lib/lab/target/dist/lib/harmless-name.jar"));
    List<String> leaks = leaks();
    assertEquals(1, leaks.size(), leaks::toString);
    assertTrue(leaks.get(0).endsWith("Lesson04.class belongs to the solutions"), leaks::toString);
  }

  @Test
  void renamedSolutionIsFoundByItsBytes() throws IOException {
    jar("lib/lab/target/dist/lib/other.jar", "Harmless.class", "key");
    List<String> leaks = leaks();
    assertEquals(1, leaks.size(), leaks::toString);
    assertTrue(leaks.get(0).endsWith("Harmless.class is a file of the solutions"), leaks::toString);
  }

  @Test
  void listOfHiddenTestsIsFound() throws IOException {
    jar(
        "lib/lab/target/dist/lib/other.jar",
        "META-INF/services/org.attentionlab.grading.HiddenChecks",
        "x");
    assertEquals(1, leaks().size());
  }

  @Test
  void solutionsLineInASkeletonIsFound() throws IOException {
    write("exercises/04-self-attention/Lesson04.java", "class Lesson04 { {\n  " + SECRET + "\n} }");
    List<String> leaks = leaks();
    assertEquals(1, leaks.size(), leaks::toString);
    assertTrue(leaks.get(0).endsWith("holds a solution's line: " + SECRET), leaks::toString);
  }
}
