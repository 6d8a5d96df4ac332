package io.parley.fake;

import io.parley.sip.SipMessage;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Responses made by hand, so that the fakes share no code with what is tested. */
public final class Replies {
  private static final List<String> COPIED = List.of("Via", "From", "To", "Call-ID", "CSeq");
  private static final String SDP =
      String.join(
          "\r\n",
          "v=0",
          "o=- 1 1 IN IP4 127.0.5.1",
          "s=-",
          "c=IN IP4 127.0.5.1",
          "t=0 0",
          "m=audio 40000 RTP/AVP 0 8 101",
          "a=rtpmap:101 telephone-event/8000",
          "a=sendrecv",
          "");

  private Replies() {}

  /** A response without a body; the To tag is the same for all, which is legal. */
  public static String bare(SipMessage request, int status) {
    return startAndHeaders("SIP/2.0 " + status + " Fake", request) + "Content-Length: 0\r\n\r\n";
  }

  /** The same with another status line. */
  public static String withStatusLine(SipMessage request, String line) {
    return startAndHeaders(line, request) + "Content-Length: 0\r\n\r\n";
  }

  /**
   * 200 whatever was asked: an INVITE gets its own offer back as the answer, or a plain SDP where
   * it had none.
   */
  public static String ok(SipMessage request, InetSocketAddress self) {
    if (!request.method().equals("INVITE")) {
      return bare(request, 200);
    }
    String body = request.hasSdp() ? new String(request.body(), StandardCharsets.ISO_8859_1) : SDP;
    return startAndHeaders("SIP/2.0 200 Fake", request)
        + "Contact: <sip:fake@"
        + self.getAddress().getHostAddress()
        + ":"
        + self.getPort()
        + ">\r\n"
        + "Content-Type: application/sdp\r\n"
        + "Content-Length: "
        + body.length()
        + "\r\n\r\n"
        + body;
  }

  private static String startAndHeaders(String line, SipMessage request) {
    return line
        + "\r\n"
        + COPIED.stream()
            .flatMap(n -> request.values(n).stream().map(v -> n + ": " + tagged(n, v)))
            .collect(Collectors.joining("\r\n", "", "\r\n"));
  }

  private static String tagged(String name, String value) {
    return name.equals("To") && !value.contains(";tag=") ? value + ";tag=fake" : value;
  }
}
