package io.parley.sip;

import static org.assertj.core.api.Assertions.assertThat;

import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** What is found wrong with a message. */
public class SanityTests {
  private static final String GOOD =
      "INVITE sip:b@example.com SIP/2.0\r\nVia: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK1\r\n"
          + "Max-Forwards: 70\r\nFrom: <sip:a@example.com>;tag=1\r\nTo: <sip:b@example.com>\r\n"
          + "Call-ID: c\r\nCSeq: 1 INVITE\r\nContact: <sip:a@192.0.2.1>\r\n"
          + "Content-Length: 3\r\n\r\nabc";

  @DataProvider
  public Object[][] faults() {
    return new Object[][] {
      {"INVITE sip:b@example.com SIP/2.0", "INVITE", "neither a request line nor a status line"},
      {"INVITE sip:b@example.com SIP/2.0", "SIP/2.0 799 x", "the status code 799"},
      {"INVITE sip:b@example.com SIP/2.0", "INVITE sip:b SIP/3.0", "the version is SIP/3.0"},
      {"Via: .*?\r\n", "", "there is no Via"},
      {";branch=z9hG4bK1", "", "the top Via has no branch"},
      {"z9hG4bK1", "1", "does not start with z9hG4bK"},
      {"Call-ID: c\r\n", "Call-ID: c\r\ni: d\r\n", "there are 2 Call-ID fields"},
      {"CSeq: 1", "CSeq: one", "CSeq is not a number and a method"},
      {"CSeq: 1", "CSeq: 2147483648", "the CSeq number 2147483648"},
      {"1 INVITE", "1 BYE", "CSeq says BYE, the request line INVITE"},
      {"Length: 3", "Length: 4", "Content-Length says 4 bytes, 3 came"},
      {"Length: 3", "Length: -3", "Content-Length is not a number of bytes"},
      {"Max-Forwards: 70\r\n", "", "there is no Max-Forwards"},
      {"Contact: .*?\r\n", "", "an INVITE has 0 Contact values"},
      {"sip:a@example", "sip:a\0@example", "the header has a control character"},
      {"70\r\n", "70\n", "a header line ends with a bare line feed"},
    };
  }

  @Test
  public void aSoundMessageHasNoFault() {
    assertThat(Sanity.faults(SipMessage.of(GOOD))).isEmpty();
  }

  @Test(dataProvider = "faults")
  public void aFaultIsTold(String good, String bad, String words) {
    String text = GOOD.replaceFirst(good, bad);
    assertThat(text).isNotEqualTo(GOOD);
    assertThat(Sanity.faults(SipMessage.of(text))).anyMatch(f -> f.contains(words));
  }
}
