package io.parley.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** Parts of bodies as RFC 2046 and RFC 5621 have them, and as they are damaged. */
public class BodyPartTests {
  private static final String SDP = "v=0\r\no=- 1 1 IN IP4 192.0.2.1\r\n";

  @DataProvider
  public Object[][] bodies() {
    String part = "Content-Type: application/sdp\r\n\r\n" + SDP;
    return new Object[][] {
      {"application/sdp", SDP, List.of("application/sdp"), SDP},
      {"multipart/mixed;boundary=b", "--b\r\n" + part + "--b--", List.of("application/sdp"), SDP},
      {
        "multipart/mixed;boundary=b",
        "--b\r\n" + part + "\r\n--b--",
        List.of("application/sdp"),
        SDP
      },
      {
        "multipart/mixed; Boundary=\"a b\"",
        "preamble\r\n--a b\r\nContent-Type: text/plain\r\n\r\nhi\r\n--a b \r\n"
            + part
            + "\r\n--a b--\r\nepilogue",
        List.of("text/plain", "application/sdp"),
        SDP
      },
      {
        "multipart/mixed;boundary=o",
        "--o\r\nContent-Type: multipart/alternative;\r\n boundary=i\r\n\r\n--i\r\n"
            + part
            + "\r\n--i--\r\n--o--",
        List.of("application/sdp"),
        SDP
      },
      {
        "multipart/mixed;boundary=b",
        "--b\n" + part.replace("\r", "") + "\n--b--",
        List.of("application/sdp"),
        SDP.replace("\r", "")
      },
      {"multipart/mixed;boundary=b", "--b\r\n" + part, List.of("application/sdp"), SDP},
      {"multipart/mixed;boundary=b", "nothing of the kind", List.of(), null},
      {"multipart/mixed", "--b\r\n" + part, List.of("multipart/mixed"), null},
      {"multipart/mixed;boundary=b", "--b\r\nno empty line", List.of(), null},
      {"text/plain", "hello", List.of("text/plain"), null},
    };
  }

  @Test(dataProvider = "bodies")
  public void partsAreFound(String type, String body, List<String> types, String sdp) {
    SipMessage message = message(type, body);
    if (!types.isEmpty()) {
      assertThat(BodyPart.of(message)).extracting(BodyPart::type).containsExactlyElementsOf(types);
    }
    assertThat(message.sdp().map(p -> new String(p.bytes(), StandardCharsets.ISO_8859_1)))
        .isEqualTo(java.util.Optional.ofNullable(sdp));
    message.sdp().ifPresent(p -> assertThat(message.text().substring(p.start())).startsWith("v=0"));
  }

  @Test
  public void aPartSaysWhetherItMustBeUnderstood() {
    String body =
        "--b\r\nContent-Type: application/isup\r\nContent-Disposition: signal;handling=required"
            + "\r\n\r\nx\r\n--b\r\nContent-Type: a/b\r\n\r\ny\r\n--b--";
    assertThat(BodyPart.of(message("multipart/mixed;boundary=b", body)))
        .extracting(BodyPart::isRequired)
        .containsExactly(true, false);
  }

  private static SipMessage message(String type, String body) {
    return SipMessage.of(
        "INVITE sip:a@example.com SIP/2.0\r\nContent-Type: "
            + type
            + "\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n"
            + body);
  }
}
