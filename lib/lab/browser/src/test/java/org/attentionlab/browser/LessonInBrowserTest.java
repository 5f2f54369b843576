package org.attentionlab.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** What a learner sees: opens notebooks in JupyterLab, runs all cells, looks at the outputs. */
class LessonInBrowserTest {

  private static final Path COURSE = Path.of("").toAbsolutePath().resolve("../../..").normalize();
  private static final Path SCREENSHOTS = Path.of("target/screenshots");

  private static JupyterLab jupyter;
  private static ChromeDriver browser;

  @BeforeAll
  static void open() throws IOException, InterruptedException {
    Files.createDirectories(SCREENSHOTS);
    jupyter = JupyterLab.start(COURSE, Path.of("target/jupyter.log"));
    browser = Browser.open(true);
    browser.manage().window().setSize(new Dimension(1400, 2400));
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.quit();
    }
    if (jupyter != null) {
      jupyter.close();
    }
  }

  @Test
  void theLessonRunsAndShowsItsHeatMaps() throws IOException {
    runAll("notebooks/04-self-attention.ipynb");
    shoot("lesson-04");
    assertEquals(List.of(), texts(".jp-OutputArea-output[data-mime-type*='error']"));
    List<WebElement> pictures = browser.findElements(By.cssSelector(".jp-OutputArea-output img"));
    assertTrue(pictures.size() >= 3, "pictures: " + pictures.size());
    for (WebElement picture : pictures) {
      Object width = browser.executeScript("return arguments[0].naturalWidth", picture);
      assertTrue((Long) width > 100, "a picture is not drawn");
    }
    scrollTo("4.7 What does mouse mean?");
    shoot("lesson-04-mouse");
  }

  @Test
  void unsolvedExercisesAreCheckedAndScoreNothing() throws IOException {
    runAll("exercises/04-self-attention.ipynb");
    shoot("exercises-04");
    assertEquals(List.of(), texts(".jp-OutputArea-output[data-mime-type*='error']"));
    String page = String.join("\n", texts(".jp-OutputArea-output"));
    assertTrue(page.contains("0 / 15"), page);
    assertTrue(page.contains("0 / 10"), page);
  }

  @Test
  void solvedExercisesAreCheckedAndScoreAll() throws IOException {
    runAll("solutions/04-self-attention.ipynb");
    shoot("solutions-04");
    String page = String.join("\n", texts(".jp-OutputArea-output"));
    assertTrue(page.contains("15 / 15"), page);
    assertTrue(page.contains("10 / 10"), page);
  }

  /** Opens a notebook, clears it and runs all of its cells. */
  private static void runAll(String notebook) throws IOException {
    browser.get(jupyter.address(notebook));
    WebDriverWait wait = new WebDriverWait(browser, Duration.ofMinutes(2));
    wait.until(page -> !page.findElements(By.cssSelector(".jp-Notebook .jp-CodeCell")).isEmpty());
    wait.until(page -> !page.findElements(By.cssSelector("[data-status='idle']")).isEmpty());
    menu("Edit", "Clear Outputs of All Cells");
    menu("Run", "Run All Cells");
    wait.until(page -> executed() == codeCells());
  }

  private static void menu(String menu, String item) {
    Actions actions = new Actions(browser);
    WebDriverWait wait = new WebDriverWait(browser, Duration.ofSeconds(20));
    wait.until(
            page ->
                page.findElements(By.cssSelector(".lm-MenuBar-itemLabel")).stream()
                    .filter(label -> label.getText().equals(menu))
                    .findFirst()
                    .orElse(null))
        .click();
    WebElement entry =
        wait.until(
            page ->
                page.findElements(By.cssSelector(".lm-Menu-itemLabel")).stream()
                    .filter(label -> label.getText().equals(item))
                    .findFirst()
                    .orElse(null));
    actions.moveToElement(entry).click().perform();
    browser.switchTo().activeElement().sendKeys(Keys.ESCAPE);
  }

  private static long codeCells() {
    return browser
        .findElements(By.cssSelector(".jp-NotebookPanel:not(.lm-mod-hidden) .jp-CodeCell"))
        .size();
  }

  /** Cells with a number; a star stands for one that still runs. */
  private static long executed() {
    return texts(".jp-NotebookPanel:not(.lm-mod-hidden) .jp-CodeCell .jp-InputArea-prompt").stream()
        .filter(prompt -> prompt.matches("\\[\\d+\\]:"))
        .count();
  }

  /** Cells above may still grow while they are drawn, so this scrolls until the place is kept. */
  private static void scrollTo(String heading) {
    WebElement found =
        browser.findElements(By.cssSelector(".jp-Notebook h2")).stream()
            .filter(h -> h.getText().startsWith(heading))
            .findFirst()
            .orElseThrow();
    new WebDriverWait(browser, Duration.ofSeconds(20))
        .until(
            page -> {
              Number top =
                  (Number)
                      browser.executeScript(
                          "const top = arguments[0].getBoundingClientRect().top;"
                              + " arguments[0].scrollIntoView(); return top;",
                          found);
              return top.doubleValue() > 0 && top.doubleValue() < 200;
            });
  }

  private static List<String> texts(String selector) {
    return browser.findElements(By.cssSelector(selector)).stream()
        .map(WebElement::getText)
        .toList();
  }

  private static void shoot(String name) throws IOException {
    Files.write(SCREENSHOTS.resolve(name + ".png"), browser.getScreenshotAs(OutputType.BYTES));
  }
}
