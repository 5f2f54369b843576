package org.attentionlab.kernel.magic.maven;

import static org.attentionlab.kernel.magic.maven.TestRepository.dependency;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MavenArtifactsTest {
  private static final Set<String> SCOPES = Set.of("compile", "runtime", "system");

  @TempDir private Path directory;

  private TestRepository remote;
  private MavenArtifacts maven;

  @BeforeEach
  void makeRepository() throws IOException {
    remote = new TestRepository(Files.createDirectory(directory.resolve("remote")));
    remote
        .jar("g:leaf:1", "")
        .jar("g:leaf:2", "")
        .jar("g:tool:1", "")
        .jar(
            "g:tree:1",
            "<dependencies>"
                + dependency("g:leaf:1", "")
                + dependency("g:tool:1", "<scope>runtime</scope>")
                + dependency("g:never:1", "<scope>test</scope>")
                + dependency("g:never:1", "<scope>provided</scope><type>zip</type>")
                + dependency("g:never:1", "<optional>true</optional><type>war</type>")
                + "</dependencies>");
    maven = artifacts();
  }

  /** Settings without anything, and an empty local repository. */
  private MavenArtifacts artifacts() throws IOException {
    // The mirror keeps tests from the network.
    Files.createDirectories(directory.resolve(".m2"));
    Files.writeString(
        directory.resolve(".m2").resolve("settings.xml"),
        "<settings><mirrors><mirror><id>ours</id><mirrorOf>central</mirrorOf><url>"
            + remote.url()
            + "</url></mirror></mirrors></settings>");
    return new MavenArtifacts(directory, new Properties());
  }

  private static List<String> names(List<String> jars) {
    return jars.stream().map(jar -> Path.of(jar).getFileName().toString()).sorted().toList();
  }

  private List<String> ofPom(String... elements) {
    return names(maven.ofPomText(String.join("\n", elements), SCOPES));
  }

  private static String message(Runnable task) {
    return assertThrows(MavenException.class, task::run).getMessage();
  }

  @Test
  void artifactComesWithAllThatItNeedsToRun() {
    List<String> jars = maven.resolve(List.of("g:tree:1"), List.of(), false);
    assertEquals(List.of("leaf-1.jar", "tool-1.jar", "tree-1.jar"), names(jars));
    assertTrue(jars.stream().allMatch(jar -> Files.isRegularFile(Path.of(jar))), jars::toString);
  }

  @Test
  void whatIsInTheLocalRepositoryNeedsNoRemoteOne() throws IOException {
    maven.resolve(List.of("g:tree:1"), List.of(), false);
    Files.move(directory.resolve("remote"), directory.resolve("gone"));
    assertEquals(3, artifacts().resolve(List.of("g:tree:1"), List.of(), false).size());
    assertEquals(3, artifacts().resolve(List.of("g:tree:1"), List.of(), true).size());
  }

  @Test
  void collidingVersionsOfOneRequestAreSettled() {
    assertEquals(
        List.of("leaf-2.jar", "tool-1.jar", "tree-1.jar"),
        names(maven.resolve(List.of("g:tree:1", "g:leaf:2"), List.of(), false)));
  }

  @Test
  void ivysFormAndTypesAreUnderstood() {
    assertEquals(
        List.of("leaf-1.jar"), names(maven.resolve(List.of("g#leaf;1"), List.of(), false)));
    assertEquals(
        List.of("leaf-2.jar"), names(maven.resolve(List.of("g:leaf:jar:2"), List.of(), false)));
  }

  @Test
  void missingArtifactIsNamedWithTheRepositories() {
    String message = message(() -> maven.resolve(List.of("g:absent:9"), List.of(), false));
    assertTrue(message.startsWith("cannot find g:absent:jar:9\n"), message);
    assertTrue(
        message.contains(directory.resolve(".m2").resolve("repository").toString()), message);
    assertTrue(message.contains("ours (" + remote.url() + ")"), message);
  }

  @Test
  void missingPartOfAnArtifactIsNamed() throws IOException {
    remote.jar("g:broken:1", "<dependencies>" + dependency("g:absent:3", "") + "</dependencies>");
    String message = message(() -> maven.resolve(List.of("g:broken:1"), List.of(), false));
    assertTrue(message.startsWith("cannot find g:absent:jar:3\n"), message);
  }

  @Test
  void offlineSaysThatNoRemoteRepositoryWasAsked() {
    String message = message(() -> maven.resolve(List.of("g:leaf:1"), List.of("far"), true));
    assertTrue(message.contains("there is no repository far; known are central"), message);
  }

  @Test
  void unreachableRepositoryIsToldWithItsFault() {
    String message =
        message(
            () -> maven.resolve(List.of("g:absent:1"), List.of("http://127.0.0.1:1/maven"), false));
    assertTrue(message.startsWith("cannot find the POM of g:absent:1\n"), message);
    assertTrue(message.contains("http://127.0.0.1:1/maven"), message);
    assertTrue(message.contains("Connection refused"), message);
  }

  @Test
  void offlineRefusesTheNetworkAtOnce() {
    String message =
        message(
            () -> maven.resolve(List.of("g:absent:1"), List.of("http://127.0.0.1:1/maven"), true));
    assertTrue(message.contains("offline, so not in"), message);
    assertFalse(message.contains("Connection refused"), message);
  }

  @Test
  void malformedCoordinateIsToldWithTheForm() {
    assertTrue(
        message(() -> maven.resolve(List.of("leaf"), List.of(), false))
            .contains("leaf is not of the form group:artifact:version"));
  }

  @Test
  void addedRepositoryIsAsked() throws IOException {
    TestRepository second =
        new TestRepository(Files.createDirectory(directory.resolve("second"))).jar("h:own:1", "");
    assertTrue(
        message(() -> maven.resolve(List.of("h:own:1"), List.of(), false))
            .contains("cannot find h:own"));
    maven.addRepository("second", second.url());
    assertEquals(1, maven.resolve(List.of("h:own:1"), List.of("second"), false).size());
    assertEquals(1, maven.resolve(List.of("h:own:1"), List.of(), false).size());
  }

  @Test
  void settingsNameTheLocalRepositoryAndPropertiesAreStronger() throws IOException {
    Path settings = directory.resolve(".m2").resolve("settings.xml");
    Path own = directory.resolve("own");
    Files.writeString(
        settings,
        Files.readString(settings)
            .replace("<mirrors>", "<localRepository>" + own + "</localRepository><mirrors>"));
    MavenArtifacts bySettings = new MavenArtifacts(directory, new Properties());
    assertTrue(
        bySettings
            .resolve(List.of("g:leaf:1"), List.of(), false)
            .get(0)
            .startsWith(own.toString()));
    Properties properties = new Properties();
    Path other = directory.resolve("other");
    properties.setProperty("maven.repo.local", other.toString());
    assertTrue(
        new MavenArtifacts(directory, properties)
            .resolve(List.of("g:leaf:1"), List.of(), false)
            .get(0)
            .startsWith(other.toString()));
  }

  @Test
  void repositoryOfAnActiveProfileInTheSettingsIsAsked() throws IOException {
    TestRepository second =
        new TestRepository(Files.createDirectory(directory.resolve("second"))).jar("h:own:1", "");
    Path settings = directory.resolve(".m2").resolve("settings.xml");
    Files.writeString(
        settings,
        Files.readString(settings)
            .replace(
                "</settings>",
                "<profiles><profile><id>work</id><repositories><repository><id>work</id><url>"
                    + second.url()
                    + "</url></repository></repositories></profile></profiles>"
                    + "<activeProfiles><activeProfile>work</activeProfile></activeProfiles>"
                    + "</settings>"));
    MavenArtifacts artifacts = new MavenArtifacts(directory, new Properties());
    assertEquals(1, artifacts.resolve(List.of("h:own:1"), List.of(), false).size());
  }

  @Test
  void looseDependenciesMakeAPom() {
    assertEquals(
        List.of("leaf-1.jar", "tool-1.jar"),
        ofPom(dependency("g:leaf:1", ""), "<!-- and -->", dependency("g:tool:1", "")));
  }

  @Test
  void fragmentMayHaveARepositoryAndAHeader() throws IOException {
    TestRepository second =
        new TestRepository(Files.createDirectory(directory.resolve("second"))).jar("h:own:1", "");
    assertEquals(
        List.of("leaf-1.jar", "own-1.jar"),
        ofPom(
            "<?xml version=\"1.0\"?>",
            "<repository><id>second</id><url>" + second.url() + "</url></repository>",
            "<dependencies>" + dependency("h:own:1", "") + "</dependencies>",
            dependency("g:leaf:1", "")));
  }

  @Test
  void bomGivesTheVersionsAndPropertiesAreFilledIn() throws IOException {
    remote.pom(
        "g:bom:1",
        "<packaging>pom</packaging><properties><leaf>2</leaf></properties>"
            + "<dependencyManagement><dependencies>"
            + dependency("g:leaf:${leaf}", "")
            + "</dependencies></dependencyManagement>");
    String managed =
        "<properties><bom>1</bom></properties><dependencyManagement><dependencies>"
            + dependency("g:bom:${bom}", "<type>pom</type><scope>import</scope>")
            + "</dependencies></dependencyManagement>";
    assertEquals(List.of("leaf-2.jar"), ofPom(managed, dependency("g:leaf", "")));
    // A managed version counts for what dependencies need, too.
    assertEquals(
        List.of("leaf-2.jar", "tool-1.jar", "tree-1.jar"),
        ofPom(managed, dependency("g:tree:1", "")));
  }

  @Test
  void exclusionsCount() {
    assertEquals(
        List.of("tool-1.jar", "tree-1.jar"),
        ofPom(
            dependency(
                "g:tree:1",
                "<exclusions><exclusion><groupId>g</groupId><artifactId>leaf</artifactId>"
                    + "</exclusion></exclusions>")));
  }

  @Test
  void parentsOfARepositoryAndOfADirectoryCount() throws IOException {
    remote.pom(
        "g:parent:1",
        "<packaging>pom</packaging><dependencies>"
            + dependency("g:tool:1", "")
            + "</dependencies>");
    String parent =
        "<parent><groupId>g</groupId><artifactId>%s</artifactId><version>1</version></parent>";
    assertEquals(
        List.of("leaf-1.jar", "tool-1.jar"),
        ofPom(
            "<project><modelVersion>4.0.0</modelVersion>"
                + parent.formatted("parent")
                + "<artifactId>child</artifactId><dependencies>"
                + dependency("g:leaf:1", "")
                + "</dependencies></project>"));

    Path module = Files.createDirectories(directory.resolve("top").resolve("module"));
    Files.writeString(
        module.resolveSibling("pom.xml"),
        "<project><modelVersion>4.0.0</modelVersion><groupId>g</groupId>"
            + "<artifactId>near</artifactId><version>1</version><packaging>pom</packaging>"
            + "<properties><v>2</v></properties></project>");
    Path pom =
        Files.writeString(
            module.resolve("pom.xml"),
            "<project><modelVersion>4.0.0</modelVersion>"
                + parent.formatted("near")
                + "<artifactId>child</artifactId><dependencies>"
                + dependency("g:leaf:${v}", "")
                + "</dependencies></project>");
    assertEquals(List.of("leaf-2.jar"), names(maven.ofPom(pom, SCOPES)));
  }

  @Test
  void profilesStayOff() {
    assertEquals(
        List.of("leaf-1.jar"),
        ofPom(
            dependency("g:leaf:1", ""),
            "<profiles><profile><id>p</id><activation><activeByDefault>true</activeByDefault>"
                + "</activation><dependencies>"
                + dependency("g:tool:1", "")
                + "</dependencies></profile></profiles>"));
  }

  @Test
  void onlyTheScopesAskedForCount() {
    String pom =
        dependency("g:leaf:1", "<scope>test</scope>")
            + dependency("g:tool:1", "<scope>provided</scope>")
            + dependency("g:tree:1", "<scope>runtime</scope>");
    assertEquals(
        List.of("leaf-1.jar", "tool-1.jar", "tree-1.jar"),
        names(maven.ofPomText(pom, SCOPES)),
        "what a dependency needs counts, whatever the POM says of it elsewhere");
    assertEquals(List.of("leaf-1.jar"), names(maven.ofPomText(pom, Set.of("test"))));
    assertTrue(
        message(() -> maven.ofPomText(dependency("g:leaf:1", "<scope>test</scope>"), SCOPES))
            .contains("no dependency of scope"));
  }

  @Test
  void wrongPomIsToldInTheUsersTerms() {
    assertTrue(message(() -> ofPom("implementation 'g:leaf:1'")).contains("no XML element"));
    assertTrue(message(() -> ofPom("<dependency>", "<oops")).contains("well-formed"));
    String noVersion = message(() -> ofPom(dependency("g:leaf", "")));
    assertTrue(noVersion.contains("version"), noVersion);
    assertTrue(noVersion.contains("g:leaf"), noVersion);
    String unknown = message(() -> ofPom("<dependancy/>", dependency("g:leaf:1", "")));
    assertTrue(unknown.contains("dependancy"), unknown);
    String noParent =
        message(
            () ->
                ofPom(
                    "<parent><groupId>g</groupId><artifactId>lost</artifactId>"
                        + "<version>1</version></parent>",
                    dependency("g:leaf:1", "")));
    assertTrue(noParent.contains("the POM of g:lost:1"), noParent);
  }
}
