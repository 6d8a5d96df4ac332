package io.parley.capture;

import static io.parley.capture.Packets.invite;
import static io.parley.capture.Packets.ip4;
import static io.parley.capture.Packets.pcap;
import static io.parley.capture.Packets.tcp;
import static io.parley.capture.Packets.udp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.explain.Recorded;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** Input that is cut, damaged, empty or something else. */
public class DamageTests {

  @DataProvider
  public Object[][] formats() {
    return new Object[][] {{"srtp-none"}, {"key-too-short"}, {"suite-32-only"}};
  }

  /** Wherever the file ends, what is before is read and the end is told. */
  @Test(dataProvider = "formats")
  public void everyTruncationIsTold(String name) throws IOException {
    byte[] whole = Files.readAllBytes(Recorded.file(name));
    int most = Packets.read(whole).messages().size();
    int told = 0;
    for (int length = 4; length < whole.length; length++) {
      Capture capture = Packets.read(Arrays.copyOf(whole, length));
      told += capture.damage().isPresent() ? 1 : 0;
      assertThat(capture.messages().size()).isLessThanOrEqualTo(most);
    }
    assertThat(told).isGreaterThan(whole.length * 9 / 10);
  }

  /** Whatever byte is wrong, reading ends without an exception. */
  @Test(dataProvider = "formats")
  public void anyByteMayBeWrong(String name) throws IOException {
    byte[] whole = Files.readAllBytes(Recorded.file(name));
    Random random = new Random(4);
    for (int i = 0; i < 4000; i++) {
      byte[] damaged = whole.clone();
      for (int n = 0; n <= i % 3; n++) {
        damaged[4 + random.nextInt(whole.length - 4)] = (byte) random.nextInt(256);
      }
      Capture capture = Packets.read(damaged);
      CallList.of(capture.messages());
    }
  }

  @Test
  public void anEmptyFile() {
    assertThatThrownBy(() -> Packets.read(new byte[0]))
        .isInstanceOf(CaptureException.class)
        .hasMessageStartingWith("test: the file is empty.");
  }

  @Test
  public void aFileThatIsNotThere() {
    assertThatThrownBy(() -> CaptureFile.read(Path.of("no-such.pcap")))
        .hasMessage("no-such.pcap: no such file");
  }

  @Test
  public void aCaptureWithoutSip() {
    assertThat(why(pcap(101).add(ip4(17, udp("hello".getBytes()))).bytes()))
        .contains("no SIP message found in 1 packet.");
  }

  @Test
  public void aCaptureOfTls() {
    byte[] record = {22, 3, 3, 0, 5, 1, 2, 3, 4, 5};
    assertThat(why(pcap(101).add(ip4(6, tcp(1, 16, record))).bytes()))
        .contains("1 TLS record")
        .contains("decrypted");
  }

  @Test
  public void aLinkTypeThatIsNotRead() {
    assertThat(why(pcap(127).add(new byte[50]).bytes())).contains("link type that is not read");
  }

  @Test
  public void aTraceWithoutTheInvite() {
    String response = new String(invite(1), StandardCharsets.ISO_8859_1);
    byte[] text =
        ("SIP/2.0 488 Not Acceptable Here\r\n" + response.substring(response.indexOf('\n') + 1))
            .getBytes(StandardCharsets.ISO_8859_1);
    assertThat(why(text))
        .contains("line 1 answers an INVITE that is not in it ('SIP/2.0 488 Not Acceptable Here')");
  }

  @Test
  public void sipWithoutACall() {
    String options = new String(invite(1)).replace("INVITE", "OPTIONS");
    assertThat(why(options.getBytes())).contains("1 SIP message, none of them an INVITE");
  }

  /** 100 MB; of packets and of text, in a memory that could not hold them twice over. */
  @Test
  public void aLotOfNoise() throws IOException {
    Capture text = CaptureFile.read("noise", new Noise(100_000_000));
    assertThat(text.messages()).isEmpty();
    assertThat(text.tally().bytes()).isEqualTo(100_000_000);
    Packets chunk = pcap(1);
    Random random = new Random(2);
    for (int i = 0; i < 1000; i++) {
      byte[] packet = new byte[1000];
      random.nextBytes(packet);
      packet[12] = 8;
      packet[13] = 0;
      packet[14] = 0x45;
      packet[23] = (byte) (i % 2 == 0 ? 6 : 17);
      chunk.add(packet);
    }
    byte[] once = chunk.bytes();
    byte[] records = Arrays.copyOfRange(once, 24, once.length);
    InputStream hundred = new ByteArrayInputStream(once);
    for (int i = 0; i < 99; i++) {
      hundred = new SequenceInputStream(hundred, new ByteArrayInputStream(records));
    }
    Capture packets = CaptureFile.read("noise", hundred);
    assertThat(packets.messages()).isEmpty();
    assertThat(packets.tally().units()).isEqualTo(100_000);
  }

  private static String why(byte[] bytes) {
    Capture capture = Packets.read(bytes);
    return Emptiness.of(capture, CallList.of(capture.messages())).getMessage();
  }

  /** So many bytes of noise behind a beginning. */
  private static final class Noise extends InputStream {
    private final Random random = new Random(1);
    private final long size;
    private long at;

    Noise(long size) {
      this.size = size;
    }

    @Override
    public int read() {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) {
      if (at >= size) {
        return -1;
      }
      int n = (int) Math.min(length, size - at);
      byte[] noise = new byte[n];
      random.nextBytes(noise);
      System.arraycopy(noise, 0, into, from, n);
      at += n;
      return n;
    }
  }
}
