package org.attentionlab.kernel.magic.maven;

import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import org.apache.maven.model.Model;
import org.apache.maven.model.building.DefaultModelBuilderFactory;
import org.apache.maven.model.building.DefaultModelBuildingRequest;
import org.apache.maven.model.building.ModelBuilder;
import org.apache.maven.model.building.ModelBuildingException;
import org.apache.maven.model.building.ModelBuildingRequest;
import org.apache.maven.model.building.ModelProblem;
import org.apache.maven.repository.internal.ArtifactDescriptorReaderDelegate;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.resolution.ArtifactDescriptorRequest;
import org.eclipse.aether.resolution.ArtifactDescriptorResult;

/**
 * Reads a POM as Maven does, with its parents, properties and imported BOMs.
 *
 * <p>Profiles of the POM and of its parents stay off, so that it means the same on every machine.
 */
final class PomReader {
  private final RepositorySystemSession session;
  private final ModelBuilder builder =
      new DefaultModelBuilderFactory()
          .newInstance()
          .setProfileSelector((profiles, context, problems) -> List.of());

  PomReader(RepositorySystemSession session) {
    this.session = session;
  }

  /**
   * What the POM asks for: dependencies, managed versions and repositories.
   *
   * @param pom its file, beside which a parent's relative path counts
   * @param resolver finds parents and BOMs
   * @throws MavenException if it is malformed or a parent or BOM is nowhere to be found
   */
  ArtifactDescriptorResult read(Path pom, PomResolver resolver) {
    DefaultModelBuildingRequest request = new DefaultModelBuildingRequest();
    request.setPomFile(pom.toFile());
    request.setModelResolver(resolver);
    request.setProcessPlugins(false);
    request.setTwoPhaseBuilding(false);
    request.setValidationLevel(ModelBuildingRequest.VALIDATION_LEVEL_MAVEN_2_0);
    Properties properties = new Properties();
    properties.putAll(session.getSystemProperties());
    request.setSystemProperties(properties);
    try {
      Model model = builder.build(request).getEffectiveModel();
      ArtifactDescriptorResult result =
          new ArtifactDescriptorResult(new ArtifactDescriptorRequest());
      new ArtifactDescriptorReaderDelegate().populateResult(session, result, model);
      return result;
    } catch (ModelBuildingException e) {
      throw new MavenException(
          "the POM cannot be used:\n"
              + e.getProblems().stream()
                  .filter(problem -> problem.getSeverity() != ModelProblem.Severity.WARNING)
                  .map(PomReader::line)
                  .collect(Collectors.joining("\n")),
          e);
    }
  }

  private static String line(ModelProblem problem) {
    String place = problem.getLineNumber() > 0 ? "line " + problem.getLineNumber() + ": " : "";
    return "  " + place + problem.getMessage();
  }
}
