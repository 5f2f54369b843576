package org.attentionlab.grading.attack;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * One line of the table {@code attacks.yaml}.
 *
 * @param name its name
 * @param kind call, file or notebook
 * @param expect what must come of it
 * @param tries what it tries
 * @param sandbox whether only a sandbox stands against it
 * @param code the hostile code
 */
record Attack(String name, String kind, String expect, String tries, boolean sandbox, String code) {

  /** The whole table. */
  static List<Attack> all() {
    try (InputStream table = Attack.class.getResourceAsStream("attacks.yaml")) {
      return JsonMapper.builder(new YAMLFactory())
          .build()
          .readValue(table, new TypeReference<List<Attack>>() {});
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
