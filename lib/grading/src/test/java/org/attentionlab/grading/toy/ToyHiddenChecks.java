package org.attentionlab.grading.toy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.attentionlab.grading.HiddenChecks;

/** The toy's checks as hidden tests of lesson 00. */
public final class ToyHiddenChecks implements HiddenChecks {

  @Override
  public String lesson() {
    return "00";
  }

  @Override
  public List<Class<?>> checks() {
    return List.of(TwiceChecks.class);
  }

  /** A place that offers them as a solutions jar does; the classes come from the test's own. */
  public static Path in(Path folder) throws IOException {
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    Files.writeString(
        services.resolve(HiddenChecks.class.getName()), ToyHiddenChecks.class.getName());
    return folder;
  }
}
