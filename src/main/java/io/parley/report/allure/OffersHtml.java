package io.parley.report.allure;

import io.parley.report.OfferView;
import io.parley.result.CaseResult;
import java.util.List;
import java.util.stream.Collectors;

/** The offers and answers of a case as HTML, beside each other, with the lines at fault marked. */
final class OffersHtml {
  private OffersHtml() {}

  static String of(CaseResult result) {
    List<OfferView.Description> descriptions = OfferView.descriptions(result);
    if (descriptions.isEmpty()) {
      return "";
    }
    String boxes = descriptions.stream().map(OffersHtml::box).collect(Collectors.joining());
    return Html.details(
        "Offer and answer",
        "<div data-offers style=\"display:flex;flex-wrap:wrap;gap:8px\">" + boxes + "</div>",
        descriptions.stream().flatMap(d -> d.lines().stream()).anyMatch(OfferView.Line::fault));
  }

  private static String box(OfferView.Description description) {
    String lines =
        description.lines().stream()
            .map(line -> Html.line(line.text(), line.fault()))
            .collect(Collectors.joining());
    return "<div style=\"flex:1 1 260px;min-width:0\"><small>"
        + Html.text(description.title())
        + "</small>"
        + Html.preformatted(lines)
        + "</div>";
  }
}
