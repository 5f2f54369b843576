package org.attentionlab.kernel.magic.maven;

import java.util.ArrayList;
import java.util.List;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.Parent;
import org.apache.maven.model.Repository;
import org.apache.maven.model.building.FileModelSource;
import org.apache.maven.model.building.ModelSource;
import org.apache.maven.model.resolution.ModelResolver;
import org.apache.maven.model.resolution.UnresolvableModelException;
import org.apache.maven.repository.internal.ArtifactDescriptorUtils;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;

/** Finds the parents and the BOMs that a POM mentions. */
@SuppressWarnings("deprecation") // the interface itself names the deprecated ModelSource
final class PomResolver implements ModelResolver {
  private final RepositorySystem system;
  private final RepositorySystemSession session;
  private final List<RemoteRepository> repositories;

  PomResolver(
      RepositorySystem system,
      RepositorySystemSession session,
      List<RemoteRepository> repositories) {
    this.system = system;
    this.session = session;
    this.repositories = new ArrayList<>(repositories);
  }

  @Override
  public ModelSource resolveModel(String groupId, String artifactId, String version)
      throws UnresolvableModelException {
    Artifact pom = new DefaultArtifact(groupId, artifactId, "pom", version);
    try {
      ArtifactRequest request =
          new ArtifactRequest(
              pom, system.newResolutionRepositories(session, List.copyOf(repositories)), null);
      return new FileModelSource(system.resolveArtifact(session, request).getArtifact().getFile());
    } catch (ArtifactResolutionException e) {
      throw new UnresolvableModelException(
          NotFound.describe(e, repositories, session), groupId, artifactId, version, e);
    }
  }

  @Override
  public ModelSource resolveModel(Parent parent) throws UnresolvableModelException {
    return resolveModel(parent.getGroupId(), parent.getArtifactId(), parent.getVersion());
  }

  @Override
  public ModelSource resolveModel(Dependency bom) throws UnresolvableModelException {
    return resolveModel(bom.getGroupId(), bom.getArtifactId(), bom.getVersion());
  }

  @Override
  public void addRepository(Repository repository) {
    addRepository(repository, false);
  }

  @Override
  public void addRepository(Repository repository, boolean replace) {
    boolean known = repositories.stream().anyMatch(r -> r.getId().equals(repository.getId()));
    if (known && replace) {
      repositories.removeIf(r -> r.getId().equals(repository.getId()));
    }
    if (!known || replace) {
      repositories.add(ArtifactDescriptorUtils.toRemoteRepository(repository));
    }
  }

  @Override
  public ModelResolver newCopy() {
    return new PomResolver(system, session, repositories);
  }
}
