package io.parley.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.testng.annotations.Test;

/** Messages cut from a stream, however the network chops it. */
public class StreamFramerTests {
  private static final String ONE =
      "INVITE sip:a@b SIP/2.0\r\nVia: x\r\nContent-Length: 5\r\n\r\nv=0\r\n";
  private static final String TWO = "SIP/2.0 200 OK\r\nl: 0\r\n\r\n";

  private int pings;

  private List<String> cut(String stream, int chunk) throws IOException {
    byte[] bytes = stream.getBytes(StandardCharsets.ISO_8859_1);
    InputStream in =
        new ByteArrayInputStream(bytes) {
          @Override
          public synchronized int read(byte[] b, int off, int len) {
            return super.read(b, off, Math.min(len, chunk));
          }
        };
    pings = 0;
    StreamFramer framer = new StreamFramer(in, () -> pings++);
    List<String> out = new ArrayList<>();
    for (byte[] m = framer.next(); m != null; m = framer.next()) {
      out.add(new String(m, StandardCharsets.ISO_8859_1));
    }
    return out;
  }

  @Test
  public void messagesAreCutWhereverTheSegmentsEnd() throws IOException {
    String stream = ONE + TWO + ONE + TWO;
    for (int chunk = 1; chunk <= stream.length(); chunk++) {
      assertThat(cut(stream, chunk)).as("chunks of %d", chunk).containsExactly(ONE, TWO, ONE, TWO);
    }
  }

  @Test
  public void keepAlivesBetweenMessagesArePassedOver() throws IOException {
    String stream = "\r\n" + ONE + "\r\n\r\n" + TWO + "\r\n\r\n\r\n\r\n";
    for (int chunk = 1; chunk < 9; chunk++) {
      assertThat(cut(stream, chunk)).containsExactly(ONE, TWO);
      assertThat(pings).as("double CRLFs").isEqualTo(3);
    }
  }

  @Test
  public void linesMayEndWithABareLineFeed() throws IOException {
    String lf = ONE.replace("\r\n", "\n").replace("5", "4");
    assertThat(cut(lf + TWO, 7)).containsExactly(lf, TWO);
  }

  @Test
  public void aMessageWithoutContentLengthHasNoBody() throws IOException {
    String bare = "OPTIONS sip:a SIP/2.0\r\nVia: x\r\n\r\n";
    assertThat(cut(bare + TWO, 100)).containsExactly(bare, TWO);
  }

  @Test
  public void aLargeBodyIsTakenWhole() throws IOException {
    String large = "MESSAGE sip:a SIP/2.0\r\nContent-Length: 300000\r\n\r\n" + "x".repeat(300_000);
    assertThat(cut(large + TWO, 1000)).containsExactly(large, TWO);
  }

  @Test
  public void whatIsNoMessageBreaksTheStream() {
    assertBroken("GET / HTTP/1.1\r\nHost: a\r\n\r\n", "no SIP start line");
    assertBroken("INVITE sip:a SIP/2.0\r\nContent-Length: -1\r\n\r\n", "Content-Length");
    assertBroken("INVITE sip:a SIP/2.0\r\nContent-Length: 99999999\r\n\r\n", "Content-Length");
    assertBroken("INVITE sip:a SIP/2.0\r\nVia", "ended within a message");
    assertBroken(ONE.substring(0, ONE.length() - 2), "ended within a message");
    assertBroken("A: b\r\n".repeat(20_000), "no blank line");
  }

  private void assertBroken(String stream, String reason) {
    assertThatThrownBy(() -> cut(TWO + stream, 100))
        .isInstanceOf(StreamFramer.BrokenStream.class)
        .hasMessageContaining(reason)
        .satisfies(
            e ->
                assertThat(((StreamFramer.BrokenStream) e).rest())
                    .startsWith(stream.substring(0, 5).getBytes(StandardCharsets.ISO_8859_1)));
  }
}
