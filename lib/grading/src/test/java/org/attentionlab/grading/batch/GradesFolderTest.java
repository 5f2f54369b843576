package org.attentionlab.grading.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GradesFolderTest {

  @TempDir Path folder;

  @Test
  void draftsOfAKilledGraderAreRemovedWhereverItWasKilled() throws IOException {
    for (String place : List.of("", "results", "feedback", "gradescope", "classroom")) {
      Path written = Files.createDirectories(folder.resolve(place));
      Files.createTempFile(written, ".draft", ".tmp");
      Files.createFile(written.resolve("whole"));
    }
    GradesFolder.open(folder).close();
    try (Stream<Path> files = Files.walk(folder)) {
      List<String> left =
          files
              .filter(Files::isRegularFile)
              .map(file -> file.getFileName().toString())
              .filter(name -> !name.equals("whole"))
              .toList();
      assertEquals(List.of(".lock"), left);
    }
  }
}
