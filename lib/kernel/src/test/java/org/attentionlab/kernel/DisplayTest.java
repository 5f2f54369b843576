package org.attentionlab.kernel;

import static org.attentionlab.kernel.TestKernel.LONG;
import static org.attentionlab.kernel.TestKernel.data;
import static org.attentionlab.kernel.TestKernel.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import org.attentionlab.kernel.client.Execution;
import org.attentionlab.kernel.client.KernelClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DisplayTest {
  private static KernelClient kernel;

  @BeforeAll
  static void start() {
    kernel = TestKernel.start();
  }

  @AfterAll
  static void stop() {
    kernel.close();
  }

  private static Execution run(String code) {
    return kernel.execute(code, LONG);
  }

  @Test
  void textIsHtmlOnlyWhenAsked() {
    JsonNode plain = data(run("\"<b>1</b>\""), "execute_result");
    assertEquals("<b>1</b>", plain.path("text/plain").asText());
    assertTrue(plain.path("text/html").isMissingNode());
    JsonNode html = data(run("display(\"<b>1</b>\", \"text/html\");"), "display_data");
    assertEquals("<b>1</b>", html.path("text/html").asText());
    assertEquals("<b>1</b>", html.path("text/plain").asText());
  }

  @Test
  void helperThatReturnsNothingShowsItsObjectAlone() {
    Execution execution =
        run("void show(Object o) { display(o, \"text/html\"); }\nshow(\"<i>x</i>\");");
    assertEquals(1, execution.outputs().size());
    assertEquals("<i>x</i>", data(execution, "display_data").path("text/html").asText());
  }

  @Test
  void displayReturnsAnIdThatUpdatesInPlace() {
    Execution first = run("String id = display(\"before\");");
    assertEquals("before", data(first, "display_data").path("text/plain").asText());
    Execution second = run("updateDisplay(id, \"<p>after</p>\", \"text/html\");");
    assertEquals(List.of(), second.outputs());
    assertEquals("<p>after</p>", data(first, "display_data").path("text/html").asText());
  }

  @Test
  void renderIsShownAsTheResult() {
    JsonNode shown = data(run("render(\"# Title\", \"text/markdown\")"), "execute_result");
    assertEquals("# Title", shown.path("text/markdown").asText());
  }

  @Test
  void imageIsPng() throws IOException {
    JsonNode shown =
        data(
            run(
                "new java.awt.image.BufferedImage(7, 5, java.awt.image.BufferedImage.TYPE_INT_RGB)"),
            "execute_result");
    byte[] png = Base64.getDecoder().decode(shown.path("image/png").asText());
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
    assertNotNull(image);
    assertEquals(7, image.getWidth());
    assertTrue(shown.has("text/plain"));
  }

  @Test
  void arraysShowTheirElements() {
    assertEquals("[[1.0, 2.0], [3.0]]", value(run("new double[][] {{1, 2}, {3}}")));
  }

  @Test
  void nullIsNoResultButCanBeDisplayed() {
    assertEquals(List.of(), run("null").outputs());
    assertEquals(
        "null", data(run("display((Object) null);"), "display_data").path("text/plain").asText());
  }

  @Test
  void extensionOnTheClassPathRendersItsTypes() {
    JsonNode shown =
        data(run("new org.attentionlab.kernel.SampleExtension.Sample(\"it\")"), "execute_result");
    assertEquals("<em>it</em>", shown.path("text/html").asText());
    assertEquals("Sample[name=it]", shown.path("text/plain").asText());
  }

  @Test
  void clearOutputRemovesWhatWasShown() {
    Execution execution =
        run("System.out.print(\"old\"); clearOutput(true); System.out.print(\"new\");");
    assertEquals("new", execution.stream("stdout"));
  }
}
