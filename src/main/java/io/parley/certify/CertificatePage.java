package io.parley.certify;

import io.parley.phone.Fact;
import io.parley.report.Visible;
import io.parley.report.Xml;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A certificate for people: one HTML file without anything from elsewhere, for a sheet of A4. */
final class CertificatePage {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  /** Where in a scenario something was expected, which the page has no room for. */
  private static final Pattern PLACE = Pattern.compile(" \\([^()]*\\.ya?ml:\\d+:\\d+\\)");

  /** Lines shorter than this stand beside each other. */
  private static final int SHORT = 50;

  private final Certificate certificate;
  private final EvidenceSeal seal;
  private final StringBuilder out = new StringBuilder(16_384);

  CertificatePage(Certificate certificate, EvidenceSeal seal) {
    this.certificate = certificate;
    this.seal = seal;
  }

  /** The page. */
  String html() {
    Subject s = certificate.subject();
    Conclusion conclusion = certificate.conclusion();
    out.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    out.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>");
    out.append(text(s.phone().sheet().title() + " at " + s.sbc().name() + ": " + conclusion));
    out.append("</title>\n<style>\n").append(CertificateStyle.CSS).append("</style>\n</head>\n");
    out.append("<body class=\"").append(kind(conclusion)).append("\">\n<main>\n");
    out.append("<header><p>Interoperability certificate</p><h1>");
    out.append(text(s.phone().sheet().title())).append(" <small>at</small> ");
    out.append(text(s.sbc().name())).append("</h1>");
    out.append("<p id=\"result\">").append(conclusion).append("</p></header>\n");
    subject(s);
    lines("obstacles", "What stands in the way", certificate.obstacles());
    requirements();
    lines("reservations", "Reservations", certificate.reservations());
    lines("remarks", "Remarks", certificate.notes());
    facts();
    seal();
    return out.append("</main>\n</body>\n</html>\n").toString();
  }

  private void subject(Subject s) {
    out.append("<dl>\n");
    row("Phone", s.phone().sheet().title() + " (" + s.phone().id() + ")");
    row("Firmware", s.firmware().orElse("not stated"));
    row("SBC", s.sbc().name());
    row("Says of itself", s.sbc().server().orElse("nothing"));
    row("Address", s.sbc().address());
    row("Far end", s.farEnd().orElse("none chosen"));
    row("Phone played by", s.played().toString());
    row("Date", DATE.format(s.date()));
    row("Parley", s.version());
    row("Evidence", seal.sums().size() + " files");
    out.append("</dl>\n");
  }

  private void row(String name, String value) {
    out.append("<div><dt>").append(name).append("</dt><dd>").append(text(value));
    out.append("</dd></div>\n");
  }

  private void requirements() {
    out.append("<table id=\"requirements\">\n<thead><tr><th>Requirement</th><th>Weight</th>");
    out.append("<th>Result</th><th>Evidence</th></tr></thead>\n<tbody>\n");
    certificate.results().forEach(this::requirement);
    out.append("</tbody>\n</table>\n");
  }

  private void requirement(RequirementResult r) {
    Requirement asked = r.requirement();
    out.append("<tr id=\"").append(text(asked.id())).append("\" class=\"");
    out.append(r.state().name().toLowerCase(Locale.ROOT).replace('_', '-')).append("\" title=\"");
    out.append(text(String.join("; ", asked.sources()))).append("\"><td>");
    out.append(text(asked.title())).append(" <code>").append(text(asked.id())).append("</code>");
    r.reason()
        .ifPresent(
            w ->
                out.append("<br><em title=\"")
                    .append(text(w))
                    .append("\">")
                    .append(text(PLACE.matcher(w).replaceAll("")))
                    .append("</em>"));
    out.append("</td><td>").append(asked.weight()).append("</td><td>").append(r.state());
    out.append("</td><td>");
    for (int i = 0; i < r.proofs().size(); i++) {
      proof(i + 1, r.proofs().get(i));
    }
    out.append("</td></tr>\n");
  }

  private void proof(int number, Proof p) {
    String told = p.name() + ": " + p.verdict() + p.finding().map(f -> ", " + f).orElse("");
    Optional<String> link = p.folder().map(f -> link(f + "/"));
    out.append(link.map(l -> "<a href=\"" + text(l) + "\"").orElse("<span"));
    out.append(" title=\"").append(text(told)).append("\">").append(number);
    out.append(link.isPresent() ? "</a> " : "</span> ");
  }

  private void lines(String id, String title, List<String> lines) {
    if (lines.isEmpty()) {
      return;
    }
    out.append("<section id=\"").append(id).append("\"><h2>").append(title).append("</h2><ul>");
    List<String> shortOnes = lines.stream().filter(l -> l.length() < SHORT).toList();
    if (!shortOnes.isEmpty()) {
      item(String.join(" · ", shortOnes));
    }
    lines.stream().filter(l -> l.length() >= SHORT).forEach(this::item);
    out.append("</ul></section>\n");
  }

  private void item(String line) {
    out.append("<li>").append(text(line)).append("</li>");
  }

  private void facts() {
    out.append("<section id=\"facts\"><h2>The phone as declared</h2><p>");
    String comma = "";
    for (var e : certificate.subject().phone().facts().entrySet()) {
      Fact<?> fact = e.getValue();
      String value = fact.value().map(Object::toString).orElse("unknown");
      String standing = fact.confidence().map(Object::toString).orElse("no source");
      out.append(comma).append("<span title=\"").append(text(fact.standing())).append("\"><b>");
      out.append(text(e.getKey())).append("</b> ").append(text(value)).append(" <i>");
      out.append(standing).append("</i></span>");
      comma = " · ";
    }
    out.append("</p></section>\n");
  }

  private void seal() {
    out.append("<footer><p>SHA-256 of the evidence <code id=\"evidence-sha256\">");
    out.append(seal.sha256()).append("</code></p><p>That is the sum of ");
    out.append(CertificateFiles.SUMS).append(", which lists the sum of each file: ");
    out.append("<code>sha256sum -c ").append(CertificateFiles.SUMS).append("</code>, <code>");
    out.append("sha256sum ").append(CertificateFiles.SUMS).append("</code>. ");
    out.append("SIP signalling was tested; no speech was heard.</p></footer>\n");
  }

  private static String kind(Conclusion conclusion) {
    return conclusion.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String text(String text) {
    return Xml.text(Visible.line(text));
  }

  /** A relative path as a link. */
  private static String link(String path) {
    try {
      return new URI(null, null, "./" + path, null).getRawPath();
    } catch (URISyntaxException e) {
      return "";
    }
  }
}
