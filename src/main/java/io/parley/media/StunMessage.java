package io.parley.media;

import io.parley.model.StunAttributeName;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A STUN message (RFC 8489 §5).
 *
 * @param kind request, indication, success or error response
 * @param method its method, 0 to 0xfff; 1 = Binding
 * @param transaction its transaction id, 24 hexadecimal digits
 * @param attributes its attributes in order, FINGERPRINT last where there is one
 * @param bytes as on the wire; not to be changed
 */
public record StunMessage(
    Kind kind, int method, String transaction, List<StunAttribute> attributes, byte[] bytes) {
  /** The method of connectivity checks and of their answers. */
  public static final int BINDING = 1;

  /** What tells STUN from its predecessor of RFC 3489 (RFC 8489 §5). */
  static final int MAGIC_COOKIE = 0x2112a442;

  static final int HEADER = 20;
  private static final int ALIGNMENT = 4;
  private static final HexFormat HEX = HexFormat.of();

  /** The class of a message; in the order of their two bits. */
  public enum Kind {
    REQUEST("request"),
    INDICATION("indication"),
    SUCCESS("success response"),
    ERROR("error response");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** Its two bits in the type of a message. */
    int bits() {
      return (ordinal() & 2) << 7 | (ordinal() & 1) << 4;
    }

    /** {@code success response}. */
    public String words() {
      return words;
    }
  }

  /**
   * Reads a message; empty where the bytes are none: the first two bits, the magic cookie, the
   * length and those of all attributes must fit (RFC 8489 §6.3).
   */
  public static Optional<StunMessage> read(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    if (bytes.length < HEADER || (bytes[0] & 0xc0) != 0 || in.getInt(4) != MAGIC_COOKIE) {
      return Optional.empty();
    }
    int type = in.getShort(0);
    int length = in.getShort(2) & 0xffff;
    if (length % ALIGNMENT != 0 || HEADER + length != bytes.length) {
      return Optional.empty();
    }
    return attributes(in.position(HEADER))
        .map(
            attributes ->
                new StunMessage(
                    Kind.values()[type >> 7 & 2 | type >> 4 & 1],
                    type & 0xf | type >> 1 & 0x70 | type >> 2 & 0xf80,
                    HEX.formatHex(bytes, 8, HEADER),
                    attributes,
                    bytes));
  }

  private static Optional<List<StunAttribute>> attributes(ByteBuffer in) {
    List<StunAttribute> out = new ArrayList<>();
    while (in.hasRemaining()) {
      int at = in.position();
      int type = in.getShort() & 0xffff;
      int length = in.getShort() & 0xffff;
      int padded = (length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
      if (padded > in.remaining()) {
        return Optional.empty();
      }
      byte[] value = new byte[length];
      in.get(value).position(at + ALIGNMENT + padded);
      out.add(new StunAttribute(type, value, at));
    }
    return Optional.of(List.copyOf(out));
  }

  /** {@code Binding request}. */
  public String name() {
    return (method == BINDING ? "Binding" : "method " + method) + " " + kind.words();
  }

  /** The first attribute of that name. */
  public Optional<StunAttribute> attribute(String name) {
    return attributes.stream().filter(a -> a.name().equalsIgnoreCase(name)).findFirst();
  }

  /** What each attribute of that name says; a flag says nothing, as an empty text. */
  public List<String> values(String name) {
    return attributes.stream()
        .filter(a -> a.name().equalsIgnoreCase(name))
        .map(this::text)
        .toList();
  }

  private String text(StunAttribute attribute) {
    return attribute.text(HEX.parseHex(transaction));
  }

  /** Whether its MESSAGE-INTEGRITY was made with that password; false where there is none. */
  public boolean isMadeWith(String password) {
    return seal(StunAttributeName.MESSAGE_INTEGRITY)
        .map(a -> MessageDigest.isEqual(a.value(), StunSeal.integrity(before(a), password)))
        .orElse(false);
  }

  /** Whether its FINGERPRINT is right; empty where there is none. */
  public Optional<Boolean> fingerprint() {
    return seal(StunAttributeName.FINGERPRINT)
        .map(a -> Arrays.equals(a.value(), StunSeal.fingerprint(before(a))));
  }

  private Optional<StunAttribute> seal(StunAttributeName name) {
    return attributes.stream().filter(a -> a.type() == name.type()).findFirst();
  }

  private byte[] before(StunAttribute attribute) {
    return Arrays.copyOf(bytes, attribute.at());
  }

  /** One line for each attribute: {@code USERNAME: abcd:efgh}. */
  public String describe() {
    return attributes.stream()
        .map(a -> text(a).isEmpty() ? a.name() : a.name() + ": " + text(a))
        .collect(Collectors.joining("\n"));
  }
}
