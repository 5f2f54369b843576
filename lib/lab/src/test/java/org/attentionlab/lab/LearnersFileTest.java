package org.attentionlab.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LearnersFileTest {

  @TempDir Path root;

  private Project project;
  private Path file;

  @BeforeEach
  void placeTheFile() {
    project = new Project(root);
    file = root.resolve("exercises/04-self-attention.ipynb");
  }

  private Path mine(int number) {
    return root.resolve("exercises/04-self-attention.mine-" + number + ".ipynb");
  }

  @Test
  void untouchedFileIsReplaced() throws IOException {
    LearnersFile.replace(file, "first", project);
    LearnersFile.replace(file, "second", project);
    assertEquals("second", Files.readString(file));
    assertFalse(Files.exists(mine(1)));
  }

  @Test
  void workIsKeptUnderAnotherName() throws IOException {
    LearnersFile.replace(file, "first", project);
    Files.writeString(file, "my answer");
    LearnersFile.replace(file, "second", project);
    assertEquals("second", Files.readString(file));
    assertEquals("my answer", Files.readString(mine(1)));
  }

  @Test
  void earlierWorkIsNotOverwritten() throws IOException {
    for (int round = 1; round <= 3; round++) {
      LearnersFile.replace(file, "generated " + round, project);
      Files.writeString(file, "my answer " + round);
    }
    LearnersFile.replace(file, "generated 4", project);
    assertEquals("my answer 1", Files.readString(mine(1)));
    assertEquals("my answer 2", Files.readString(mine(2)));
    assertEquals("my answer 3", Files.readString(mine(3)));
  }

  @Test
  void fileThatIsAsItShouldBeStays() throws IOException {
    LearnersFile.replace(file, "same", project);
    Files.delete(project.state().resolve("generated/exercises/04-self-attention.ipynb"));
    LearnersFile.replace(file, "same", project);
    assertFalse(Files.exists(mine(1)));
  }

  @Test
  void fileOfUnknownOriginCountsAsWork() throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "from a clone");
    LearnersFile.replace(file, "generated", project);
    assertEquals("from a clone", Files.readString(mine(1)));
  }
}
