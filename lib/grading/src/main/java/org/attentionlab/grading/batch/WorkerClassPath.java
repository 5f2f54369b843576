package org.attentionlab.grading.batch;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.attentionlab.display.HtmlView;
import org.attentionlab.grading.Exercise;
import org.attentionlab.grading.GradingException;
import org.attentionlab.grading.HiddenChecks;
import org.attentionlab.tensor.Tensor;

/**
 * The class path of a worker: the library, this module and the contracts, each by name, and never
 * "all but the secrets".
 */
public final class WorkerClassPath {

  private static final String SERVICE = "META-INF/services/" + HiddenChecks.class.getName();

  private WorkerClassPath() {}

  /**
   * The places from which the library, this module and the contracts were loaded.
   *
   * @throws GradingException when one of them also holds hidden tests
   */
  public static List<Path> of(Collection<? extends Class<?>> contracts) {
    List<Class<?>> classes = new ArrayList<>(List.of(Tensor.class, HtmlView.class, Exercise.class));
    classes.addAll(contracts);
    Set<Path> places = new LinkedHashSet<>();
    for (Class<?> type : classes) {
      Path place = place(type);
      if (holdsHiddenTests(place)) {
        throw new GradingException(
            "grade: "
                + place
                + " holds hidden tests and "
                + type.getSimpleName()
                + "; the student's code would read them");
      }
      places.add(place);
    }
    return List.copyOf(places);
  }

  private static Path place(Class<?> type) {
    URL place = type.getProtectionDomain().getCodeSource().getLocation();
    try {
      return Path.of(place.toURI());
    } catch (URISyntaxException odd) {
      throw new GradingException("grade: " + place + " is no place for a class path", odd);
    }
  }

  private static boolean holdsHiddenTests(Path place) {
    if (Files.isDirectory(place)) {
      return Files.exists(place.resolve(SERVICE));
    }
    try (FileSystem jar = FileSystems.newFileSystem(place)) {
      return Files.exists(jar.getPath(SERVICE));
    } catch (IOException unreadable) {
      throw new GradingException("grade: " + place + " cannot be read", unreadable);
    }
  }
}
