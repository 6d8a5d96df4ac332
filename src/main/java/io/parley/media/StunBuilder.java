package io.parley.media;

import static io.parley.model.StunAttributeName.ERROR_CODE;
import static io.parley.model.StunAttributeName.FINGERPRINT;
import static io.parley.model.StunAttributeName.MESSAGE_INTEGRITY;
import static io.parley.model.StunAttributeName.XOR_MAPPED_ADDRESS;

import io.parley.model.StunAttributeName;
import io.parley.wire.Flow;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Makes a STUN message of the method Binding (RFC 8489 §5), sealed by MESSAGE-INTEGRITY where there
 * is a password, and by FINGERPRINT.
 */
public final class StunBuilder {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int TRANSACTION_LENGTH = 12;

  private final StunMessage.Kind kind;
  private final byte[] transaction;
  private final Map<Integer, byte[]> values = new LinkedHashMap<>();
  private final Map<Integer, Optional<byte[]>> seals = new LinkedHashMap<>();

  private StunBuilder(StunMessage.Kind kind, byte[] transaction) {
    this.kind = kind;
    this.transaction = transaction;
  }

  /** A request or an indication, with a transaction of its own. */
  public static StunBuilder fresh(StunMessage.Kind kind) {
    byte[] transaction = new byte[TRANSACTION_LENGTH];
    RANDOM.nextBytes(transaction);
    return new StunBuilder(kind, transaction);
  }

  /** A success response that says where the request came from. */
  public static StunBuilder success(StunMessage request, InetSocketAddress from) {
    return to(StunMessage.Kind.SUCCESS, request).set(XOR_MAPPED_ADDRESS, Flow.text(from));
  }

  /**
   * An error response.
   *
   * @param error code and phrase: {@code 401 Unauthenticated}
   */
  public static StunBuilder error(StunMessage request, String error) {
    return to(StunMessage.Kind.ERROR, request).set(ERROR_CODE, error);
  }

  private static StunBuilder to(StunMessage.Kind kind, StunMessage request) {
    return new StunBuilder(kind, HexFormat.of().parseHex(request.transaction()));
  }

  /**
   * Sets an attribute to what a text says, as {@link StunMessage#values} reads it;
   * MESSAGE-INTEGRITY and FINGERPRINT are written so instead of being made.
   *
   * @throws IllegalArgumentException when the text is no value of it
   */
  public StunBuilder set(StunAttributeName name, String text) {
    return set(name.type(), StunValue.bytes(name, text, transaction));
  }

  /** Sets an attribute to bytes. */
  public StunBuilder set(int type, byte[] value) {
    if (isSeal(type)) {
      seals.put(type, Optional.of(value));
    } else {
      values.put(type, value);
    }
    return this;
  }

  /** Leaves an attribute out, also a seal. */
  public StunBuilder without(int type) {
    values.remove(type);
    if (isSeal(type)) {
      seals.put(type, Optional.empty());
    }
    return this;
  }

  private static boolean isSeal(int type) {
    return type == MESSAGE_INTEGRITY.type() || type == FINGERPRINT.type();
  }

  /**
   * The bytes.
   *
   * @param password what MESSAGE-INTEGRITY is made with; empty = there is none
   */
  public byte[] build(Optional<String> password) {
    byte[] out =
        ByteBuffer.allocate(StunMessage.HEADER)
            .putShort((short) (StunMessage.BINDING | kind.bits()))
            .putShort((short) 0)
            .putInt(StunMessage.MAGIC_COOKIE)
            .put(transaction)
            .array();
    for (Map.Entry<Integer, byte[]> value : values.entrySet()) {
      out = with(out, value.getKey(), value.getValue());
    }
    byte[] plain = out;
    Optional<byte[]> integrity =
        seals.getOrDefault(
            MESSAGE_INTEGRITY.type(), password.map(p -> StunSeal.integrity(plain, p)));
    out = integrity.map(v -> with(plain, MESSAGE_INTEGRITY.type(), v)).orElse(out);
    byte[] sealed = out;
    return seals
        .getOrDefault(FINGERPRINT.type(), Optional.of(StunSeal.fingerprint(sealed)))
        .map(v -> with(sealed, FINGERPRINT.type(), v))
        .orElse(sealed);
  }

  /** The message with one attribute more, padded to a multiple of four bytes. */
  private static byte[] with(byte[] message, int type, byte[] value) {
    int padded = (value.length + 3) / 4 * 4;
    ByteBuffer out = ByteBuffer.allocate(message.length + 4 + padded).put(message);
    out.putShort((short) type).putShort((short) value.length).put(value);
    out.putShort(2, (short) (out.capacity() - StunMessage.HEADER));
    return out.array();
  }
}
