package io.parley.model;

import java.util.List;
import java.util.Optional;

/**
 * A body that is not SDP, or not SDP alone.
 *
 * @param contentType value of Content-Type; of a multipart body without its boundary
 * @param text the body; line ends are written as CRLF; empty text for a multipart body
 * @param parts the parts of a multipart body in order; none for another
 */
public record BodySpec(String contentType, String text, List<Part> parts) {

  /**
   * One part of a multipart body.
   *
   * @param contentType value of its Content-Type
   * @param disposition value of its Content-Disposition
   * @param text its content; empty = the offer or answer of the step
   */
  public record Part(String contentType, Optional<String> disposition, Optional<String> text) {
    private static final String SDP = "application/sdp";

    /** The offer or answer of the step. */
    public static Part sdp(Optional<String> disposition) {
      return new Part(SDP, disposition, Optional.empty());
    }

    /** Whether it is the offer or answer of the step. */
    public boolean isDescription() {
      return text.isEmpty();
    }
  }

  /** Whether the offer or answer of the step is a part of it. */
  public boolean carriesDescription() {
    return parts.stream().anyMatch(Part::isDescription);
  }
}
