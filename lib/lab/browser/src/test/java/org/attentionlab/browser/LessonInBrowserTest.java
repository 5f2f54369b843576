package org.attentionlab.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.WebDriverWait;

/** What a learner sees: opens notebooks in JupyterLab, runs all cells, looks at the outputs. */
class LessonInBrowserTest {

  private static final Path COURSE = Path.of("").toAbsolutePath().resolve("../../..").normalize();
  private static final Path SCREENSHOTS = Path.of("target/screenshots");

  private static final Pattern CELL = Pattern.compile("\"cell_type\": ?\"");
  private static final Pattern POINTS = Pattern.compile("\\b\\d+ / \\d+\\b");
  private static final Pattern ALL = Pattern.compile("(\\d+) / \\1");

  private static JupyterLab jupyter;
  private static ChromeDriver browser;

  @BeforeAll
  static void open() throws IOException, InterruptedException {
    Files.createDirectories(SCREENSHOTS);
    jupyter = JupyterLab.start(COURSE, Path.of("target/jupyter").toAbsolutePath());
    browser = Browser.open(true);
    browser.manage().window().setSize(new Dimension(1280, 2400));
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

  /** Slugs of what a folder holds, in order. */
  private static List<String> slugs(String folder) throws IOException {
    try (Stream<Path> files = Files.list(COURSE.resolve(folder))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.matches("\\d\\d-[a-z0-9-]+\\.ipynb"))
          .map(name -> name.replace(".ipynb", ""))
          .sorted()
          .toList();
    }
  }

  static List<String> exercises() throws IOException {
    return slugs("exercises");
  }

  static List<Arguments> lessonsByTheme() throws IOException {
    return slugs("notebooks").stream()
        .flatMap(slug -> Stream.of(arguments(slug, "light"), arguments(slug, "dark")))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("lessonsByTheme")
  void lessonIsShownWholeAndItsViewsWork(String slug, String theme)
      throws IOException, InterruptedException {
    String notebook = "notebooks/" + slug + ".ipynb";
    jupyter.trust(notebook);
    jupyter.dark(theme.equals("dark"));
    openSaved(notebook);
    for (WebElement view : browser.findElements(By.cssSelector(".al-view"))) {
      patience().until(page -> view.findElement(By.cssSelector(".al-live")).isDisplayed());
      pressEachButton(view);
    }
    for (WebElement picture : browser.findElements(By.cssSelector(".jp-OutputArea-output img"))) {
      Object width = browser.executeScript("return arguments[0].naturalWidth", picture);
      assertTrue((Long) width > 100, "a picture is not drawn");
    }
    shootAll("lesson-" + slug + "-" + theme);
    assertEquals(List.of(), tooWide());
    assertEquals(List.of(), complaintsOfViews());
  }

  @Test
  void lessonRunsInTheBrowser() throws IOException {
    jupyter.dark(false);
    runAll("notebooks/04-self-attention.ipynb");
    assertEquals(List.of(), texts(".jp-OutputArea-output[data-mime-type*='error']"));
    int pictures = browser.findElements(By.cssSelector(".jp-OutputArea-output img")).size();
    assertTrue(pictures >= 3, "pictures: " + pictures);
    scrollTo("4.7 What does mouse mean?");
    shoot("lesson-04-mouse");
  }

  @ParameterizedTest
  @MethodSource("exercises")
  void unsolvedExercisesAreCheckedAndScoreNothing(String slug) throws IOException {
    runAll("exercises/" + slug + ".ipynb");
    shoot("exercises-" + slug);
    assertEquals(List.of(), texts(".jp-OutputArea-output[data-mime-type*='error']"));
    List<String> totals = totals();
    assertFalse(totals.isEmpty(), "no check shows points");
    assertEquals(List.of(), totals.stream().filter(text -> !text.startsWith("0 / ")).toList());
  }

  @ParameterizedTest
  @MethodSource("exercises")
  void solvedExercisesAreCheckedAndScoreAll(String slug) throws IOException {
    runAll("solutions/" + slug + ".ipynb");
    shoot("solutions-" + slug);
    List<String> totals = totals();
    assertFalse(totals.isEmpty(), "no check shows points");
    assertEquals(List.of(), totals.stream().filter(text -> !ALL.matcher(text).matches()).toList());
  }

  /** What the checks show of points: {@code 15 / 15}, of mechanisms and of exercises. */
  private static List<String> totals() {
    return POINTS
        .matcher(String.join("\n", texts(".jp-OutputArea-output")))
        .results()
        .map(MatchResult::group)
        .toList();
  }

  private static WebDriverWait patience() {
    return new WebDriverWait(browser, Duration.ofMinutes(5));
  }

  /** Opens a notebook and waits until all of it is there and its kernel waits too. */
  private static void openSaved(String notebook) throws IOException {
    browser.get(jupyter.address(notebook));
    WebDriverWait wait = patience();
    long cells = CELL.matcher(Files.readString(COURSE.resolve(notebook))).results().count();
    wait.until(page -> page.findElements(By.cssSelector(".jp-Notebook .jp-Cell")).size() == cells);
    wait.until(page -> page.findElements(By.cssSelector(".jp-Cell-Placeholder")).isEmpty());
    wait.until(page -> !page.findElements(By.cssSelector("[data-status='idle']")).isEmpty());
  }

  private static void pressEachButton(WebElement view) {
    for (WebElement button : view.findElements(By.cssSelector(".al-live button"))) {
      if (button.isDisplayed() && button.isEnabled()) {
        browser.executeScript("arguments[0].scrollIntoView({block: 'center'})", button);
        button.click();
      }
    }
  }

  /** What does not fit beside the folders in a window of 1280 pixels, and would have to scroll. */
  private static List<?> tooWide() {
    return (List<?>)
        browser.executeScript(
            "return [...document.querySelectorAll("
                + "'.jp-Notebook .jp-Cell, .jp-WindowedPanel-outer, .jp-OutputArea-output,"
                + " .al, .jp-RenderedHTMLCommon pre, .cm-scroller')]"
                + ".filter(e => e.scrollWidth > e.clientWidth + 1)"
                + ".map(e => e.className + ' ' + e.scrollWidth + ' > ' + e.clientWidth + ': '"
                + " + e.innerText.slice(0, 60))");
  }

  /** JupyterLab and the browser have their own; a view's script stands in the page itself. */
  private static List<String> complaintsOfViews() {
    return browser.manage().logs().get(LogType.BROWSER).getAll().stream()
        .map(LogEntry::getMessage)
        .filter(message -> message.contains("/lab/tree/") && message.contains("Uncaught"))
        .toList();
  }

  /** The whole notebook, one picture for each windowful. */
  private static void shootAll(String name) throws IOException {
    WebElement panel = browser.findElement(By.cssSelector(".jp-WindowedPanel-outer"));
    long height = (Long) browser.executeScript("return arguments[0].scrollHeight", panel);
    long step = (Long) browser.executeScript("return arguments[0].clientHeight", panel) - 60;
    for (int i = 0; i * step < height; i++) {
      browser.executeScript("arguments[0].scrollTop = arguments[1]", panel, i * step);
      shoot(name + "-" + i);
    }
  }

  /** Opens a notebook, clears it and runs all of its cells. */
  private static void runAll(String notebook) throws IOException {
    openSaved(notebook);
    WebDriverWait wait = patience();
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
