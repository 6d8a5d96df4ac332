package io.parley.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.model.PacketKind;
import java.util.Arrays;
import java.util.Random;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** What comes at a media port is told apart by its first byte (RFC 7983 §7, RFC 5761 §4). */
public class PacketTests {
  @DataProvider
  public Object[][] packets() {
    String rest = "12345678deadbeef0000000000";
    return new Object[][] {
      {StunMessageTests.REQUEST, "STUN Binding request", PacketKind.STUN_REQUEST},
      {StunMessageTests.RESPONSE, "STUN Binding success response", PacketKind.STUN_SUCCESS},
      {
        "001100002112a442b7e7a701bc34d686fa87dfae",
        "STUN Binding indication",
        PacketKind.STUN_INDICATION
      },
      {
        "011100002112a442b7e7a701bc34d686fa87dfae",
        "STUN Binding error response",
        PacketKind.STUN_ERROR
      },
      {"80000001" + rest, "RTP payload type 0", PacketKind.RTP},
      {"80e50001" + rest, "RTP payload type 101", PacketKind.RTP},
      {"bf7f0001" + rest, "RTP payload type 127", PacketKind.RTP},
      {"80c80006" + rest, "RTCP packet type 200", PacketKind.RTCP},
      {"81c90001" + rest, "RTCP packet type 201", PacketKind.RTCP},
      {"16feff000000000000000000", "12 bytes that are no media, the first 22", null},
      {"16feff00000000000000000001", "DTLS handshake", PacketKind.DTLS},
      {"15feff00000000000000000001", "DTLS content type 21", PacketKind.DTLS},
      {"", "an empty datagram", null},
      {"80000001", "4 bytes that are no media, the first 128", null},
      {"000100", "3 bytes that are no media, the first 0", null},
      {"4b", "1 bytes that are no media, the first 75", null},
      {"c0", "1 bytes that are no media, the first 192", null},
    };
  }

  @Test(dataProvider = "packets")
  public void isOfOneKind(String hex, String title, PacketKind kind) {
    Packet packet = Packet.of(StunMessageTests.bytes(hex));
    assertThat(packet.title()).isEqualTo(title);
    for (PacketKind other : PacketKind.values()) {
      boolean stun = kind != null && kind.isStun() && other == PacketKind.STUN;
      assertThat(packet.is(other)).as("%s", other).isEqualTo(other == kind || stun);
    }
  }

  @Test
  public void aCheckTellsWhoChecksWhom() {
    assertThat(Packet.of(StunMessageTests.bytes(StunMessageTests.REQUEST)).summary())
        .contains("USERNAME evtj:h6vY, ICE-CONTROLLED, transaction b7e7a701bc34d686fa87dfae");
  }

  @Test
  public void aCopyHasTheSameIdentity() {
    byte[] first = StunMessageTests.bytes("8000000112345678deadbeef00");
    byte[] next = StunMessageTests.bytes("8000000212345678deadbeef00");
    assertThat(Packet.of(first).identity()).isEqualTo(Packet.of(first.clone()).identity());
    assertThat(Packet.of(first).identity()).isNotEqualTo(Packet.of(next).identity());
  }

  /** Whatever a stranger sends is read or not; nothing of it is thrown at the reader. */
  @Test
  public void damageIsSurvived() {
    Random random = new Random(7);
    byte[] good = StunMessageTests.bytes(StunMessageTests.REQUEST);
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = Arrays.copyOf(good, random.nextInt(good.length + 8));
      for (int n = random.nextInt(6); n > 0 && bytes.length > 0; n--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      Packet packet = Packet.of(bytes);
      assertThat(packet.title()).isNotEmpty();
      assertThat(packet.describe() + packet.identity() + packet.summary()).isNotNull();
    }
  }
}
