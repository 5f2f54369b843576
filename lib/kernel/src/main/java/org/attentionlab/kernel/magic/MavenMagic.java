package org.attentionlab.kernel.magic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.attentionlab.kernel.JavaKernel;
import org.dflib.jjava.jupyter.kernel.magic.LineMagic;

/** {@code %maven group:artifact:version...}: an artifact and what it needs, from Maven Central. */
final class MavenMagic implements LineMagic<Void, JavaKernel> {
  private final List<MavenArtifacts.Repository> extra = new ArrayList<>();
  private Optional<MavenArtifacts> artifacts = Optional.empty();

  @Override
  public Void eval(JavaKernel kernel, List<String> coordinates) {
    if (coordinates.isEmpty()) {
      throw MagicErrors.usage("maven", "which artifact?", "org.apache.commons:commons-math3:3.6.1");
    }
    if (artifacts.isEmpty()) {
      artifacts = Optional.of(new MavenArtifacts());
    }
    for (String coordinate : coordinates) {
      List<String> jars = artifacts.get().resolve(coordinate, extra);
      kernel.addToClasspath(jars);
    }
    return null;
  }

  /** {@code %mavenRepo ID URL}: one more repository to look in. */
  LineMagic<Void, JavaKernel> repositories() {
    return (kernel, arguments) -> {
      if (arguments.size() != 2) {
        throw MagicErrors.usage(
            "mavenRepo", "takes an id and an address.", "ours https://repo.example/maven");
      }
      extra.add(new MavenArtifacts.Repository(arguments.get(0), arguments.get(1)));
      return null;
    };
  }
}
