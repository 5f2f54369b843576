package org.attentionlab.kernel.magic.maven;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.maven.repository.internal.MavenRepositorySystemUtils;
import org.eclipse.aether.ConfigurationProperties;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.repository.LocalRepository;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactDescriptorResult;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;
import org.eclipse.aether.supplier.RepositorySystemSupplier;
import org.eclipse.aether.util.artifact.JavaScopes;
import org.eclipse.aether.util.repository.SimpleArtifactDescriptorPolicy;

/**
 * Finds artifacts as Maven does, the local repository first.
 *
 * <p>What the local repository has whole, whoever put it there, is taken from it without a look at
 * the network. Only when something is missing, or a version is open (a range, a SNAPSHOT), the
 * remote repositories are asked.
 */
public final class MavenArtifacts {
  private static final RemoteRepository CENTRAL =
      new RemoteRepository.Builder("central", "default", "https://repo.maven.apache.org/maven2")
          .build();
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  /** Long enough for a slow network, short enough for a cell that somebody waits for. */
  private static final int CONNECT_MILLIS = 8_000;

  private static final int REQUEST_MILLIS = 60_000;

  private final RepositorySystem system = new RepositorySystemSupplier().get();
  private final UserSettings settings;
  private final Properties properties = new Properties();
  private final List<RemoteRepository> added = new ArrayList<>();

  /** By the settings of the user who runs this JVM. */
  public MavenArtifacts() {
    this(Path.of(System.getProperty("user.home")), System.getProperties());
  }

  /**
   * By somebody's settings.
   *
   * @param home the user's directory
   * @param systemProperties maven.repo.local, and what POMs may refer to
   */
  MavenArtifacts(Path home, Properties systemProperties) {
    properties.putAll(systemProperties);
    System.getenv().forEach((name, value) -> properties.setProperty("env." + name, value));
    settings = UserSettings.read(home, System.getenv(), properties);
  }

  /**
   * One more repository for all requests that follow.
   *
   * @param id a short name; one that is known already gets a new address
   * @param url its address
   */
  public void addRepository(String id, String url) {
    added.removeIf(repository -> repository.getId().equals(id));
    added.add(new RemoteRepository.Builder(id, "default", url).build());
  }

  /**
   * The jars of artifacts and of all that they need to run.
   *
   * @param coordinates as in {@link Coordinates}; versions that collide are settled as Maven does
   * @param from ids or addresses of the repositories to ask; empty for all that are known
   * @param offline true to look in the local repository alone
   * @return their paths
   * @throws MavenException if a coordinate is malformed or something is nowhere to be found
   */
  public List<String> resolve(List<String> coordinates, List<String> from, boolean offline) {
    List<Dependency> wanted =
        coordinates.stream()
            .map(Coordinates::parse)
            .map(artifact -> new Dependency(artifact, JavaScopes.RUNTIME))
            .toList();
    List<RemoteRepository> repositories = chosen(from);
    boolean open = wanted.stream().map(Dependency::getArtifact).anyMatch(Coordinates::isOpen);
    return localFirst(
        offline,
        open || !from.isEmpty(),
        session -> {
          CollectRequest collect = new CollectRequest();
          collect.setDependencies(wanted);
          return jars(session, collect, repositories);
        });
  }

  /**
   * The jars that a POM asks for, and all that they need to run.
   *
   * @param pom its file
   * @param scopes of the dependencies that count
   * @return their paths
   * @throws MavenException if it is malformed or something is nowhere to be found
   */
  public List<String> ofPom(Path pom, Set<String> scopes) {
    return localFirst(
        false,
        false,
        session -> {
          List<RemoteRepository> known = chosen(List.of());
          ArtifactDescriptorResult model =
              new PomReader(session).read(pom, new PomResolver(system, session, known));
          List<Dependency> wanted =
              model.getDependencies().stream()
                  .filter(dependency -> scopes.contains(scope(dependency)))
                  .toList();
          if (wanted.isEmpty()) {
            throw new MavenException(
                "the POM has no dependency of scope "
                    + String.join(", ", scopes)
                    + "; it has "
                    + model.getDependencies().size()
                    + " of other scopes");
          }
          CollectRequest collect = new CollectRequest();
          collect.setDependencies(wanted);
          collect.setManagedDependencies(model.getManagedDependencies());
          List<RemoteRepository> repositories = new ArrayList<>(known);
          model.getRepositories().stream()
              .filter(r -> known.stream().noneMatch(k -> k.getId().equals(r.getId())))
              .forEach(repositories::add);
          return jars(session, collect, repositories);
        });
  }

  /**
   * As {@link #ofPom}, for text.
   *
   * @param text a POM, or loose elements of one
   * @param scopes of the dependencies that count
   * @return their paths
   * @throws MavenException if it is malformed or something is nowhere to be found
   */
  public List<String> ofPomText(String text, Set<String> scopes) {
    String pom = PomFragment.complete(text);
    try {
      Path directory = Files.createTempDirectory("pom");
      try {
        // One level deeper, so that no stranger's ../pom.xml is taken for the parent.
        Path file = Files.createDirectory(directory.resolve("cell")).resolve("pom.xml");
        Files.writeString(file, pom);
        return ofPom(file, scopes);
      } finally {
        try (Stream<Path> all = Files.walk(directory)) {
          for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
            Files.delete(path);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String scope(Dependency dependency) {
    return dependency.getScope().isEmpty() ? JavaScopes.COMPILE : dependency.getScope();
  }

  private List<RemoteRepository> chosen(List<String> from) {
    List<RemoteRepository> known = new ArrayList<>(added);
    settings.repositories().forEach(known::add);
    known.add(CENTRAL);
    return from.isEmpty() ? known : from.stream().map(name -> named(name, known)).toList();
  }

  private static RemoteRepository named(String name, List<RemoteRepository> known) {
    Optional<RemoteRepository> found =
        known.stream().filter(r -> r.getId().equalsIgnoreCase(name)).findFirst();
    if (found.isEmpty() && !name.contains(":/")) {
      throw new MavenException(
          "there is no repository "
              + name
              + "; known are "
              + String.join(", ", known.stream().map(RemoteRepository::getId).toList())
              + ". An address would do too.");
    }
    return found.orElseGet(
        () ->
            new RemoteRepository.Builder(
                    "from-" + Integer.toHexString(name.hashCode()), "default", name)
                .build());
  }

  /** Work that needs artifacts. */
  private interface Task extends Function<RepositorySystemSession, List<String>> {}

  private List<String> localFirst(boolean offline, boolean askRemote, Task task) {
    boolean stayOffline = offline || settings.offline();
    if (stayOffline) {
      return task.apply(localSession());
    }
    if (!askRemote) {
      try {
        return task.apply(localSession());
      } catch (MavenException e) {
        // Then with the remote repositories, which also tells better what is wrong.
      }
    }
    DownloadProgress progress = new DownloadProgress(() -> System.out, PATIENCE);
    try {
      return task.apply(remoteSession(progress));
    } finally {
      progress.end();
    }
  }

  /** Sees files of the local repository whatever remote one they are from. */
  private RepositorySystemSession localSession() {
    DefaultRepositorySystemSession session = session("simple");
    session.setOffline(true);
    session.setConfigProperty("aether.offline.protocols", "file");
    // A missing POM would hide what it asks for.
    session.setArtifactDescriptorPolicy(new SimpleArtifactDescriptorPolicy(false, true));
    return session;
  }

  private RepositorySystemSession remoteSession(DownloadProgress progress) {
    DefaultRepositorySystemSession session = session("default");
    session.setTransferListener(progress);
    session.setConfigProperty(ConfigurationProperties.CONNECT_TIMEOUT, CONNECT_MILLIS);
    session.setConfigProperty(ConfigurationProperties.REQUEST_TIMEOUT, REQUEST_MILLIS);
    session.setConfigProperty(ConfigurationProperties.HTTP_RETRY_HANDLER_COUNT, 0);
    return session;
  }

  private DefaultRepositorySystemSession session(String localRepositoryType) {
    DefaultRepositorySystemSession session = MavenRepositorySystemUtils.newSession();
    session.setSystemProperties(properties);
    session.setLocalRepositoryManager(
        system.newLocalRepositoryManager(
            session,
            new LocalRepository(settings.localRepository().toFile(), localRepositoryType)));
    settings.configure(session);
    return session;
  }

  private List<String> jars(
      RepositorySystemSession session,
      CollectRequest collect,
      List<RemoteRepository> repositories) {
    List<RemoteRepository> asked = system.newResolutionRepositories(session, repositories);
    collect.setRepositories(asked);
    try {
      return system
          .resolveDependencies(session, new DependencyRequest(collect, null))
          .getArtifactResults()
          .stream()
          .map(ArtifactResult::getArtifact)
          .filter(artifact -> !artifact.getExtension().equals("pom"))
          .map(Artifact::getFile)
          .map(file -> file.getAbsolutePath())
          .toList();
    } catch (DependencyResolutionException e) {
      throw new MavenException(NotFound.describe(e, asked, session), e);
    }
  }
}
