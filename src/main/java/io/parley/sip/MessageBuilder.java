package io.parley.sip;

import java.util.List;

/**
 * Builds a message as bytes. Header fields keep the order in which they were added; {@code
 * Content-Length} comes last unless it was set by hand.
 *
 * <p>Values are written as ISO 8859-1; for UTF-8 text pass its bytes as such a string.
 *
 * @param <B> the builder itself
 */
abstract sealed class MessageBuilder<B extends MessageBuilder<B>>
    permits RequestBuilder, ResponseBuilder {
  final HeaderList headers = new HeaderList();
  private byte[] body = new byte[0];

  /** The builder as what it is. */
  abstract B self();

  /** The line that the message starts with. */
  abstract String startLine();

  /** Adds Contact: a name-addr such as {@code <sip:a@192.0.2.1:5060>}. */
  public final B contact(String nameAddr) {
    return header("Contact", nameAddr);
  }

  /** Adds a header field at the end. */
  public final B header(String name, String value) {
    headers.add(name, value);
    return self();
  }

  /** Replaces every field of that name by one per value, where the first stood. */
  public final B set(String name, List<String> values) {
    headers.set(name, values);
    return self();
  }

  /** Removes every field of that name. */
  public final B remove(String name) {
    headers.remove(name);
    return self();
  }

  /** Sets the body and its Content-Type; replaces an earlier body. */
  public final B body(String contentType, byte[] bytes) {
    headers.set("Content-Type", List.of(contentType));
    body = bytes.clone();
    return self();
  }

  /** The message. */
  public final SipMessage build() {
    return headers.encode(startLine(), body);
  }
}
