package io.parley.report.allure;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.Scratch;
import io.parley.peer.Browser;
import io.parley.peer.BrowserPage;
import io.parley.report.SampleResults;
import io.parley.result.CaseResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.testng.annotations.AfterClass;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** The report as a browser shows it: a report is opened, and people click in it. */
public class ReportPageIT {
  private static final String PANE = ".test-result";
  private static final String LADDER = "document.querySelector('img[alt=Ladder]')";

  private Browser browser;
  private Path index;

  @BeforeClass
  public void makeReportAndStartBrowser() throws IOException {
    Browser.require();
    Path out = Scratch.folder("page-");
    List<CaseResult> results = new ArrayList<>(SampleResults.all());
    SampleSuite.run(new Reports(out, ReportOptions.USUAL), results);
    CaseResult failed = results.remove(1);
    results.add(SampleResults.passed(failed, 1000).among(List.of(failed)));
    SampleSuite.run(new Reports(out, ReportOptions.USUAL), results);
    index = out.resolve("allure-report/index.html");
    browser = Browser.start();
  }

  @AfterClass(alwaysRun = true)
  public void stopBrowser() {
    if (browser != null) {
      browser.close();
    }
  }

  private BrowserPage open(String route) {
    BrowserPage page = browser.open(index.toUri().resolve("index.html" + route));
    page.show(1500, 1200, "light");
    return page;
  }

  private static void assertClean(BrowserPage page) {
    assertThat(page.problems()).isEmpty();
    assertThat(page.requests()).isNotEmpty();
    assertThat(page.remoteRequests()).isEmpty();
  }

  /** Clicks on the first thing of that kind which shows that text. */
  private static void click(BrowserPage page, String selector, String text) {
    String element =
        "[...document.querySelectorAll('%s')].find(e => e.innerText.includes('%s'))"
            .formatted(selector, text);
    page.await(element);
    page.eval(element + ".click()");
  }

  @Test
  public void theFailedCaseIsReachedByClickingAndItsLadderIsVisible() {
    BrowserPage page = open("");
    page.await("document.querySelector('.widget')");
    click(page, ".side-nav__link", "Suites");
    click(page, ".node__title", "call-control");
    click(page, ".node__title", "busy-through");
    click(page, ".node__leaf", "Busy at the far end");
    assertThat(page.text(PANE))
        .contains("unexpected status: expected 486 within 2 s")
        .contains("the SBC answered 503 Service Unavailable");
    page.await(LADDER + ".complete");
    assertThat(page.eval(LADDER + ".naturalHeight").asInt()).isGreaterThan(300);
    assertThat(page.eval(LADDER + ".getBoundingClientRect().width").asInt()).isGreaterThan(500);
    assertThat(page.eval("atob(" + LADDER + ".src.split(',')[1])").asString())
        .contains(">503 Service Unavailable</text>");
    assertThat(colours(page)).as("colours drawn").isGreaterThan(20);
    assertClean(page);
  }

  /** Draws the picture that the page shows and counts its colours. */
  private static int colours(BrowserPage page) {
    return page.eval(
            """
            (() => {
              const picture = %s, canvas = document.createElement('canvas');
              canvas.width = picture.naturalWidth;
              canvas.height = picture.naturalHeight;
              const pen = canvas.getContext('2d');
              pen.drawImage(picture, 0, 0);
              const bytes = pen.getImageData(0, 0, canvas.width, canvas.height).data;
              return new Set(new Uint32Array(bytes.buffer)).size;
            })()"""
                .formatted(LADDER))
        .asInt();
  }

  @DataProvider
  public Object[][] tabs() {
    return new Object[][] {
      {"#categories", "Does not apply here"},
      {"#suites", "offer-model"},
      {"#graph", "SEVERITY"},
      {"#timeline", "selected 9 tests"},
      {"#behaviors", "call-control"},
      {"#farends", "teams-direct-routing"},
    };
  }

  @Test(dataProvider = "tabs")
  public void everyTabShowsItsContent(String route, String text) {
    BrowserPage page = open(route);
    page.await("document.body.innerText.toLowerCase().includes('" + text.toLowerCase() + "')");
    assertClean(page);
  }

  @Test
  public void theOverviewHasTrendEnvironmentAndExecutor() {
    BrowserPage page = open("");
    page.await("document.querySelectorAll('.history-trend__chart path, .chart__svg path').length");
    assertThat(page.text("#content"))
        .contains("target.server-header", "Sample SBC 1.2", "label.change", "CHG-1 \"a & b\"");
    assertClean(page);
  }

  @Test
  public void expectedAndActualStandSideBySideAndTheLineAtFaultIsMarked() {
    BrowserPage page = failedPlay();
    assertThat(page.text("[data-findings]"))
        .contains("Expected\tActual", "488", "the SBC answered 200 OK after 521 ms")
        .contains("SRTP is not enforced on this trunk");
    assertThat(page.text("[data-offers] [data-fault]")).isEqualTo("m=audio 40000 RTP/SAVP 8 101");
    assertClean(page);
  }

  /** Goes to the flaky case, and through its retries to the play that failed. */
  private BrowserPage failedPlay() {
    BrowserPage page = open("#suites");
    click(page, ".node__title", "srtp");
    click(page, ".node__title", "srtp-none");
    click(page, ".node__leaf", "[codec=PCMU]");
    page.await(
        "document.querySelector('.test-result').innerText.includes('flaky: passed in play 2')");
    click(page, ".test-result .tab a", "Retries");
    click(page, ".test-result-retries a", "unexpected status");
    page.await("document.querySelector('[data-findings]')");
    return page;
  }

  @Test
  public void everyAttachmentOpens() {
    BrowserPage page = failedPlay();
    for (String name :
        List.of("Findings", "Ladder", "Message trace", "Offer and answer", "Capture")) {
      click(page, ".attachment-row", name);
    }
    page.await(
        "document.querySelectorAll('.attachment-row + .attachment, .attachment').length >= 4");
    page.await("document.querySelector('object.attachment__embed').offsetHeight > 100");
    assertClean(page);
  }
}
