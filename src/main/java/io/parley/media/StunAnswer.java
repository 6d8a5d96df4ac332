package io.parley.media;

import io.parley.model.StunAttributeName;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an ICE agent answers to a connectivity check (RFC 8489 §6.3, §9.1.3; RFC 8445 §7.3). */
public final class StunAnswer {
  private StunAnswer() {}

  /**
   * The answer to a datagram; empty where it is no check that has an answer.
   *
   * @param from where it came from
   * @param passwords the agent's passwords by their user name fragments
   */
  public static Optional<byte[]> to(
      byte[] datagram, InetSocketAddress from, Map<String, String> passwords) {
    return StunMessage.read(datagram)
        .filter(m -> m.kind() == StunMessage.Kind.REQUEST && m.method() == StunMessage.BINDING)
        .filter(m -> m.fingerprint().orElse(true))
        .map(m -> answer(m, from, passwords));
  }

  private static byte[] answer(
      StunMessage request, InetSocketAddress from, Map<String, String> passwords) {
    List<String> user = request.values(StunAttributeName.USERNAME.toString());
    if (user.isEmpty() || request.attribute("MESSAGE-INTEGRITY").isEmpty()) {
      return StunBuilder.error(request, "400 Bad Request").build(Optional.empty());
    }
    String password = passwords.get(user.get(0).split(":", 2)[0]);
    if (password == null || !request.isMadeWith(password)) {
      return StunBuilder.error(request, "401 Unauthenticated").build(Optional.empty());
    }
    List<StunAttribute> unknown =
        request.attributes().stream()
            .filter(StunAttribute::isComprehensionRequired)
            .filter(a -> StunAttributeName.of(a.type()).isEmpty())
            .toList();
    StunBuilder out =
        unknown.isEmpty()
            ? StunBuilder.success(request, from)
            : StunBuilder.error(request, "420 Unknown Attribute")
                .set(StunAttributeName.UNKNOWN_ATTRIBUTES.type(), types(unknown));
    return out.build(Optional.of(password));
  }

  private static byte[] types(List<StunAttribute> attributes) {
    ByteBuffer out = ByteBuffer.allocate(2 * attributes.size());
    attributes.forEach(a -> out.putShort((short) a.type()));
    return out.array();
  }
}
