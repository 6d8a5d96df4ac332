package io.parley.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.Scratch;
import io.parley.peer.Browser;
import io.parley.peer.BrowserPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.testng.annotations.AfterClass;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** That each text of a ladder stands out from what is behind it, in both colour schemes. */
public class LadderColoursIT {
  /** The contrast that WCAG 2.2 asks of text (success criterion 1.4.3). */
  private static final String TOO_FAINT =
      """
      (() => {
        const light = colour => {
          const [r, g, b] = colour.match(/\\d+/g).map(v => v / 255)
            .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
          return 0.2126 * r + 0.7152 * g + 0.0722 * b;
        };
        const contrast = (a, b) => {
          const [dark, bright] = [light(a), light(b)].sort((x, y) => x - y);
          return (bright + 0.05) / (dark + 0.05);
        };
        const behind = text => {
          const t = text.getBoundingClientRect(), x = (t.left + t.right) / 2, y = (t.top + t.bottom) / 2;
          return [...document.querySelectorAll('rect')].filter(rect => {
            const r = rect.getBoundingClientRect();
            return r.left <= x && x <= r.right && r.top <= y && y <= r.bottom;
          }).pop();
        };
        const fill = element => getComputedStyle(element).fill;
        return [...document.querySelectorAll('text')]
          .map(t => [t.textContent, fill(t), fill(behind(t)), contrast(fill(t), fill(behind(t)))])
          .filter(t => t[3] < 4.5).map(t => t.join(' | '));
      })()""";

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

  @DataProvider
  public Object[][] schemes() {
    return new Object[][] {{"light"}, {"dark"}};
  }

  @Test(dataProvider = "schemes")
  public void everyTextCanBeRead(String scheme) throws IOException {
    for (var result :
        List.of(
            SampleResults.accepted(),
            SampleResults.busy(),
            SampleResults.silence(),
            SampleResults.refused(),
            SampleTransports.ipv6())) {
      Path svg = Scratch.file("ladder-", ".svg");
      Files.writeString(svg, LadderSvg.of(Ladder.of(result)));
      BrowserPage page = browser.open(svg.toUri());
      page.show(1200, 900, scheme);
      assertThat(page.eval("document.querySelectorAll('text').length").asInt()).isGreaterThan(8);
      assertThat(page.eval(TOO_FAINT).values()).as(result.played().id() + " " + scheme).isEmpty();
      assertThat(page.problems()).isEmpty();
    }
  }
}
