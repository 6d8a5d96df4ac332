package io.parley.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.sdp.Sdp;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** One call in the manners in which tools and people write it down. */
public class TextReaderTests {
  private static final List<String> INVITE =
      List.of(
          "INVITE sip:+15550100001@192.0.2.2:5060 SIP/2.0",
          "Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK-1",
          "From: <sip:+15550190001@sbc.example.com>;tag=a",
          "To: <sip:+15550100001@192.0.2.2>",
          "Call-ID: text@192.0.2.1",
          "CSeq: 1 INVITE",
          "Supported: timer,",
          "  100rel",
          "Content-Type: application/sdp",
          "Content-Length: 106",
          "",
          "v=0",
          "o=- 1 1 IN IP4 192.0.2.1",
          "s=-",
          "c=IN IP4 192.0.2.1",
          "t=0 0",
          "m=audio 4000 RTP/AVP 0",
          "a=sendrecv");

  private static final List<String> REFUSAL =
      List.of(
          "SIP/2.0 488 Not Acceptable Here",
          "Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK-1",
          "From: <sip:+15550190001@sbc.example.com>;tag=a",
          "To: <sip:+15550100001@192.0.2.2>;tag=b",
          "Call-ID: text@192.0.2.1",
          "CSeq: 1 INVITE",
          "Content-Length: 0",
          "");

  private static final String NO_TRANSPORT = " 192.0.2.1:5060 192.0.2.2:5060";

  @DataProvider
  public Object[][] manners() {
    return new Object[][] {
      {"plain", written("", "\n") + "\n" + refused("", "\n"), "  ", false},
      {"plain, CRLF", written("", "\r\n") + "\r\n" + refused("", "\r\n"), "  ", false},
      {
        "sngrep",
        "2026/11/21 02:00:00.100000 192.0.2.1:5060 -> 192.0.2.2:5060\n"
            + written("", "\n")
            + "\n\n2026/11/21 02:00:00.112000 192.0.2.2:5060 -> 192.0.2.1:5060\n"
            + refused("", "\n"),
        NO_TRANSPORT,
        true
      },
      {
        "ngrep",
        "U 2026/11/21 02:00:00.100000 192.0.2.1:5060 -> 192.0.2.2:5060\n"
            + written("", ".\n")
            + "\n\nU 2026/11/21 02:00:00.112000 192.0.2.2:5060 -> 192.0.2.1:5060\n"
            + refused("", ".\n"),
        NO_TRANSPORT,
        true
      },
      {
        "AudioCodes syslog",
        "02:00:00.100  10.0.0.5  local0.notice  [S=2041] [SID=2ed1c8:94:4]  ---- Incoming SIP"
            + " Message from 192.0.2.1:5060 to SIPInterface #0 (Main) UDP TO(#12) SocketID(0) ----\n"
            + "02:00:00.100  10.0.0.5  local0.notice  [S=2042] [SID=2ed1c8:94:4]  "
            + written("", "\n")
            + "\n02:00:00.112  10.0.0.5  local0.notice  [S=2050] [SID=2ed1c8:94:4]  ---- Outgoing"
            + " SIP Message to 192.0.2.1:5060 from SIPInterface #0 (Main) UDP TO(#12) ----\n"
            + "02:00:00.112  10.0.0.5  local0.notice  [S=2051] [SID=2ed1c8:94:4]  "
            + refused("", "\n"),
        "udp 192.0.2.1:5060 ",
        true
      },
      {
        "syslog before every line",
        written("Nov 21 02:00:00 sbc1 sipd[4711]: ", "\n")
            + "Nov 21 02:00:00 sbc1 sipd[4711]: end of message\n"
            + refused("Nov 21 02:00:00 sbc1 sipd[4711]: ", "\n"),
        "  ",
        true
      },
      {
        "Kamailio, one line",
        "Nov 21 02:00:00 sbc1 kamailio[77]: 1(78) INFO: <script>: received from udp"
            + " 192.0.2.1:5060: "
            + written("", "#015#012")
            + "\nNov 21 02:00:00 sbc1 kamailio[77]: 1(78) INFO: <script>: sent to udp"
            + " 192.0.2.1:5060: "
            + refused("", "#015#012"),
        "udp 192.0.2.1:5060 ",
        true
      },
      {
        "Oracle sipmsg.log",
        "Nov 21 02:00:00.100 On [0:0]192.0.2.2:5060 received from 192.0.2.1:5060\n"
            + written("", "\n")
            + "\n----------------------------------------\n"
            + "Nov 21 02:00:00.112 On [0:0]192.0.2.2:5060 sent to 192.0.2.1:5060\n"
            + refused("", "\n"),
        NO_TRANSPORT,
        true
      },
      {
        "quoted in a mail",
        "Hello,\n> here it is:\n>\n" + written("> ", "\n") + ">\n" + refused("> ", "\n") + "Bye\n",
        "  ",
        false
      },
      {
        "indented, no blank line before the body",
        written("    ", "\n").replace("\n    \n", "\n") + "\n" + refused("    ", "\n"),
        "  ",
        false
      },
      {
        "JSON",
        "{\"ts\":\"2026-11-21T02:00:00.100Z\",\"msg\":\""
            + written("", "\\r\\n")
            + "\"}\n{\"ts\":\"2026-11-21T02:00:00.112Z\",\"msg\":\""
            + refused("", "\\r\\n")
            + "\"}\n",
        "  ",
        true
      },
    };
  }

  @Test(dataProvider = "manners")
  public void theCallIsFound(String name, String text, String path, boolean timed) {
    Capture capture = Packets.read(text.getBytes(StandardCharsets.ISO_8859_1));
    assertThat(capture.kind()).isEqualTo(Capture.Kind.TEXT);
    List<CapturedCall> calls = CallList.of(capture.messages()).calls();
    assertThat(calls).hasSize(1);
    Invitation i = calls.get(0).telling();
    assertThat(i.status()).isEqualTo(488);
    assertThat(lines(i)).isEqualTo(INVITE.subList(11, 18));
    assertThat(i.invite().first("Supported")).contains("timer, 100rel");
    assertThat(i.request().cut()).isFalse();
    CapturedMessage.Path found = i.request().path();
    assertThat(found.transport() + " " + found.from() + " " + found.to()).isEqualTo(said(path));
    assertThat(i.request().time().isPresent()).isEqualTo(timed);
  }

  @Test
  public void windowsTextInUtf16() {
    byte[] text = ("\ufeff" + written("", "\r\n")).getBytes(StandardCharsets.UTF_16LE);
    assertThat(Packets.read(text).messages()).hasSize(1);
  }

  @Test
  public void aBodyThatTheLogLeavesOut() {
    String text = written("", "\n").split("\n\n")[0] + "\n\nNov 21 02:00:01 something else\n";
    Capture capture = Packets.read(text.getBytes(StandardCharsets.ISO_8859_1));
    assertThat(capture.messages()).hasSize(1).allMatch(CapturedMessage::cut);
  }

  @Test
  public void anSdpLineThatAMailProgramBrokeInTwo() {
    String whole = with("a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:abc\n");
    assertThat(body(whole.replace(" inline", "\ninline"))).isEqualTo(body(whole));
  }

  @Test
  public void aLineThatIsNoSdpStaysWhereTheLengthSaysSo() {
    assertThat(body(with("not sdp\n"))).contains("t=0 0\r\nnot sdp\r\n");
  }

  @Test
  public void aStartLineWithoutItsMessageIsSaid() {
    Capture capture =
        Packets.read(
            "INVITE sip:a@example.com SIP/2.0\nand so on\n".getBytes(StandardCharsets.US_ASCII));
    assertThat(Emptiness.of(capture, CallList.of(List.of())))
        .hasMessageContaining("1 start line of SIP messages, but no message whole");
  }

  /** The INVITE with a further line before its media line, and its true length. */
  private static String with(String line) {
    String text = written("", "\n").replace("m=audio", line + "m=audio");
    int length = text.substring(text.indexOf("v=0")).replace("\n", "\r\n").length();
    return text.replaceFirst("Content-Length: \\d+", "Content-Length: " + length);
  }

  private static String body(String text) {
    Capture capture = Packets.read(text.getBytes(StandardCharsets.ISO_8859_1));
    return new String(capture.messages().get(0).message().body(), StandardCharsets.ISO_8859_1);
  }

  @Test
  public void aMentionOfAResponseIsNoMessage() {
    String text = "the SBC says SIP/2.0 488 Not Acceptable Here\nwhy?\n";
    assertThat(Packets.read(text.getBytes(StandardCharsets.ISO_8859_1)).messages()).isEmpty();
  }

  private static String said(String path) {
    return path.isBlank() ? "  " : path;
  }

  private static List<String> lines(Invitation i) {
    return Sdp.of(i.invite().body()).lines().stream().map(l -> l.text()).toList();
  }

  private static String written(String prefix, String end) {
    return INVITE.stream().map(l -> prefix + l + end).collect(Collectors.joining());
  }

  private static String refused(String prefix, String end) {
    return REFUSAL.stream().map(l -> prefix + l + end).collect(Collectors.joining());
  }
}
