package org.attentionlab.kernel.protocol;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;

/**
 * Completes the content of a request: what may be left out gets the protocol's default, which is
 * seldom Java's; what must be there is asked for; a cursor is put inside the code.
 */
final class RequestContent {
  private final String type;
  private final JsonObject content;

  private RequestContent(String type, JsonObject content) {
    this.type = type;
    this.content = content;
  }

  /**
   * Completes in place.
   *
   * @param type of the request; one that is not known is left as it is
   * @throws IllegalArgumentException if something needed is missing or of the wrong kind
   */
  static void complete(String type, JsonObject content) {
    for (String name : List.copyOf(content.keySet())) {
      if (content.get(name).isJsonNull()) {
        content.remove(name);
      }
    }
    new RequestContent(type, content).complete();
  }

  private void complete() {
    switch (type) {
      case "execute_request" -> execute();
      case "inspect_request", "complete_request" -> {
        cursor(text("code"));
        optional("detail_level", new JsonPrimitive(0));
      }
      case "is_complete_request" -> text("code");
      case "history_request" -> history();
      case "comm_open" -> {
        text("comm_id");
        text("target_name");
        data();
      }
      case "comm_msg", "comm_close" -> {
        text("comm_id");
        data();
      }
      case "shutdown_request" -> flag("restart", false);
      default -> {
        // Nothing that could be missing.
      }
    }
  }

  private void execute() {
    text("code");
    boolean silent = flag("silent", false);
    flag("store_history", !silent);
    flag("allow_stdin", true);
    flag("stop_on_error", true);
    optional("user_expressions", new JsonObject());
  }

  private void history() {
    String access = text("hist_access_type");
    if (!List.of("range", "tail", "search").contains(access)) {
      throw wrong("hist_access_type is " + access + "; it must be range, tail or search");
    }
    flag("raw", true);
    flag("output", false);
    flag("unique", false);
    optional("pattern", new JsonPrimitive("*"));
    optional("stop", new JsonPrimitive(Integer.MAX_VALUE));
  }

  /** Counted in code points; at the end of the code where it is missing. */
  private void cursor(String code) {
    int end = code.codePointCount(0, code.length());
    JsonElement given = content.get("cursor_pos");
    int cursor = end;
    if (given != null) {
      if (!(given instanceof JsonPrimitive number && number.isNumber())) {
        throw wrong("cursor_pos must be a number");
      }
      cursor = (int) Math.max(0, Math.min(end, number.getAsDouble()));
    }
    content.addProperty("cursor_pos", cursor);
  }

  private void data() {
    optional("data", new JsonObject());
    if (!content.get("data").isJsonObject()) {
      throw wrong("data must be an object");
    }
  }

  private String text(String name) {
    if (content.get(name) instanceof JsonPrimitive value && value.isString()) {
      return value.getAsString();
    }
    throw wrong(name + (content.has(name) ? " must be a string" : " is missing"));
  }

  private boolean flag(String name, boolean otherwise) {
    optional(name, new JsonPrimitive(otherwise));
    if (content.get(name) instanceof JsonPrimitive value && value.isBoolean()) {
      return value.getAsBoolean();
    }
    throw wrong(name + " must be true or false");
  }

  private void optional(String name, JsonElement otherwise) {
    if (!content.has(name)) {
      content.add(name, otherwise);
    }
  }

  private IllegalArgumentException wrong(String what) {
    return new IllegalArgumentException(type + ": " + what);
  }
}
