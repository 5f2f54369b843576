package org.attentionlab.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClaimsPageTest {

  @TempDir Path folder;

  private ClaimsPage page(String claims, String cellOptions) throws IOException {
    Path source = Files.createDirectories(folder.resolve("notebooks/src")).resolve("05-try.md");
    Files.writeString(
        source,
        """
        ---
        jupyter:
          kernelspec:
            display_name: Java (Attention Lab)
            language: java
            name: attentionlab
          attentionlab:
            slug: 05-try
            title: Try
            claims: %s
        ---

        ```java id="tried" %s
        1 + 1
        ```
        """
            .formatted(claims, cellOptions));
    Project project = new Project(folder);
    return new ClaimsPage(project.lessons(), project);
  }

  @Test
  void everyClaimAndCorrectionOfTheSyllabusIsThere() {
    List<String> wanted =
        Stream.concat(
                IntStream.rangeClosed(1, 75).mapToObj(Integer::toString),
                IntStream.rangeClosed('a', 'm').mapToObj(Character::toString))
            .toList();
    assertEquals(wanted, Claim.all().stream().map(Claim::id).toList());
  }

  @Test
  void lessonsOfTheCourseShowWhatTheyPromise() {
    Project course = CommandRun.thisClone();
    assertEquals(List.of(), new ClaimsPage(course.lessons(), course).problems());
  }

  @Test
  void everyClaimAndCorrectionIsShownByACell() {
    Project course = CommandRun.thisClone();
    String page = new ClaimsPage(course.lessons(), course).markdown();
    assertEquals(List.of(), page.lines().filter(l -> l.contains("not yet covered")).toList());
    assertTrue(page.contains("Covered: 88 of 88."), page);
  }

  @Test
  void pageLeadsFromTheClaimToItsTests() {
    Project course = CommandRun.thisClone();
    String page = new ClaimsPage(course.lessons(), course).markdown();
    String line = page.lines().filter(text -> text.startsWith("| 45. ")).findFirst().orElseThrow();
    assertTrue(line.contains("(../notebooks/04-self-attention.ipynb): `fish-eats-cat`"), line);
    assertTrue(line.contains("[4.2 permutationProbe](../exercises/04-self-attention"), line);
    assertTrue(line.contains("[4.2.1 to 4.2.3]("), line);
  }

  @Test
  void promisedClaimWithoutACellIsAProblem() throws IOException {
    assertEquals(
        List.of("notebooks/src/05-try.md: no cell shows claim 19 of its front matter"),
        page("[18, 19]", "claims=\"18\"").problems());
  }

  @Test
  void claimThatIsNotPromisedIsAProblem() throws IOException {
    assertEquals(
        List.of(
            "notebooks/src/05-try.md: cell tried shows claim 20, which its front matter does not"
                + " list"),
        page("[18]", "claims=\"18,20\"").problems());
  }

  @Test
  void unknownClaimsAndCorrectionsAreProblems() throws IOException {
    assertEquals(
        List.of(
            "notebooks/src/05-try.md: cell tried names claim 76, which there is not",
            "notebooks/src/05-try.md: cell tried names claim z, which there is not"),
        page("[76]", "claims=\"76\" corrects=\"z\"").problems());
  }

  @Test
  void correctionIsShownAndTheRestIsNotYetCovered() throws IOException {
    String page = page("[18]", "claims=\"18\" corrects=\"b\"").markdown();
    assertTrue(page.contains("[lesson 05](../notebooks/05-try.ipynb): `tried` |"), page);
    assertTrue(page.contains("Covered: 2 of 88."), page);
    assertTrue(page.lines().anyMatch(line -> line.matches("\\| 1\\. .*\\| not yet covered .*")));
  }
}
