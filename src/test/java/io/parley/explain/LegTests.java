package io.parley.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.capture.CaptureFile;
import io.parley.profile.Profiles;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.testng.annotations.Test;

/** A call that an SBC passes on, captured on the SBC. */
public class LegTests {
  private static final String PHONE = "192.0.2.1:5060";
  private static final String SBC = "192.0.2.2:5060";
  private static final String TRUNK = "192.0.2.3:5060";

  @Test
  public void theRefusalCameFromFurtherOn() throws IOException {
    assertThat(remarks(486, 486))
        .containsExactly("refused further on: call 2, its way on from 192.0.2.2, got 486 as well");
  }

  @Test
  public void theSbcMadeAnotherRefusalOfIt() throws IOException {
    assertThat(remarks(488, 603))
        .containsExactly(
            "call 2, its way on from 192.0.2.2, got 603: what stands between made 488 of it");
  }

  private static List<String> remarks(int near, int far) throws IOException {
    String trace =
        invite("10:00:00.100", PHONE, SBC, "one", "+15550100001")
            + invite("10:00:00.110", SBC, TRUNK, "two", "0015550100001")
            + response("10:00:00.120", TRUNK, SBC, "two", far)
            + response("10:00:00.121", SBC, PHONE, "one", near);
    Explainer explainer =
        new Explainer(List.of(Profiles.shipped().get("sipconnect").orElseThrow()), false);
    byte[] bytes = trace.getBytes(StandardCharsets.ISO_8859_1);
    return explainer
        .explain(CaptureFile.read("trace", new ByteArrayInputStream(bytes)))
        .calls()
        .get(0)
        .leg()
        .remarks();
  }

  private static String invite(String time, String from, String to, String id, String number) {
    String line = "INVITE sip:" + number + "@example.com SIP/2.0";
    return message(time, from, to, id, line);
  }

  private static String response(String time, String from, String to, String id, int status) {
    return message(time, from, to, id, "SIP/2.0 " + status + " Words");
  }

  private static String message(String time, String from, String to, String id, String start) {
    return """
        2026-11-21 %s %s -> %s
        %s
        Via: SIP/2.0/UDP 192.0.2.9;branch=z9hG4bK%s
        From: <sip:a@example.com>;tag=a
        To: <sip:b@example.com>
        Call-ID: %s
        CSeq: 1 INVITE
        Content-Length: 0

        """
        .formatted(time, from, to, start, id, id);
  }
}
