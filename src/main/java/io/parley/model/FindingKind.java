package io.parley.model;

/**
 * What sort of thing was not as expected. The prefix is stable: report categories are keyed on it.
 */
public enum FindingKind {
  STATUS("unexpected status", false),
  NO_ANSWER("no answer", false),
  NOT_RECEIVED("message not received", false),
  UNEXPECTED("unexpected message", false),
  HEADER("header differs", false),
  SDP("SDP differs", false),
  ANSWER("answer breaks RFC 3264", false),
  REPETITION("repetition differs", false),
  CHECK("check does not hold", false),
  RULE("rule of the far end broken", false),
  NOT_REPAIRED("offer not repaired", false),
  CLEANUP("clean-up not confirmed", false),
  LATE("late message", false),
  TARGET_DIED("target died", false),
  MISDIRECTED("call misdirected", false),
  CERTIFICATE("certificate refused by our far end", false),
  UNREACHABLE("target unreachable", true),
  CONTROL("control call refused", true),
  UNSEEN("offer not seen", true),
  LIMIT("refused by limits", true),
  DEADLOCK("script waits for itself", true),
  OWN_LATENESS("this machine was late", true),
  HARNESS("harness fault", true);

  private final String prefix;
  private final boolean breaks;

  FindingKind(String prefix, boolean breaks) {
    this.prefix = prefix;
    this.breaks = breaks;
  }

  /** The stable words a finding's text starts with. */
  public String prefix() {
    return prefix;
  }

  /**
   * Whether such a finding means that we could not test (broken), not that the target misbehaved
   * (failed).
   */
  public boolean breaks() {
    return breaks;
  }
}
