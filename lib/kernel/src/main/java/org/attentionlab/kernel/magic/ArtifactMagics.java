package org.attentionlab.kernel.magic;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.attentionlab.kernel.JavaKernel;
import org.attentionlab.kernel.magic.maven.MavenArtifacts;
import org.attentionlab.kernel.magic.maven.MavenException;
import org.dflib.jjava.jupyter.kernel.magic.MagicArgsParseException;
import org.dflib.jjava.jupyter.kernel.magic.MagicsArgs;

/** {@code %maven}, {@code %mavenRepo}, {@code %loadFromPOM} and {@code %%loadFromPOM}. */
final class ArtifactMagics {
  private static final MagicsArgs MAVEN =
      MagicsArgs.builder()
          .varargs("coordinates")
          .keyword("from")
          .flag("verbose", 'v', "yes")
          .flag("offline", 'o', "yes")
          .onlyKnownKeywords()
          .onlyKnownFlags()
          .build();
  private static final MagicsArgs REPOSITORY =
      MagicsArgs.builder()
          .required("id")
          .required("address")
          .onlyKnownKeywords()
          .onlyKnownFlags()
          .build();
  private static final MagicsArgs POM =
      MagicsArgs.builder()
          .required("file")
          .varargs("scopes")
          .flag("verbose", 'v', "yes")
          .onlyKnownKeywords()
          .onlyKnownFlags()
          .build();
  private static final MagicsArgs POM_CELL =
      MagicsArgs.builder()
          .varargs("scopes")
          .flag("verbose", 'v', "yes")
          .onlyKnownKeywords()
          .onlyKnownFlags()
          .build();

  private static final List<String> SCOPES =
      List.of("compile", "runtime", "system", "provided", "test", "import");
  private static final Set<String> DEFAULT_SCOPES = Set.copyOf(SCOPES.subList(0, 3));

  /** Made at the first use, because it takes long to load. */
  private Optional<MavenArtifacts> artifacts = Optional.empty();

  List<String> maven(JavaKernel kernel, List<String> arguments) {
    Map<String, List<String>> parsed = parse("%maven", MAVEN, arguments);
    List<String> coordinates = parsed.get("coordinates");
    if (coordinates.isEmpty()) {
      throw MagicErrors.usage("%maven", "which artifact?");
    }
    boolean offline = !parsed.get("offline").isEmpty();
    return add(
        kernel, "%maven", parsed, maven -> maven.resolve(coordinates, parsed.get("from"), offline));
  }

  Void repository(JavaKernel kernel, List<String> arguments) {
    Map<String, List<String>> parsed = parse("%mavenRepo", REPOSITORY, arguments);
    String address = parsed.get("address").get(0);
    if (!address.contains(":/")) {
      throw MagicErrors.usage("%mavenRepo", address + " is no address; https://... is one.");
    }
    artifacts().addRepository(parsed.get("id").get(0), address);
    return null;
  }

  List<String> pom(JavaKernel kernel, List<String> arguments) {
    Map<String, List<String>> parsed = parse("%loadFromPOM", POM, arguments);
    Path file = Path.of(parsed.get("file").get(0)).toAbsolutePath();
    if (!Files.isRegularFile(file)) {
      throw MagicErrors.usage("%loadFromPOM", "there is no file " + file);
    }
    Set<String> scopes = scopes("%loadFromPOM", parsed);
    return add(kernel, "%loadFromPOM", parsed, maven -> maven.ofPom(file, scopes));
  }

  /** Gives nothing: a cell magic is the whole cell, so nobody could take its value. */
  Void pomCell(JavaKernel kernel, List<String> arguments, String body) {
    Map<String, List<String>> parsed = parse("%%loadFromPOM", POM_CELL, arguments);
    Set<String> scopes = scopes("%%loadFromPOM", parsed);
    add(kernel, "%%loadFromPOM", parsed, maven -> maven.ofPomText(body, scopes));
    return null;
  }

  private static Set<String> scopes(String magic, Map<String, List<String>> parsed) {
    List<String> named = parsed.get("scopes");
    named.stream()
        .filter(scope -> !SCOPES.contains(scope))
        .findFirst()
        .ifPresent(
            scope -> {
              throw MagicErrors.usage(
                  magic, "there is no scope " + scope + "; " + String.join(", ", SCOPES) + " are.");
            });
    return named.isEmpty() ? DEFAULT_SCOPES : new LinkedHashSet<>(named);
  }

  private List<String> add(
      JavaKernel kernel,
      String magic,
      Map<String, List<String>> parsed,
      Function<MavenArtifacts, List<String>> find) {
    List<String> jars;
    try {
      jars = find.apply(artifacts());
    } catch (MavenException e) {
      throw MagicErrors.of(magic, e.getMessage());
    }
    kernel.addToClasspath(jars);
    if (!parsed.get("verbose").isEmpty()) {
      jars.forEach(System.out::println);
    }
    return jars;
  }

  private MavenArtifacts artifacts() {
    if (artifacts.isEmpty()) {
      artifacts = Optional.of(new MavenArtifacts());
    }
    return artifacts.get();
  }

  /** A flag may be written as -v or --verbose. */
  private static Map<String, List<String>> parse(
      String magic, MagicsArgs schema, List<String> arguments) {
    List<String> normal =
        arguments.stream()
            .map(a -> a.equals("--verbose") ? "-v" : a.equals("--offline") ? "-o" : a)
            .toList();
    try {
      return schema.parse(normal);
    } catch (MagicArgsParseException e) {
      throw MagicErrors.usage(magic, String.valueOf(e.getMessage()));
    }
  }
}
