package org.attentionlab.notebook;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads a file of text, or says what is wrong with it. */
final class TextFile {

  private TextFile() {}

  static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (NoSuchFileException e) {
      throw new NotebookException(file + ": there is no such file", e);
    } catch (MalformedInputException e) {
      throw new NotebookException(file + ": not UTF-8; save it again as UTF-8", e);
    } catch (IOException e) {
      throw new NotebookException(file + ": cannot be read: " + e.getMessage(), e);
    }
  }
}
