package io.parley.model;

import java.util.List;

/** What the codec list of an SDP must be; names compare without case, clock only when written. */
public sealed interface CodecsCheck {

  /** Exactly these, in this order. */
  record Exactly(List<CodecSpec> codecs) implements CodecsCheck {}

  /**
   * These properties; an empty list asks nothing.
   *
   * @param include all must be there
   * @param exclude none may be there
   * @param first the list starts with these, in order
   */
  record Having(List<CodecSpec> include, List<CodecSpec> exclude, List<CodecSpec> first)
      implements CodecsCheck {}
}
