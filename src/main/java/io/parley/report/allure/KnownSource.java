package io.parley.report.allure;

import io.qameta.allure.model.Link;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Documents that scenarios cite by title, and where they are read.
 *
 * @param title how a citation of it reads; its groups may be used in name and place
 * @param name what the link is called
 * @param place the address
 */
record KnownSource(Pattern title, String name, String place) {
  private static final String TEAMS = "https://learn.microsoft.com/en-us/microsoftteams/";

  private static final List<KnownSource> ALL =
      List.of(
          of(
              "\\bRFC[ -]?(\\d{3,5})(?:[ ,]*(?:§+|[Ss]ection|[Ss]ec\\.)\\s*(\\d+(?:\\.\\d+)*))",
              "RFC $1 §$2",
              "https://www.rfc-editor.org/rfc/rfc$1#section-$2"),
          of(
              "\\bRFC[ -]?(\\d{3,5})\\b(?![ ,]*(?:§|[Ss]ec))",
              "RFC $1",
              "https://www.rfc-editor.org/rfc/rfc$1"),
          of(
              "Microsoft Teams: SIP (\\d{3}) response codes",
              "$0",
              TEAMS + "troubleshoot/phone-system/direct-routing/microsoft-sip-response-codes-$1"),
          of(
              "Microsoft Teams: issues with (inbound|outbound) calls",
              "$0",
              TEAMS + "troubleshoot/phone-system/direct-routing/issues-with-$1-calls"),
          of(
              "Microsoft Teams: (?:media protocols for Direct Routing|Direct Routing media protocols)",
              "$0",
              TEAMS + "direct-routing-protocols-media"),
          of(
              "Microsoft Teams: (?:SIP protocol for Direct Routing|Direct Routing SIP protocol)",
              "$0",
              TEAMS + "direct-routing-protocols-sip"),
          of("Microsoft Teams: plan Direct Routing", "$0", TEAMS + "direct-routing-plan"),
          of(
              "Microsoft Teams: connect your SBC to Direct Routing",
              "$0",
              TEAMS + "direct-routing-connect-the-sbc"),
          of(
              "Zoom (KB\\d{7})(?:: [^,;(]*[^,;( ])?",
              "$0", "https://support.zoom.com/hc/en/article?id=zm_kb&sysparm_article=$1"));

  private static KnownSource of(String title, String name, String place) {
    return new KnownSource(Pattern.compile(title), name, place);
  }

  /** Links to the documents that a citation names. */
  static Stream<Link> links(String citation) {
    return ALL.stream().flatMap(known -> known.in(citation));
  }

  private Stream<Link> in(String citation) {
    return title
        .matcher(citation)
        .results()
        .map(r -> new Link().setName(filled(name, r)).setUrl(filled(place, r)).setType("source"));
  }

  private static String filled(String text, MatchResult found) {
    String out = text;
    for (int i = 0; i <= found.groupCount(); i++) {
      out = out.replace("$" + i, found.group(i));
    }
    return out;
  }
}
