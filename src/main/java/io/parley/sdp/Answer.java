package io.parley.sdp;

/** What comes of answering an offer. */
public sealed interface Answer {

  /**
   * An answer was made.
   *
   * @param body the bytes; none when the spec says that there is to be no body
   */
  record Made(byte[] body) implements Answer {

    /** The view of the body. */
    public Sdp sdp() {
      return Sdp.of(body);
    }
  }

  /**
   * The offer had an audio stream and none can be taken: the call is to be refused, with 488 as a
   * rule (RFC 3261 §13.3.1.3, RFC 6337 §3).
   *
   * @param reason what stood in the way
   * @param words the same for people
   */
  record Refused(Reason reason, String words) implements Answer {}

  /** What stood in the way. */
  enum Reason {
    /** The offer has no audio stream. */
    NO_AUDIO,
    /** No speech codec in common. */
    NO_COMMON_CODEC,
    /** The stream is secured and no key line can be used, or is clear and must be secured. */
    NO_COMMON_SRTP
  }
}
