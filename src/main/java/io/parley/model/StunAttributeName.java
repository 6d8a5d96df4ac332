package io.parley.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The attributes of STUN messages that have a name here (RFC 8489 §18.3, RFC 8445 §16.1). */
public enum StunAttributeName {
  MAPPED_ADDRESS(0x0001, Form.ADDRESS),
  USERNAME(0x0006, Form.TEXT),
  MESSAGE_INTEGRITY(0x0008, Form.BYTES),
  ERROR_CODE(0x0009, Form.ERROR),
  UNKNOWN_ATTRIBUTES(0x000a, Form.BYTES),
  REALM(0x0014, Form.TEXT),
  NONCE(0x0015, Form.BYTES),
  MESSAGE_INTEGRITY_SHA256(0x001c, Form.BYTES),
  XOR_MAPPED_ADDRESS(0x0020, Form.ADDRESS),
  PRIORITY(0x0024, Form.NUMBER),
  USE_CANDIDATE(0x0025, Form.FLAG),
  SOFTWARE(0x8022, Form.TEXT),
  ALTERNATE_SERVER(0x8023, Form.ADDRESS),
  FINGERPRINT(0x8028, Form.BYTES),
  ICE_CONTROLLED(0x8029, Form.TIE_BREAKER),
  ICE_CONTROLLING(0x802a, Form.TIE_BREAKER);

  /** What a value is, and how it is written. */
  public enum Form {
    TEXT("a text", "(?s).{1,500}"),
    FLAG("the empty text: it is there or not", ""),
    NUMBER("a number below 2^32", "\\d{1,9}|[1-3]\\d{9}|4[01]\\d{8}"),
    TIE_BREAKER("16 hexadecimal digits", "[0-9a-fA-F]{16}"),
    ERROR(
        "a code from 300 to 699 and a phrase, such as 487 Role Conflict",
        "[3-6]\\d\\d( .{0,120})?"),
    ADDRESS(
        "an IP address and a port", "(\\d{1,3}\\.){3}\\d{1,3}:\\d{1,5}|\\[[0-9a-fA-F:]+]:\\d{1,5}"),
    BYTES("hexadecimal digits, two for each byte", "([0-9a-fA-F]{2}){0,500}");

    private final String words;
    private final Pattern pattern;

    Form(String words, String pattern) {
      this.words = words;
      this.pattern = Pattern.compile(pattern);
    }

    /** What is expected, in words. */
    public String words() {
      return words;
    }

    /** Whether a text is of this form. */
    public boolean takes(String text) {
      return pattern.matcher(text).matches();
    }
  }

  private final int type;
  private final Form form;

  StunAttributeName(int type, Form form) {
    this.type = type;
    this.form = form;
  }

  /** Its type on the wire. */
  public int type() {
    return type;
  }

  /** What its value is. */
  public Form form() {
    return form;
  }

  /** The name of a type. */
  public static Optional<StunAttributeName> of(int type) {
    return Arrays.stream(values()).filter(n -> n.type == type).findFirst();
  }

  /** The attribute of a name, in any case. */
  public static Optional<StunAttributeName> named(String name) {
    return Arrays.stream(values()).filter(n -> n.toString().equalsIgnoreCase(name)).findFirst();
  }

  /** All names, as in their RFC. */
  public static List<String> texts() {
    return Arrays.stream(values()).map(StunAttributeName::toString).toList();
  }

  @Override
  public String toString() {
    return name().replace('_', '-');
  }
}
