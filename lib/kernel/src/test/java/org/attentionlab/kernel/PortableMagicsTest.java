package org.attentionlab.kernel;

import static org.attentionlab.kernel.TestKernel.LONG;
import static org.attentionlab.kernel.TestKernel.traceback;
import static org.attentionlab.kernel.TestKernel.value;
import static org.attentionlab.kernel.magic.maven.TestRepository.dependency;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.attentionlab.kernel.client.Execution;
import org.attentionlab.kernel.client.KernelClient;
import org.attentionlab.kernel.magic.maven.TestRepository;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cells as notebooks for IJava and JJava have them. */
class PortableMagicsTest {
  private static final String READ =
      "new String(Thread.currentThread().getContextClassLoader()"
          + ".getResourceAsStream(\"%s.txt\").readAllBytes())";

  @TempDir private static Path directory;

  private static KernelClient kernel;
  private static TestRepository ours;

  @BeforeAll
  static void start() throws IOException {
    ours =
        new TestRepository(Files.createDirectory(directory.resolve("ours")))
            .jar("g:one:1", "<dependencies>" + dependency("g:two:1", "") + "</dependencies>")
            .jar("g:two:1", "")
            .jar("g:three:1", "")
            .jar("g:four:1", "");
    KernelCommand command =
        KernelCommand.ofThisJava(TestKernel.classpath())
            .plus(List.of("-Dmaven.repo.local=" + directory.resolve("local")));
    kernel = KernelClient.start(command.argv(), directory, Map.of(), LONG);
    kernel.execute("%mavenRepo ours " + ours.url(), LONG);
  }

  @AfterAll
  static void stop() {
    kernel.close();
  }

  private static Execution run(String code) {
    return kernel.execute(code, LONG);
  }

  @Test
  void artifactOfAnAddedRepositoryIsThereBelow() {
    Execution execution =
        run(
            "%addMavenRepo again "
                + ours.url()
                + "\n%addMavenDependencies --from=again g:one:1\n"
                + READ.formatted("one")
                + " + ' ' + "
                + READ.formatted("two"));
    assertEquals("g:one:1 g:two:1", value(execution));
  }

  @Test
  void magicAsAStatementShowsNothing() {
    assertEquals(List.of(), run("%addMavenDependency --from ours g:two:1").outputs());
    assertEquals(List.of(), run("%classpath ours/g").outputs());
  }

  @Test
  void jarsAreGivenAsAList() {
    String code = "List<String> addedJars = %jars ours/g/t*/1/";
    assertEquals("2", value(run(code + "\naddedJars.size()")));
    assertTrue(value(run("addedJars")).contains("three-1.jar"));
    assertEquals(
        "1",
        value(
            run(
                "List<String> more = lineMagic(\"jars\", List.of(\"ours/g/one/1\"));\nmore.size()")));
  }

  @Test
  void pomFragmentOfAReadmeIsLoaded() {
    Execution execution =
        run(
            "%%loadFromPOM\n<repository>\n  <id>theirs</id>\n  <url>"
                + ours.url()
                + "</url>\n</repository>\n\n"
                + dependency("g:three:1", ""));
    assertEquals(List.of(), execution.outputs(), execution::toString);
    assertEquals("g:three:1", value(run(READ.formatted("three"))));
  }

  @Test
  void bomInACellGivesTheVersionsAndTheLocalRepositoryServesThemLater() throws IOException {
    ours.jar("g:five:2", "")
        .pom(
            "g:bom:1",
            "<packaging>pom</packaging><dependencyManagement><dependencies>"
                + dependency("g:five:2", "")
                + "</dependencies></dependencyManagement>");
    String pom =
        "<dependencyManagement><dependencies>"
            + dependency("g:bom:1", "<type>pom</type><scope>import</scope>")
            + "</dependencies></dependencyManagement>\n<dependencies>"
            + dependency("g:five", "")
            + "</dependencies>\n";
    String begin =
        "<project><modelVersion>4.0.0</modelVersion><groupId>g</groupId>"
            + "<artifactId>cell</artifactId><version>1</version>\n<repositories><repository><id>theirs</id><url>"
            + ours.url()
            + "</url></repository></repositories>\n";
    Execution first = run("%%loadFromPOM\n" + begin + pom + "</project>");
    assertEquals(List.of(), first.outputs(), first::toString);
    assertEquals("g:five:2", value(run(READ.formatted("five"))));
    // Now it is in the local repository, and nobody else is asked.
    assertEquals(List.of(), run("%maven --offline g:five:2").outputs());
  }

  @Test
  void pomFileIsLoadedWithTheScopesNamed() throws IOException {
    new TestRepository(directory.resolve("poms"))
        .pom(
            "g:mine:1",
            "<dependencies>" + dependency("g:four:1", "<scope>test</scope>") + "</dependencies>");
    String pom = "poms/g/mine/1/mine-1.pom";
    assertTrue(traceback(run("%loadFromPOM " + pom)).get(0).contains("no dependency of scope"));
    assertEquals(
        "g:four:1", value(run("%loadFromPOM " + pom + " test -v\n" + READ.formatted("four"))));
  }

  @Test
  void evaluatedCodeMayHaveMagics() throws IOException {
    Files.writeString(directory.resolve("lib.jsh"), "int fromFile = 5;");
    assertEquals("8", value(run("(int) eval(\"%load lib\\nfromFile\") + 3")));
  }

  @Test
  void missingArtifactTellsWhereItWasSought() {
    List<String> lines = traceback(run("%maven --offline g:absent:1"));
    assertEquals("MagicError: %maven: cannot find the POM of g:absent:1", lines.get(0));
    assertTrue(lines.get(1).contains(directory.resolve("local").toString()), lines::toString);
  }
}
