package org.attentionlab.grading.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.attentionlab.grading.GradingException;
import org.attentionlab.grading.files.AtomicFile;
import org.attentionlab.grading.gradebook.StudentResult;
import org.attentionlab.grading.intake.Submission;

/**
 * Results that are kept between runs, one file for each submission, written whole or not at all.
 *
 * <p>A result counts as long as its key is the same: a hash over the submission's files, the tests,
 * the library, the limits and the JVM. So a batch that was killed goes on where it was, and a
 * changed submission is graded again, alone.
 */
final class ResultStore {

  private final Path folder;
  private final List<Path> places = new ArrayList<>();
  private final String basis;

  /**
   * Opens a store.
   *
   * @param folder where results are kept
   * @param others folders of other runs, such as the shards of this batch
   * @param basis hash over all that is the same for every submission
   */
  ResultStore(Path folder, List<Path> others, String basis) {
    this.folder = folder;
    this.basis = basis;
    places.add(folder);
    places.addAll(others);
  }

  String key(Submission submission, List<LoadedFile> files) {
    Fingerprint fingerprint = new Fingerprint().add(basis);
    fingerprint.add(submission.student().name()).add(submission.problem());
    for (LoadedFile file : files) {
      fingerprint.add(file.file().path()).add(file.problem()).add(file.bytes());
    }
    return fingerprint.hex();
  }

  Optional<StudentResult> load(Submission submission, String key) {
    for (Path place : places) {
      Path file = place.resolve(name(submission));
      if (Files.isRegularFile(file)) {
        try {
          JsonNode kept = ResultJson.JSON.readTree(Files.readAllBytes(file));
          if (kept.path("key").asText().equals(key)) {
            return Optional.of(ResultJson.read(kept.path("result")));
          }
        } catch (IOException | IllegalArgumentException unreadable) {
          // A file that somebody else spoilt is as good as none: the submission is graded again.
        }
      }
    }
    return Optional.empty();
  }

  void save(Submission submission, String key, StudentResult result) {
    ObjectNode kept = ResultJson.JSON.createObjectNode();
    kept.put("key", key);
    kept.put("attempt", submission.attempt());
    kept.set("result", ResultJson.write(result));
    try {
      AtomicFile.write(
          folder.resolve(name(submission)),
          ResultJson.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(kept) + "\n");
    } catch (IOException failed) {
      throw new GradingException(
          "grade: cannot write to " + folder + ": " + failed.getMessage(), failed);
    }
  }

  /** No student's name is fit for every file system; its hash is. */
  static String name(Submission submission) {
    return new Fingerprint()
            .add(submission.student().name())
            .add(Integer.toString(submission.attempt()))
            .hex()
            .substring(0, 24)
        + ".json";
  }
}
