package io.parley.match;

import static io.parley.match.Checks.header;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.model.FindingKind;
import io.parley.model.HeaderMatch;
import io.parley.model.HeaderMatch.Absent;
import io.parley.model.HeaderMatch.AllOf;
import io.parley.model.HeaderMatch.Contains;
import io.parley.model.HeaderMatch.Equal;
import io.parley.model.HeaderMatch.Search;
import io.parley.sip.SipMessage;
import java.util.List;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

public class HeaderMatcherTests {
  private static final SipMessage MESSAGE =
      Messages.response(
          "200 OK",
          "Reason: Q.850;cause=16",
          "Reason: SIP;cause=200;text=\"fine, thanks\"",
          "Allow: INVITE, ACK,UPDATE",
          "k: timer",
          "Accept: application/sdp;q=0.5, text/plain",
          "Contact: <sip:a@192.0.2.1;x=1,2>",
          "Subject:   spaced   ");

  @DataProvider
  public Object[][] checks() {
    return new Object[][] {
      {"Reason", new Equal("Q.850;cause=16"), true},
      {"reason", new Equal("  Q.850;cause=16 "), true},
      {"Reason", new Equal("SIP;cause=200;text=\"fine, thanks\""), true},
      {"Reason", new Equal("Q.850;cause=16, SIP;cause=200;text=\"fine, thanks\""), true},
      {"Reason", new Equal("Q.850"), false},
      {"Reason", new Equal("q.850;cause=16"), false},
      {"Subject", new Equal("spaced"), true},
      {"Supported", new Equal("timer"), true},
      {"Missing", new Equal(""), false},
      {"Reason", new Search("cause=\\d+"), true},
      {"Reason", new Search("^cause"), false},
      {"Reason", new Search("thanks\"$"), true},
      {"Missing", new Search(""), false},
      {"Missing", new Absent(), true},
      {"Reason", new Absent(), false},
      {"Supported", new Absent(), false},
      {"Allow", new Contains("UPDATE"), true},
      {"Allow", new Contains("update"), true},
      {"Allow", new Contains("UPDAT"), false},
      {"Allow", new Contains("PRACK"), false},
      {"Accept", new Contains("application/sdp"), true},
      {"Accept", new Contains("text/plain"), true},
      {"Contact", new Contains("2>"), false},
      {"Reason", new Contains("thanks\""), false},
      {"Missing", new Contains("x"), false},
      {"Allow", new AllOf(List.of(new Contains("INVITE"), new Contains("ACK"))), true},
      {"Allow", new AllOf(List.of(new Contains("INVITE"), new Contains("PRACK"))), false},
      {"Reason", new AllOf(List.of(new Search("Q.850"), new Search("SIP;"))), true},
    };
  }

  @Test(dataProvider = "checks")
  public void aHeaderIsChecked(String name, HeaderMatch match, boolean met) {
    Row row = HeaderMatcher.match(header(name, match), MESSAGE);
    assertThat(row.isFailed()).isNotEqualTo(met);
    assertThat(row.weight() == 0).isEqualTo(met);
  }

  @Test
  public void aDifferenceBecomesAFindingWithItsPlace() {
    Row row = HeaderMatcher.match(header("Reason", new Search("cause=17")), MESSAGE);
    assertThat(row.difference().get().finding())
        .hasToString(
            "header differs: expected Reason: /cause=17/, found 'Q.850;cause=16', "
                + "'SIP;cause=200;text=\"fine, thanks\"' (busy.yaml:9:3)");
    assertThat(row.difference().get().kind()).isEqualTo(FindingKind.HEADER);
  }

  @Test
  public void anAbsentHeaderIsSaidToBeAbsent() {
    Row row = HeaderMatcher.match(header("Warning", new Contains("305")), MESSAGE);
    assertThat(row.difference().get().finding().toString())
        .startsWith("header differs: expected Warning containing 305, there is no such header");
  }

  /** A regular expression that would backtrack for ever finds nothing, and soon. */
  @Test(timeOut = 10_000)
  public void aSearchHasAnEnd() {
    SipMessage message =
        Messages.message("SIP/2.0 488 Not Acceptable Here", "", "Subject: " + "a".repeat(60) + "!");
    Row row = HeaderMatcher.match(Checks.header("Subject", new Search("^(a+)+$")), message);
    assertThat(row.isFailed()).isTrue();
    assertThat(HeaderMatcher.match(Checks.header("Subject", new Search("a!$")), message).isFailed())
        .isFalse();
  }
}
