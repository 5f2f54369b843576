package org.attentionlab.kernel.magic;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.repository.internal.MavenRepositorySystemUtils;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.repository.LocalRepository;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;
import org.eclipse.aether.supplier.RepositorySystemSupplier;
import org.eclipse.aether.util.artifact.JavaScopes;
import org.eclipse.aether.util.filter.DependencyFilterUtils;

/**
 * Finds artifacts as Maven does: first in the local repository, then in Maven Central.
 *
 * <p>The only class that touches the resolver, which takes long to load.
 */
final class MavenArtifacts {
  private static final RemoteRepository CENTRAL =
      new RemoteRepository.Builder("central", "default", "https://repo.maven.apache.org/maven2")
          .build();

  private final RepositorySystem system = new RepositorySystemSupplier().get();
  private final DefaultRepositorySystemSession session = MavenRepositorySystemUtils.newSession();

  /** A repository beside Maven Central. */
  record Repository(String id, String url) {}

  MavenArtifacts() {
    String local =
        System.getProperty(
            "maven.repo.local",
            Path.of(System.getProperty("user.home"), ".m2", "repository").toString());
    session.setSystemProperties(System.getProperties());
    session.setLocalRepositoryManager(
        system.newLocalRepositoryManager(session, new LocalRepository(local)));
  }

  /**
   * The jars of an artifact and of all that it needs to run.
   *
   * @param coordinate as in group:artifact:version or group:artifact:type:classifier:version
   * @throws org.attentionlab.kernel.session.CellFailure if the coordinate is malformed or something
   *     is nowhere to be found
   */
  List<String> resolve(String coordinate, List<Repository> extra) {
    Artifact artifact;
    try {
      artifact = new DefaultArtifact(coordinate);
    } catch (IllegalArgumentException e) {
      throw MagicErrors.usage(
          "maven",
          coordinate + " is not of the form group:artifact:version.",
          "org.apache.commons:commons-math3:3.6.1");
    }
    List<RemoteRepository> repositories = new ArrayList<>(List.of(CENTRAL));
    extra.stream()
        .map(r -> new RemoteRepository.Builder(r.id(), "default", r.url()).build())
        .forEach(repositories::add);
    CollectRequest collect =
        new CollectRequest(new Dependency(artifact, JavaScopes.RUNTIME), repositories);
    DependencyRequest request =
        new DependencyRequest(
            collect, DependencyFilterUtils.classpathFilter(JavaScopes.COMPILE, JavaScopes.RUNTIME));
    try {
      return system.resolveDependencies(session, request).getArtifactResults().stream()
          .map(ArtifactResult::getArtifact)
          .map(found -> found.getFile().getAbsolutePath())
          .toList();
    } catch (DependencyResolutionException e) {
      throw MagicErrors.of("maven", coordinate + ": " + innermost(e));
    }
  }

  private static String innermost(Throwable thrown) {
    return Stream.iterate(thrown, t -> t != null, Throwable::getCause)
        .reduce((outer, inner) -> inner)
        .map(Throwable::getMessage)
        .orElse("not found");
  }
}
