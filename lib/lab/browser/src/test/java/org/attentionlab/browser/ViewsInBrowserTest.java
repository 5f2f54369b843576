package org.attentionlab.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.Point;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogType;

/** The interactive views on a page of their own, by mouse, by keyboard, and without scripts. */
class ViewsInBrowserTest {
  private static final Path SCREENSHOTS = Path.of("target/screenshots");

  /** The views in the order of the page. */
  private static final int HEADS = 0;

  private static final int SAME_HEADS = 1;
  private static final int CROSS = 2;
  private static final int MODEL = 3;
  private static final int ALIGNMENT = 4;
  private static final int ATTENTION = 5;
  private static final int ALL = 6;

  @TempDir private static Path folder;
  private static String address;
  private static ChromeDriver browser;

  @BeforeAll
  static void open() throws IOException {
    Files.createDirectories(SCREENSHOTS);
    Path page = folder.resolve("views.html");
    Files.writeString(page, ViewsPage.html());
    address = page.toUri().toString();
    browser = Browser.open(true);
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.quit();
    }
  }

  @BeforeEach
  void load() {
    look(1280, "light");
    browser.get(address);
  }

  @AfterEach
  void nothingWasComplainedAbout() {
    assertEquals(List.of(), browser.manage().logs().get(LogType.BROWSER).getAll());
  }

  @Test
  void everyViewTakesThePlaceOfItsTable() {
    assertEquals(ALL, browser.findElements(By.cssSelector(".al-view")).size());
    for (int i = 0; i < ALL; i++) {
      assertTrue(in(i, ".al-live").isDisplayed(), "view " + i);
      assertFalse(in(i, ".al-still").isDisplayed(), "view " + i);
    }
  }

  @Test
  void pointingAtATokenShowsItsWeights() {
    assertTrue(readout(HEADS).startsWith("Every line is a weight"), readout(HEADS));
    int everyLine = count(HEADS, "svg path");
    Point below = in(SAME_HEADS, ".al-title").getLocation();
    point(all(HEADS, ".al-left li").get(6));
    String told = readout(HEADS);
    assertTrue(told.startsWith("it (query 6) attends to"), told);
    assertTrue(told.contains("head 0: because 0.6"), told);
    assertTrue(told.contains("head 2: cat 0.6"), told);
    assertFalse(told.contains("head 1"), told);
    assertTrue(count(HEADS, "svg path") * 5 < everyLine, "lines of one token only");
    assertEquals(below, in(SAME_HEADS, ".al-title").getLocation(), "nothing jumps");
    assertTrue(
        all(HEADS, ".al-list:not(.al-left) li").get(1).getText().matches("(?s)cat\\s0\\.3\\d"));
    assertTrue(readout(SAME_HEADS).startsWith("Every line"), "the same view below is its own");
    point(in(HEADS, ".al-title"));
    assertTrue(readout(HEADS).startsWith("Every line is a weight"), readout(HEADS));
  }

  @Test
  void headsAndLayersAreChosen() {
    all(HEADS, ".al-left li").get(6).click();
    List<WebElement> chips = all(HEADS, ".al-chips button");
    chips.get(2).click();
    assertEquals("false", chips.get(2).getAttribute("aria-pressed"));
    assertFalse(readout(HEADS).contains("head 2"), readout(HEADS));
    chips.get(1).sendKeys(Keys.SPACE);
    assertTrue(readout(HEADS).contains("head 1: it 0.7"), readout(HEADS));
    String first = readout(HEADS);
    in(HEADS, "select").sendKeys("layer 1");
    assertNotEquals(first, readout(HEADS));
    chips.get(4).click();
    assertTrue(readout(HEADS).contains("head 3"), readout(HEADS));
    chips.get(4).click();
    assertEquals("No head is chosen.", readout(HEADS));
    assertEquals(0, count(HEADS, "svg path"));
  }

  @Test
  void tokensAreWalkedWithTheKeyboard() {
    focus(in(CROSS, ".al-left li"));
    assertTrue(readout(CROSS).startsWith("猫 (query 0) attends to"), readout(CROSS));
    press(Keys.ARROW_DOWN);
    assertTrue(readout(CROSS).startsWith("吃 (query 1) attends to"), readout(CROSS));
    press(Keys.ARROW_RIGHT);
    press(Keys.END);
    assertTrue(
        readout(CROSS).startsWith("cat & \"fish\" (key 4) is attended to by"), readout(CROSS));
    press(Keys.ARROW_UP);
    assertTrue(readout(CROSS).startsWith("<script>alert(1)</script> (key 3)"), readout(CROSS));
    press(Keys.ARROW_UP);
    assertTrue(readout(CROSS).startsWith("∅ (key 2)"), readout(CROSS));
    press(Keys.ESCAPE);
    assertTrue(readout(CROSS).startsWith("Every line"), readout(CROSS));
  }

  @Test
  void aHeadIsEnlargedByMouseAndByKeyboard() {
    assertTrue(readout(MODEL).startsWith("layer 0, head 0; its strongest link is"), readout(MODEL));
    List<WebElement> heads = all(MODEL, ".al-model button");
    assertEquals(12, heads.size());
    heads.get(6).click();
    assertEquals("true", heads.get(6).getAttribute("aria-pressed"));
    assertTrue(in(MODEL, "caption").getText().startsWith("layer 1, head 2"));
    press(Keys.ARROW_DOWN);
    press(Keys.ARROW_LEFT);
    press(Keys.ENTER);
    assertTrue(in(MODEL, "caption").getText().startsWith("layer 2, head 1"));
    press(Keys.TAB);
    press(Keys.ARROW_DOWN);
    press(Keys.ARROW_RIGHT);
    assertTrue(
        readout(MODEL).matches("layer 2, head 1: cat → cat 0\\.\\d{3} \\(query 1, key 1\\)"),
        readout(MODEL));
    point(all(MODEL, "td[role=gridcell]").get(69));
    assertTrue(readout(MODEL).contains("it → . 0.0"), readout(MODEL));
  }

  @Test
  void theSixStepsFollowTheOutput() {
    assertEquals("t = 1 of 11", where(ALIGNMENT));
    List<WebElement> buttons = all(ALIGNMENT, ".al-steps button");
    assertFalse(buttons.get(0).isEnabled());
    buttons.get(1).click();
    press(Keys.ARROW_RIGHT);
    press(Keys.PAGE_DOWN);
    assertEquals("t = 4 of 11", where(ALIGNMENT));
    assertEquals("9", in(ALIGNMENT, ".al-written .al-now").getText());
    List<String> steps =
        all(ALIGNMENT, ".al-six > li").stream().map(step -> plain(step.getText())).toList();
    assertEquals(6, steps.size());
    assertTrue(
        steps.get(0).startsWith("keys The 12 states of the encoder, h1 to h12"), steps.get(0));
    assertTrue(steps.get(1).contains("state of the step before, s3, asks"), steps.get(1));
    assertTrue(
        steps.get(2).matches("scores e4,i = score\\(s3, hi\\) 9 \\d\\.\\d\\d · .*"), steps.get(2));
    assertTrue(steps.get(3).matches("softmax .* 9 0\\.8\\d\\d · .*"), steps.get(3));
    assertTrue(
        steps.get(4).matches("context c4 = Σ α4,i hi = 0\\.8\\d h12 \\+ .* c4 = \\[.*"),
        steps.get(4));
    assertTrue(
        steps.get(5).matches("predict From s4 and c4 the decoder writes 9\\. .* 9 0\\.9\\d\\d .*"),
        steps.get(5));
    assertTrue(readout(ALIGNMENT).startsWith("input 9 (i = 12): score "), readout(ALIGNMENT));
    focus(all(ALIGNMENT, ".al-bars li").get(11));
    press(Keys.ARROW_LEFT);
    assertTrue(readout(ALIGNMENT).startsWith("input 1 (i = 11): score "), readout(ALIGNMENT));
    all(ALIGNMENT, ".al-written .al-token").get(10).click();
    assertEquals("t = 11 of 11", where(ALIGNMENT));
    assertFalse(buttons.get(1).isEnabled());
  }

  @Test
  void anAttentionIsWalkedThroughWithItsNumbers() {
    assertEquals("1 of 6: Q, K, V", where(ATTENTION));
    WebElement next = all(ATTENTION, ".al-steps button").get(1);
    next.click();
    assertEquals("2 of 6: scores", where(ATTENTION));
    assertEquals("score(猫, 猫) = 1 × 0 + 0 × 1 + 1 × 1 + 0 × 0 = 1", readout(ATTENTION));
    point(all(ATTENTION, "td[role=gridcell]").get(5));
    assertEquals("score(吃, 鱼) = 0 × 2 + 2 × 3 + 0 × 1 + 2 × 1 = 8", readout(ATTENTION));
    focus(next);
    press(Keys.ARROW_RIGHT);
    assertEquals("8 / √4 = 8 / 2.000 = 4.0", readout(ATTENTION));
    press(Keys.ARROW_RIGHT);
    assertEquals("吃 may not attend to 鱼: −∞", readout(ATTENTION));
    press(Keys.ARROW_RIGHT);
    assertEquals("softmax", in(ATTENTION, ".al-formula .al-now").getText());
    focus(in(ATTENTION, "td.al-on"));
    press(Keys.ARROW_LEFT);
    assertEquals(
        "exp(4.00 − 4.00) / sum = 1.000 / (0.050 + 1.000 + 0.000) = 1.000 / 1.050 = 0.953",
        readout(ATTENTION));
    press(Keys.PAGE_DOWN);
    assertEquals("6 of 6: weights × V", where(ATTENTION));
    assertEquals("output[吃][1] = 0.047 × 2 + 0.953 × 8 + 0.000 × 6 = 7.72", readout(ATTENTION));
    assertEquals(3, count(ATTENTION, "td.al-lit") / 2, "a row of weights and a column of V");
    press(Keys.PAGE_UP);
    assertEquals("5 of 6: softmax", where(ATTENTION));
  }

  @Test
  void theFocusIsSeen() {
    focus(in(HEADS, ".al-left li"));
    press(Keys.ARROW_DOWN);
    WebElement focused = browser.switchTo().activeElement();
    assertEquals("solid", focused.getCssValue("outline-style"));
  }

  @Test
  void pagesOfAnyWidthAndThemeHoldTheViews() throws IOException {
    for (String theme : List.of("light", "dark")) {
      for (int width : new int[] {1280, 400}) {
        look(width, theme);
        browser.get(address);
        all(HEADS, ".al-left li").get(6).click();
        all(ALIGNMENT, ".al-steps button").get(1).click();
        all(ATTENTION, ".al-steps button").get(1).click();
        assertEquals("t = 2 of 11", where(ALIGNMENT));
        Number wide = (Number) browser.executeScript("return document.documentElement.scrollWidth");
        assertTrue(wide.intValue() <= width, theme + " " + width + ": " + wide);
        assertEquals(
            theme.equals("dark") ? "rgb(21, 24, 29)" : "rgb(255, 255, 255)",
            browser.executeScript(
                "return getComputedStyle(document.querySelector('.al-view')).backgroundColor"));
        shoot("views-" + theme + "-" + width);
      }
    }
  }

  @Test
  void withoutScriptsTheTablesStay() {
    ChromeDriver still = Browser.open(false);
    try {
      still.get(address);
      List<WebElement> views = still.findElements(By.cssSelector(".al-view"));
      assertEquals(ALL, views.size());
      for (WebElement view : views) {
        assertTrue(view.findElement(By.cssSelector(".al-still table")).isDisplayed());
        assertFalse(view.findElement(By.cssSelector(".al-live")).isDisplayed());
      }
      assertTrue(views.get(ATTENTION).getText().contains("weights = softmax of each row (3, 3)"));
      assertTrue(views.get(MODEL).getText().contains("was → it 0."), views.get(MODEL).getText());
    } finally {
      still.quit();
    }
  }

  private static List<WebElement> all(int view, String selector) {
    return browser
        .findElements(By.cssSelector(".al-view"))
        .get(view)
        .findElements(By.cssSelector(".al-live " + selector + ", .al-view > " + selector));
  }

  private static WebElement in(int view, String selector) {
    return all(view, selector).get(0);
  }

  private static int count(int view, String selector) {
    return all(view, selector).size();
  }

  private static String readout(int view) {
    return plain(in(view, ".al-readout").getText());
  }

  private static String where(int view) {
    return in(view, ".al-where").getText();
  }

  /** Text in one line. */
  private static String plain(String text) {
    return text.replaceAll("\\s+", " ");
  }

  private static void point(WebElement element) {
    new Actions(browser).moveToElement(element).perform();
  }

  private static void press(Keys key) {
    new Actions(browser).sendKeys(key).perform();
  }

  private static void focus(WebElement element) {
    browser.executeScript("arguments[0].focus()", element);
  }

  private static void look(int width, String theme) {
    browser.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", 1000, "deviceScaleFactor", 1, "mobile", false));
    browser.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", theme))));
  }

  /** A picture of the whole page, for people to look at. */
  private static void shoot(String name) throws IOException {
    Object picture =
        browser
            .executeCdpCommand("Page.captureScreenshot", Map.of("captureBeyondViewport", true))
            .get("data");
    Files.write(SCREENSHOTS.resolve(name + ".png"), Base64.getDecoder().decode((String) picture));
  }
}
