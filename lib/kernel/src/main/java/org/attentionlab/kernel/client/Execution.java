package org.attentionlab.kernel.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * What came of a cell.
 *
 * @param status ok, error or aborted
 * @param count the number in In [count]
 * @param outputs as nbformat 4.5 has them; later cells that update a display of this one change it
 *     in place
 * @param reply the content of the execute_reply
 */
public record Execution(String status, int count, List<ObjectNode> outputs, ObjectNode reply) {
  /** Whether the cell ran to its end. */
  public boolean ok() {
    return status.equals("ok");
  }

  /** All text of a stream, stdout or stderr. */
  public String stream(String name) {
    StringBuilder text = new StringBuilder();
    outputs.stream()
        .filter(o -> o.path("name").asText().equals(name))
        .forEach(o -> text.append(o.path("text").asText()));
    return text.toString();
  }
}
