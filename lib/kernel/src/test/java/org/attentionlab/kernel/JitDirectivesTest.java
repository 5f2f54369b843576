package org.attentionlab.kernel;

import static org.attentionlab.kernel.TestKernel.LONG;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.attentionlab.kernel.client.KernelClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JitDirectivesTest {
  /** The directives in force, and what C2 has compiled, as the JDK's own tool tells them. */
  private static final String ASK =
      """
      var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
      var pid = Long.toString(ProcessHandle.current().pid());
      var told = new ProcessBuilder(jcmd, pid, "Compiler.directives_print").start();
      System.out.print(new String(told.getInputStream().readAllBytes()));
      """;

  @TempDir private Path directory;

  @Test
  void jvmTakesThem() throws IOException {
    Path file = directory.resolve("with a blank.directives");
    JitDirectives.write(file);
    assertTrue(directives(file).contains("com/sun/tools/javac"), "javac is not named");
  }

  @Test
  void kernelStartsWhereTheyAreGone() {
    Path gone = directory.resolve("gone");
    assertEquals(-1, directives(gone).indexOf("com/sun/tools/javac"));
  }

  private String directives(Path file) {
    List<String> argv =
        TestKernel.fullCommand().plus(List.of("-D" + JitDirectives.PROPERTY + "=" + file)).argv();
    try (KernelClient kernel = KernelClient.start(argv, directory, Map.of(), LONG)) {
      return kernel.execute(ASK, LONG).stream("stdout");
    }
  }
}
