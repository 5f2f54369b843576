package org.attentionlab.lab;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Something that the course must show.
 *
 * @param section what it is about
 * @param id a number, or a letter for a statement that the course corrects
 * @param title the claim in short
 */
record Claim(String section, String id, String title) {

  /** All claims in the syllabus' order, read from {@code claims.txt}. */
  static List<Claim> all() {
    List<Claim> claims = new ArrayList<>();
    String section = "";
    try (InputStream in = Claim.class.getResourceAsStream("claims.txt");
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] parts = line.split(" ", 2);
        if (parts[0].equals("#")) {
          section = parts[1];
        } else {
          claims.add(new Claim(section, parts[0], parts[1]));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return claims;
  }
}
