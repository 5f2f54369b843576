package org.attentionlab.notebook;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.List;

/**
 * The YAML between the first two lines {@code ---} of a source.
 *
 * @param metadata of the notebook
 * @param length number of lines, with the two
 */
record FrontMatter(ObjectNode metadata, int length) {

  private static final YAMLMapper YAML =
      new YAMLMapper(
          YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build());

  private static final String MODEL =
      """

        begin the file with:
        ---
        jupyter:
          kernelspec:
            display_name: Java (Attention Lab)
            language: java
            name: attentionlab
        ---""";

  static FrontMatter of(List<String> lines, String name) {
    boolean begins = !lines.isEmpty() && lines.get(0).equals("---");
    int end = begins ? lines.subList(1, lines.size()).indexOf("---") + 1 : 0;
    if (end == 0) {
      throw new NotebookException(name + ": there is no front matter between lines ---;" + MODEL);
    }
    JsonNode root = yaml(String.join("\n", lines.subList(1, end)), name);
    ObjectNode metadata = JsonNodeFactory.instance.objectNode();
    if (!(block(root, "kernelspec") instanceof ObjectNode kernel) || !kernel.has("name")) {
      throw new NotebookException(
          name + ": the front matter names no kernel (kernelspec: name);" + MODEL);
    }
    metadata.set("kernelspec", kernel);
    metadata.set("language_info", java());
    if (block(root, "attentionlab") instanceof ObjectNode lesson) {
      metadata.set("attentionlab", lesson);
    }
    return new FrontMatter(metadata, end + 1);
  }

  /** A block under {@code jupyter}, where jupytext writes and reads it, or beside it. */
  private static JsonNode block(JsonNode root, String key) {
    JsonNode nested = root.path("jupyter").path(key);
    return nested.isMissingNode() ? root.path(key) : nested;
  }

  private static JsonNode yaml(String text, String name) {
    try {
      return YAML.readTree(text);
    } catch (JsonProcessingException e) {
      JsonLocation location = e.getLocation();
      // The line --- stands above the first one that YAML counts.
      String line = location == null ? "" : " in line " + (location.getLineNr() + 1);
      throw new NotebookException(
          name
              + ": the front matter is no YAML"
              + line
              + ": "
              + e.getOriginalMessage().lines().findFirst().orElse("")
              + "; check the indent and the quotes there",
          e);
    }
  }

  private static ObjectNode java() {
    ObjectNode language = JsonNodeFactory.instance.objectNode();
    language.put("codemirror_mode", "java");
    language.put("file_extension", ".jshell");
    language.put("mimetype", "text/x-java-source");
    language.put("name", "java");
    language.put("pygments_lexer", "java");
    return language;
  }
}
