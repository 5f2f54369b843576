package org.attentionlab.kernel.magic.maven;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.maven.settings.Activation;
import org.apache.maven.settings.Profile;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.DefaultSettingsBuilderFactory;
import org.apache.maven.settings.building.DefaultSettingsBuildingRequest;
import org.apache.maven.settings.building.SettingsBuildingException;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.repository.Authentication;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.util.repository.AuthenticationBuilder;
import org.eclipse.aether.util.repository.DefaultAuthenticationSelector;
import org.eclipse.aether.util.repository.DefaultMirrorSelector;
import org.eclipse.aether.util.repository.DefaultProxySelector;

/**
 * What ~/.m2/settings.xml says: the local repository, mirrors, proxies, passwords in plain text,
 * repositories of the active profiles, and whether to stay offline.
 */
final class UserSettings {
  private final Settings settings;
  private final Path localRepository;

  private UserSettings(Settings settings, Path localRepository) {
    this.settings = settings;
    this.localRepository = localRepository;
  }

  /**
   * Reads the settings as Maven does.
   *
   * @param home the user's directory
   * @param environment MAVEN_HOME names the installation that may have settings too
   * @param properties maven.repo.local is stronger than any settings
   * @throws MavenException if a settings file is malformed
   */
  static UserSettings read(Path home, Map<String, String> environment, Properties properties) {
    Path m2 = home.resolve(".m2");
    DefaultSettingsBuildingRequest request = new DefaultSettingsBuildingRequest();
    request.setUserSettingsFile(m2.resolve("settings.xml").toFile());
    Optional.ofNullable(environment.get("MAVEN_HOME"))
        .map(maven -> Path.of(maven, "conf", "settings.xml").toFile())
        .filter(File::isFile)
        .ifPresent(request::setGlobalSettingsFile);
    request.setSystemProperties(properties);
    try {
      Settings settings =
          new DefaultSettingsBuilderFactory().newInstance().build(request).getEffectiveSettings();
      Path local =
          Optional.ofNullable(properties.getProperty("maven.repo.local"))
              .or(() -> Optional.ofNullable(settings.getLocalRepository()))
              .map(Path::of)
              .orElse(m2.resolve("repository"));
      return new UserSettings(settings, local);
    } catch (SettingsBuildingException e) {
      throw new MavenException("Maven's settings cannot be read: " + e.getMessage(), e);
    }
  }

  Path localRepository() {
    return localRepository;
  }

  boolean offline() {
    return settings.isOffline();
  }

  /** Tells a session of mirrors, proxies and passwords. */
  void configure(DefaultRepositorySystemSession session) {
    DefaultMirrorSelector mirrors = new DefaultMirrorSelector();
    settings
        .getMirrors()
        .forEach(
            m ->
                mirrors.add(
                    m.getId(),
                    m.getUrl(),
                    m.getLayout(),
                    false,
                    m.isBlocked(),
                    m.getMirrorOf(),
                    m.getMirrorOfLayouts()));
    session.setMirrorSelector(mirrors);
    DefaultProxySelector proxies = new DefaultProxySelector();
    settings.getProxies().stream()
        .filter(Proxy::isActive)
        .forEach(
            p ->
                proxies.add(
                    new org.eclipse.aether.repository.Proxy(
                        p.getProtocol(),
                        p.getHost(),
                        p.getPort(),
                        login(p.getUsername(), p.getPassword())),
                    p.getNonProxyHosts()));
    session.setProxySelector(proxies);
    DefaultAuthenticationSelector logins = new DefaultAuthenticationSelector();
    settings
        .getServers()
        .forEach(s -> logins.add(s.getId(), login(s.getUsername(), s.getPassword())));
    session.setAuthenticationSelector(logins);
  }

  private static Authentication login(String user, String password) {
    return new AuthenticationBuilder().addUsername(user).addPassword(password).build();
  }

  /** The repositories that active profiles add, before mirrors are applied. */
  List<RemoteRepository> repositories() {
    List<RemoteRepository> found = new ArrayList<>();
    for (Profile profile : settings.getProfiles()) {
      boolean byDefault =
          Optional.ofNullable(profile.getActivation())
              .map(Activation::isActiveByDefault)
              .orElse(false);
      if (byDefault || settings.getActiveProfiles().contains(profile.getId())) {
        profile
            .getRepositories()
            .forEach(
                r ->
                    found.add(
                        new RemoteRepository.Builder(r.getId(), r.getLayout(), r.getUrl())
                            .build()));
      }
    }
    return found;
  }
}
