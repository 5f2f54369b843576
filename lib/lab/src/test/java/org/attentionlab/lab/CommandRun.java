package org.attentionlab.lab;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import picocli.CommandLine;

/**
 * What a command said and how it ended.
 *
 * @param exitCode 0 where all went well
 * @param out what it printed
 * @param err what it complained about
 */
record CommandRun(int exitCode, String out, String err) {

  /** Runs a command on this clone of the course. */
  static CommandRun of(Object... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line = Lab.commandLine(thisClone());
    line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    String[] words = new String[args.length];
    for (int i = 0; i < args.length; i++) {
      words[i] = args[i].toString();
    }
    return new CommandRun(line.execute(words), out.toString(), err.toString());
  }

  static Project thisClone() {
    return new Project(Path.of("../..").toAbsolutePath().normalize());
  }
}
