package org.attentionlab.notebook;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The options of a cell in Markdown: {@code key=value} with JSON values, as jupytext writes them.
 *
 * @param id the option {@code id}, where there is one
 * @param metadata all others; {@code claims="32,34"} becomes numbers in {@code attentionlab},
 *     {@code corrects="h"} letters
 */
record CellOptions(Optional<String> id, ObjectNode metadata) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern KEY = Pattern.compile("\\s*(?<key>[A-Za-z0-9_.@/-]+)=");
  private static final Pattern CLAIMS = Pattern.compile("\\d{1,6}(\\s*,\\s*\\d{1,6})*");
  private static final Pattern LETTERS = Pattern.compile("[a-z](\\s*,\\s*[a-z])*");

  /**
   * Reads options.
   *
   * @param place file and line, for messages
   */
  static CellOptions parse(String text, String place) {
    ObjectNode metadata = JsonNodeFactory.instance.objectNode();
    String rest = text;
    while (!rest.isBlank()) {
      Matcher match = KEY.matcher(rest);
      if (!match.lookingAt()) {
        throw broken(place, rest);
      }
      String key = match.group("key");
      String after = rest.substring(match.end());
      int end = readValue(after, key, metadata, place);
      if (end < after.length() && !Character.isWhitespace(after.charAt(end))) {
        throw broken(place, after.substring(end));
      }
      rest = after.substring(end);
    }
    Optional<String> id = Optional.ofNullable(metadata.remove("id")).map(JsonNode::asText);
    nestClaims(metadata, place);
    nestCorrections(metadata, place);
    return new CellOptions(id, metadata);
  }

  /** Puts the value that a text begins with, and tells where it ends. */
  private static int readValue(String text, String key, ObjectNode metadata, String place) {
    try (JsonParser parser = JSON.createParser(text)) {
      JsonNode value = JSON.readTree(parser);
      if (value == null) {
        throw broken(place, key + "=");
      }
      if (metadata.has(key)) {
        throw new NotebookException(place + ": the option " + key + " is given twice; remove one");
      }
      metadata.set(key, value);
      int end = (int) parser.currentLocation().getCharOffset();
      // A number ends at the blank behind it, which the parser has taken too.
      return value.isNumber() && text.substring(0, end).endsWith(" ") ? end - 1 : end;
    } catch (IOException e) {
      throw broken(place, key + "=" + text);
    }
  }

  private static NotebookException broken(String place, String rest) {
    return new NotebookException(
        place
            + ": the options of a cell are key=value with JSON values, and this is not: "
            + rest.strip()
            + "\n  write them as in: id=\"mouse-scale\" tags=[\"hide-input\"]");
  }

  private static void nestClaims(ObjectNode metadata, String place) {
    JsonNode claims = metadata.remove("claims");
    if (claims == null) {
      return;
    }
    if (!claims.isTextual() || !CLAIMS.matcher(claims.asText().strip()).matches()) {
      throw new NotebookException(
          place + ": claims are numbers with commas, not " + claims + "; write claims=\"32,34\"");
    }
    ArrayNode numbers = JsonNodeFactory.instance.arrayNode();
    for (String number : claims.asText().split(",", -1)) {
      numbers.add(Integer.parseInt(number.strip()));
    }
    nested(metadata).set("claims", numbers);
  }

  private static void nestCorrections(ObjectNode metadata, String place) {
    JsonNode corrections = metadata.remove("corrects");
    if (corrections == null) {
      return;
    }
    if (!corrections.isTextual() || !LETTERS.matcher(corrections.asText().strip()).matches()) {
      throw new NotebookException(
          place
              + ": corrections are letters with commas, not "
              + corrections
              + "; write corrects=\"a,e\"");
    }
    ArrayNode letters = JsonNodeFactory.instance.arrayNode();
    for (String letter : corrections.asText().split(",", -1)) {
      letters.add(letter.strip());
    }
    nested(metadata).set("corrects", letters);
  }

  private static ObjectNode nested(ObjectNode metadata) {
    if (!(metadata.get("attentionlab") instanceof ObjectNode)) {
      metadata.putObject("attentionlab");
    }
    return (ObjectNode) metadata.get("attentionlab");
  }
}
