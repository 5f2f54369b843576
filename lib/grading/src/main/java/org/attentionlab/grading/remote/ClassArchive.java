package org.attentionlab.grading.remote;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.attentionlab.grading.protocol.Payload;
import org.attentionlab.grading.protocol.Request;
import org.attentionlab.grading.protocol.Source;
import org.attentionlab.grading.protocol.Source.CodeCell;
import org.attentionlab.grading.protocol.ValueCodec;
import org.attentionlab.grading.protocol.Wanted;
import org.attentionlab.grading.worker.Training;
import org.attentionlab.tensor.Tensor;

/**
 * Classes of the compiler, the shell and the library as a JVM lays them out in memory (class data
 * sharing): a worker that maps them does not parse and check them again, which is a good part of
 * its time.
 *
 * <p>A plain worker makes the archive from the grader's own code, before any submission; students'
 * workers can only read it. A JVM that it does not fit goes without it.
 */
public final class ClassArchive implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int HEAP_MEGABYTES = 256;

  private static final String ANSWER =
      "Training training = x -> x.matmul(x.transpose()).add(1).sum(-1, true).exp().softmax(-1);";

  private static final Source NOTEBOOK =
      new Source.Cells(
          List.of(
              new CodeCell(
                  1,
                  false,
                  """
                  import org.attentionlab.grading.worker.Training;
                  import org.attentionlab.tensor.Tensor;
                  """),
              new CodeCell(2, false, "Tensor twice(Tensor x) { return x.mul(2); }"),
              new CodeCell(3, false, "record Pair(int first, int second) {}"),
              new CodeCell(4, true, "int wrong = \"a text\";"),
              new CodeCell(5, true, ANSWER)));

  private static final Source JAVA =
      new Source.JavaFile(
          """
          import java.util.ArrayList;
          import java.util.List;
          import org.attentionlab.grading.worker.Training;
          import org.attentionlab.tensor.Tensor;

          public class Trial {
            record Pair(int first, int second) {}

            private static Tensor sum(Tensor... all) {
              List<Tensor> list = new ArrayList<>(List.of(all));
              return Tensor.stack(0, list).sum(0);
            }

            public final %s
          }
          """
              .formatted(ANSWER));

  private final Optional<Path> folder;

  private ClassArchive(Optional<Path> folder) {
    this.folder = folder;
  }

  /** No archive: workers start as ever. */
  public static ClassArchive none() {
    return new ClassArchive(Optional.empty());
  }

  /**
   * Makes an archive. There is {@linkplain #none none} where the class path holds folders, which a
   * JVM does not archive, or where the JVM fails to make one; that only costs time.
   */
  public static ClassArchive make(Path java, List<Path> classPath) {
    if (!classPath.stream().allMatch(Files::isRegularFile)) {
      return none();
    }
    try {
      Path folder = Files.createTempDirectory(Leftovers.prefix("classes"));
      record(java, classPath, file(folder));
      return new ClassArchive(Optional.of(folder));
    } catch (IOException | WorkerGone failed) {
      // What was written of it is swept by the next grader.
      return none();
    }
  }

  /** Starts workers from the archive, as they would be without it. */
  public WorkerLauncher launcher(WorkerLauncher launcher) {
    return folder
        .map(ClassArchive::file)
        .filter(Files::isRegularFile)
        .<WorkerLauncher>map(file -> new ArchivedLauncher(launcher, file))
        .orElse(launcher);
  }

  private static Path file(Path folder) {
    return folder.resolve("classes.jsa");
  }

  private static void record(Path java, List<Path> classPath, Path file)
      throws IOException, WorkerGone {
    WorkerLauncher recording = new PlainWorkerLauncher("-XX:ArchiveClassesAtExit=" + file);
    Limits limits = new Limits(PATIENCE, PATIENCE, PATIENCE, HEAP_MEGABYTES);
    Wanted wanted = new Wanted(Training.class.getName(), "training");
    Payload arguments =
        ValueCodec.encodeAll(
            new Class<?>[] {Tensor.class},
            new Object[] {Tensor.of(new float[] {1, 2, 3, 4}, 2, 2)});
    TimeAccount account = new TimeAccount(PATIENCE, limits.patience());
    try (Worker worker = Worker.start(recording, java, classPath, limits)) {
      for (Source source : List.of(NOTEBOOK, JAVA)) {
        worker.ask(new Request.Load(source, List.of(wanted)), PATIENCE, account);
        worker.ask(new Request.Call(wanted.contract(), arguments), PATIENCE, account);
      }
      worker.finish(PATIENCE);
    }
  }

  @Override
  public void close() {
    if (folder.isEmpty()) {
      return;
    }
    try {
      Leftovers.delete(folder.get());
    } catch (IOException | UncheckedIOException held) {
      // The next grader sweeps it.
    }
  }
}
