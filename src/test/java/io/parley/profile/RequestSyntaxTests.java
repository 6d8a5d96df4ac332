package io.parley.profile;

import static io.parley.profile.Requests.good;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.sip.SipMessage;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** Requests in the manner of RFC 4475: odd ones that are valid, and invalid ones. */
public class RequestSyntaxTests {

  @DataProvider
  public Object[][] valid() {
    return new Object[][] {
      {
        "white space",
        good().replace("From: ", "FROM   :\r\n   ").replace(";tag=1", " ;\r\n tag = 1")
      },
      {"compact names", good().replace("From:", "f:").replace("To:", "t:").replace("Via:", "v:")},
      {"leading zeros", good().replace("rds: 70", "rds: 0068").replace("CSeq: 1", "CSeq: 0001")},
      {"quoted name", good().replace("From: <", "From: \"A \\\"B\\\", <C>\" <")},
      {"name tokens", good().replace("From: <", "From: a-b~ c'd e* <")},
      {"no space before <", good().replace("From: <", "From: caller<")},
      {"no brackets", good().replace("To: <sip:+15550100007@sbc.example.com>", "To: sip:a@b;x=y")},
      {"odd header", good().replace("CSeq:", "X-Odd: ;;,,;;,;\r\nCSeq:")},
      {"folded header", good().replace("CSeq:", "Subject: one\r\n two\r\n\tthree\r\nCSeq:")},
      {"URI parameters", good().replace("sbc.example.com SIP", "sbc.example.com;a=b;c SIP")},
      {"Via with spaces", good().replace("SIP/2.0/UDP ", "SIP / 2.0 / UDP ")},
      {
        "several Vias", good().replace("Max-", "Via: SIP/2.0/SCTP [2001:db8::9:1];branch=x\r\nMax-")
      },
      {"several Contacts", good().replace("Contact: ", "Contact: \"x, y\" <sip:a@b>;q=0.3, ")},
      {"bytes after the body", good() + "more"},
      {
        "a request of RFC 2543",
        good()
            .replace(";branch=z9hG4bK-1", "")
            .replace(";tag=1", "")
            .replaceAll("Contact: [^\r]*\r\n", "")
            .replace("Max-Forwards: 70\r\n", "")
      },
    };
  }

  @Test(dataProvider = "valid")
  public void oddRequestsAreTaken(String name, String text) {
    assertThat(RequestSyntax.fault(SipMessage.of(text))).isEmpty();
  }

  @DataProvider
  public Object[][] invalid() {
    return new Object[][] {
      {"two spaces", good().replace("INVITE sip", "INVITE  sip"), "Request-URI SIP/2.0"},
      {"space at the end", good().replaceFirst(" SIP/2.0", " SIP/2.0 "), "Request-URI SIP/2.0"},
      {"brackets", good().replaceFirst("sip:(\\S+)", "<sip:$1>"), "Request-URI"},
      {"version", good().replaceFirst("SIP/2.0", "SIP/3.0"), "SIP/2.0"},
      {"open quote", good().replace("From: <", "From: \"a <"), "quotes"},
      {"comma in a name", good().replace("From: <", "From: a, b <"), "one address"},
      {"space in brackets", good().replace("To: <sip", "To: < sip"), "URI"},
      {"two To", good().replace("CSeq:", "To: <sip:a@b>\r\nCSeq:"), "one To"},
      {"CSeq 2^31", good().replace("CSeq: 1 ", "CSeq: 2147483648 "), "2^31"},
      {"CSeq method", good().replace("1 INVITE", "1 BYE"), "INVITE in CSeq"},
      {"hops", good().replace("rds: 70", "rds: 256"), "0..255"},
      {"Via", good().replace("SIP/2.0/UDP", "SIP/7.7/UDP"), "Via"},
      {"cookie alone", good().replace("z9hG4bK-1", "z9hG4bK"), "magic cookie"},
      {"length", good().replaceAll("(Content-Length: )\\d+", "$1-9"), "number of bytes"},
    };
  }

  @Test(dataProvider = "invalid")
  public void brokenRequestsAreNamed(String name, String text, String words) {
    assertThat(RequestSyntax.fault(SipMessage.of(text)).orElseThrow().text()).contains(words);
  }
}
