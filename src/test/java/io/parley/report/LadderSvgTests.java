package io.parley.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.result.CaseResult;
import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The picture is well-formed, stands alone, and holds what it must show inside its frame. */
public class LadderSvgTests {

  @DataProvider
  public Object[][] results() {
    return SampleResults.all().stream()
        .filter(r -> !r.transcript().isEmpty())
        .map(r -> new Object[] {r.played(), r})
        .toArray(Object[][]::new);
  }

  @Test(dataProvider = "results")
  public void everyStartLineIsThereAndInsideTheFrame(Object name, CaseResult result)
      throws Exception {
    Document svg = parse(LadderSvg.of(Ladder.of(result)));
    double width = Double.parseDouble(svg.getDocumentElement().getAttribute("width"));
    double height = Double.parseDouble(svg.getDocumentElement().getAttribute("height"));
    NodeList texts = svg.getElementsByTagName("text");
    int labels = 0;
    for (int i = 0; i < texts.getLength(); i++) {
      Element text = (Element) texts.item(i);
      labels += text.getAttribute("class").startsWith("label") ? 1 : 0;
      assertThat(Double.parseDouble(text.getAttribute("y"))).isBetween(0.0, height);
      assertThat(Double.parseDouble(text.getAttribute("x"))).isBetween(0.0, width);
    }
    assertThat(labels).isEqualTo(result.transcript().size());
  }

  @Test(dataProvider = "results")
  public void nothingIsFetchedFromElsewhere(Object name, CaseResult result) {
    assertThat(LadderSvg.of(Ladder.of(result)).replace("http://www.w3.org/2000/svg", ""))
        .doesNotContain("http", "url(", "@import", "<script", "href");
  }

  @Test
  public void textOfTheWireCannotBecomeMarkup() throws Exception {
    String svg = LadderSvg.of(Ladder.of(SampleTransports.ipv6()));
    assertThat(svg).contains("&lt;b&gt;Odd&lt;/b&gt; &amp;").doesNotContain("<b>");
    assertThat(parse(svg).getElementsByTagName("b").getLength()).isZero();
  }

  @Test
  public void bothColourSchemesAreServed() {
    assertThat(LadderSvg.of(Ladder.of(SampleResults.busy())))
        .contains("prefers-color-scheme:dark", "class=\"paper\"");
  }

  @Test
  public void aFailureStandsDirectlyUnderTheMessageItJudged() {
    List<Ladder.Row> rows = Ladder.of(SampleResults.busy()).rows();
    Ladder.Arrow judged = (Ladder.Arrow) rows.get(7);
    assertThat(judged.label()).isEqualTo("503 Service Unavailable");
    assertThat(judged.failure().orElseThrow()).contains("486 within 2 s");
    assertThat(rows.stream().filter(r -> r instanceof Ladder.Arrow a && a.failure().isPresent()))
        .hasSize(1);
  }

  private static Document parse(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)));
  }
}
