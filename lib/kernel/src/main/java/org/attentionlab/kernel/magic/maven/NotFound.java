package org.attentionlab.kernel.magic.maven;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.transfer.ArtifactNotFoundException;

/** What the user is told when artifacts are nowhere to be found. */
final class NotFound {
  private NotFound() {}

  /**
   * Names the artifacts, where they were looked for and, where there was one, the network's fault.
   *
   * @param thrown by the resolver
   * @param repositories that were asked
   * @param session whose local repository was asked first
   */
  static String describe(
      Throwable thrown, List<RemoteRepository> repositories, RepositorySystemSession session) {
    Optional<ArtifactResolutionException> missing =
        causes(thrown)
            .filter(ArtifactResolutionException.class::isInstance)
            .map(ArtifactResolutionException.class::cast)
            .findFirst();
    String what =
        missing.map(e -> "cannot find " + artifacts(e)).orElseGet(() -> innermost(thrown));
    String fault = missing.flatMap(NotFound::fault).map(f -> "\n  " + f).orElse("");
    return what
        + "\n  Looked in the local repository "
        + session.getLocalRepository().getBasedir()
        + (session.isOffline() ? "; offline, so not" : " and")
        + " in "
        + repositories.stream()
            .map(r -> r.getId() + " (" + r.getUrl() + ")")
            .collect(Collectors.joining(", "))
        + "."
        + fault;
  }

  private static String artifacts(ArtifactResolutionException e) {
    List<String> names =
        e.getResults().stream()
            .filter(result -> !result.isResolved())
            .map(result -> named(result.getRequest().getArtifact()))
            .toList();
    return String.join(", ", names);
  }

  private static String named(Artifact artifact) {
    return artifact.getExtension().equals("pom")
        ? "the POM of "
            + artifact.getGroupId()
            + ":"
            + artifact.getArtifactId()
            + ":"
            + artifact.getVersion()
        : artifact.toString();
  }

  /** Why a repository could not be asked, where that is why. */
  private static Optional<String> fault(ArtifactResolutionException e) {
    return e.getResults().stream()
        .filter(result -> !result.isResolved())
        .map(ArtifactResult::getExceptions)
        .flatMap(List::stream)
        .filter(exception -> !(exception instanceof ArtifactNotFoundException))
        .map(NotFound::innermost)
        .findFirst();
  }

  private static Stream<Throwable> causes(Throwable thrown) {
    return Stream.iterate(thrown, t -> t != null, Throwable::getCause);
  }

  private static String innermost(Throwable thrown) {
    Throwable last = causes(thrown).reduce((outer, inner) -> inner).orElse(thrown);
    return last.getClass().getName().startsWith("java.net.")
        ? last.getClass().getSimpleName() + ": " + last.getMessage()
        : String.valueOf(last.getMessage());
  }
}
