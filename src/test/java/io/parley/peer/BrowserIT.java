package io.parley.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.Scratch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.testng.annotations.AfterClass;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.Test;

/** That the browser which judges our reports sees what it is there to see. */
public class BrowserIT {
  private Browser browser;

  @BeforeClass
  public void startBrowser() throws IOException {
    Browser.require();
    browser = Browser.start();
  }

  @AfterClass(alwaysRun = true)
  public void stopBrowser() {
    if (browser != null) {
      browser.close();
    }
  }

  private BrowserPage open(String body) throws IOException {
    Path file = Scratch.file("page-", ".html");
    Files.writeString(file, "<!doctype html><meta charset=utf-8><body>" + body);
    return browser.open(file.toUri());
  }

  @Test
  public void aGoodPageHasNothingAgainstIt() throws IOException {
    BrowserPage page = open("<p onclick='this.textContent=\"clicked\"'>grün</p>");
    assertThat(page.text("p")).isEqualTo("grün");
    page.click("p");
    assertThat(page.text("p")).isEqualTo("clicked");
    assertThat(page.problems()).isEmpty();
    assertThat(page.remoteRequests()).isEmpty();
    assertThat(page.requests()).hasSize(1);
  }

  @Test
  public void errorsAndDialogsAreProblems() throws IOException {
    BrowserPage page =
        open("<script>console.error('c1'); alert('a1'); throw new Error('e1')</script>");
    page.await("true");
    assertThat(page.problems())
        .anyMatch(p -> p.contains("c1"))
        .contains("dialog a1")
        .anyMatch(p -> p.contains("e1"));
  }

  @Test
  public void whatLeavesTheMachineIsSeen() throws IOException {
    BrowserPage page = open("<img src='http://host.example.com/a.png'>");
    page.await("document.images[0].complete");
    assertThat(page.remoteRequests()).containsExactly("http://host.example.com/a.png");
  }

  @Test
  public void anExpressionThatThrowsSaysWhy() throws IOException {
    BrowserPage page = open("");
    assertThatThrownBy(() -> page.eval("nothing.here"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("nothing is not defined");
  }
}
