package org.attentionlab.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogType;

/** The exported course on a phone. */
class SiteInBrowserTest {
  private static final Path COURSE = Path.of("").toAbsolutePath().resolve("../../..").normalize();
  private static final Path SITE = Path.of("target/site").toAbsolutePath();
  private static final Map<String, Object> PHONE =
      Map.of("width", 390, "height", 844, "deviceScaleFactor", 1, "mobile", true);

  private static ChromeDriver browser;

  @BeforeAll
  static void export() throws IOException, InterruptedException {
    Process lab =
        new ProcessBuilder("./lab", "html", "--out", SITE.toString())
            .directory(COURSE.toFile())
            .inheritIO()
            .start();
    assertEquals(0, lab.waitFor());
    browser = Browser.open(true);
    browser.executeCdpCommand("Emulation.setDeviceMetricsOverride", PHONE);
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.quit();
    }
  }

  static List<Path> pages() throws IOException {
    try (Stream<Path> files = Files.walk(SITE)) {
      return files.filter(file -> file.toString().endsWith(".html")).sorted().toList();
    }
  }

  private static long number(String script) {
    return (Long) browser.executeScript("return " + script);
  }

  @ParameterizedTest
  @MethodSource("pages")
  void pageFitsAPhone(Path page) {
    browser.get(page.toUri().toString());
    assertTrue(number("document.documentElement.scrollWidth") <= 390, "it scrolls sideways");
    assertEquals(
        number("document.querySelectorAll('.formula').length"),
        number("document.querySelectorAll('.formula .katex').length"),
        "formulas that are not set");
    assertEquals(0, number("document.querySelectorAll('.katex-error').length"));
    assertEquals(List.of(), browser.manage().logs().get(LogType.BROWSER).getAll());
  }

  @Test
  void viewsWorkInTheExportedCourse() {
    browser.get(SITE.resolve("notebooks/06-heads.html").toUri().toString());
    List<WebElement> views = browser.findElements(By.cssSelector(".al-view .al-live"));
    assertTrue(views.size() > 0 && views.get(0).isDisplayed());
  }
}
