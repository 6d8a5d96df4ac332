package io.parley.farend;

/** What an SBC does with a REFER of its far end (RFC 3515). */
public enum ReferPolicy {
  /** It passes it on: the caller calls whom it names. */
  PASS,
  /** It carries it out by itself: the caller keeps its dialog and hears nothing of it. */
  CARRY_OUT,
  /** It takes none: 405, and none is named in Allow (RFC 3261 §8.2.1). */
  REFUSE
}
