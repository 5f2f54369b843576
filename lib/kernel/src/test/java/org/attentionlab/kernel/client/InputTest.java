package org.attentionlab.kernel.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import org.attentionlab.kernel.client.Codec.Incoming;
import org.attentionlab.kernel.client.ProtocolProbe.Channel;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Questions to the user. */
class InputTest {
  private static final String END_OF_INPUT = "\u0004";

  private static ProtocolProbe probe;

  @BeforeAll
  static void start() throws IOException {
    probe = ProtocolProbe.start();
  }

  @AfterAll
  static void stop() throws IOException {
    probe.close();
  }

  private static String execute(String code, boolean allowStdin) {
    ObjectNode request = KernelClient.executeRequest(code).put("allow_stdin", allowStdin);
    return probe.send(Channel.SHELL, "execute_request", request);
  }

  private static Incoming asked() {
    return probe.await(Channel.STDIN, m -> m.type().equals("input_request"));
  }

  private static void answer(String line) {
    probe.send(Channel.STDIN, "input_reply", Codec.JSON.createObjectNode().put("value", line));
  }

  private static JsonNode reply(String id) {
    return probe.reply(Channel.SHELL, id).content();
  }

  private static String value(String id) {
    return probe.published(id).stream()
        .filter(m -> m.type().equals("execute_result"))
        .map(m -> m.content().path("data").path("text/plain").asText())
        .findFirst()
        .orElse("nothing");
  }

  @Test
  void lineIsAskedForWithItsPrompt() {
    String id = execute("readLine(\"Your name? \")", true);
    Incoming question = asked();
    assertEquals("Your name? ", question.content().path("prompt").asText());
    assertFalse(question.content().path("password").asBoolean(true));
    assertEquals(id, question.parent().path("msg_id").asText());
    answer("猫 🐈");
    assertEquals("猫 🐈", value(id));
  }

  @Test
  void passwordIsAskedForHiddenAndShownNowhere() {
    String id = execute("String secret = readPassword(\"Password: \"); secret.length()", true);
    assertTrue(asked().content().path("password").asBoolean());
    answer("s3cret");
    List<Incoming> published = probe.published(id);
    assertFalse(published.toString().contains("s3cret"));
    assertEquals("ok", reply(id).path("status").asText());
  }

  @Test
  void whatWasPrintedStandsBeforeTheQuestion() {
    String id = execute("System.out.print(\"Age: \"); new Scanner(System.in).nextInt()", true);
    asked();
    probe.await(Channel.IOPUB, m -> m.answers(id) && m.type().equals("stream"));
    answer("41");
    assertEquals("41", value(id));
  }

  @Test
  void emptyLineIsALine() {
    String id = execute("new Scanner(System.in).nextLine().length()", true);
    asked();
    answer("");
    assertEquals("0", value(id));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "new Scanner(System.in).nextLine()",
        "new Scanner(System.in).hasNextLine()",
        "System.in.read()",
        "new BufferedReader(new InputStreamReader(System.in)).readLine()",
        "readLine(\"?\")",
        "readPassword(\"?\")"
      })
  void readingWhereNobodyAnswersIsAClearError(String code) {
    String id = execute(code, false);
    JsonNode reply = reply(id);
    assertEquals("NoInputError", reply.path("ename").asText(), reply::toString);
    assertTrue(reply.path("evalue").asText().contains("answers no questions"), reply::toString);
    probe.published(id);
  }

  @Test
  void inputThatTheUserEndsIsAtItsEnd() {
    String id = execute("new Scanner(System.in).hasNextLine()", true);
    asked();
    answer(END_OF_INPUT);
    assertEquals("false", value(id));
    String line = execute("readLine(\"Name\")", true);
    asked();
    answer(END_OF_INPUT);
    assertEquals("NoInputError", reply(line).path("ename").asText());
    probe.published(line);
  }

  @Test
  void ownMethodOfTheSameNameTakesItsPlace() {
    String id =
        execute("String readLine(String prompt) { return \"own\"; }\nreadLine(\"?\")", false);
    assertEquals("own", value(id));
  }

  @Test
  void answerWithoutAValueIsAnEmptyLine() {
    String id = execute("readLine(\"?\").isEmpty()", true);
    asked();
    probe.send(Channel.STDIN, "input_reply", Codec.JSON.createObjectNode());
    assertEquals("true", value(id));
  }
}
