package io.parley.compare;

import java.util.Locale;

/** Kinds of differences, what matters most first. Acceptances name them in lower case. */
public enum Kind {
  REGRESSION("regression", "passed before, does not pass now"),
  REPAIR("repair", "did not pass before, passes now"),
  VERDICT("verdict", "does not pass in another way than before"),
  STATUS("status", "another final status"),
  PHRASE("phrase", "another reason phrase"),
  REASON("reason", "another Reason (RFC 3326)"),
  WARNING("warning", "another Warning"),
  RETRY_AFTER("retry-after", "another Retry-After"),
  PROVISIONAL("provisional", "other provisional responses"),
  STREAMS("streams", "other media streams"),
  CODECS("codecs", "other codecs, or in another order"),
  PAYLOAD_TYPE("payload-type", "another payload type for a codec"),
  FMTP("fmtp", "other codec parameters"),
  PTIME("ptime", "another packet time"),
  SRTP("srtp", "other media encryption"),
  DTLS("dtls", "another DTLS fingerprint or role"),
  ICE("ice", "other ICE lines"),
  DIRECTION("direction", "another direction"),
  MEDIA_ADDRESS("media-address", "another media address"),
  SDP_LINE("sdp-line", "extra, missing or other SDP lines"),
  SESSION_TIMER("session-timer", "another session timer (RFC 4028)"),
  TOPOLOGY("topology", "other headers that tell of the network"),
  HEADER("header", "other headers"),
  SIGNALLING("signalling", "other requests or statuses"),
  HANG_UP("hang-up", "hanging up is confirmed otherwise"),
  TIME("time", "response times shifted by more than the noise"),
  COVERAGE("coverage", "played on one side, skipped on the other"),
  ONLY_BEFORE("only-before", "not in the second run"),
  ONLY_AFTER("only-after", "not in the first run");

  private final String label;
  private final String words;

  Kind(String label, String words) {
    this.label = label;
    this.words = words;
  }

  /** Its name as files and reports have it. */
  public String label() {
    return label;
  }

  /** What it means. */
  public String words() {
    return words;
  }

  /** The kind of a trait, by its name; see {@link io.parley.record.Seen}. */
  static Kind of(String trait) {
    if (trait.endsWith(":")) {
      return ofHeader(trait.substring(0, trait.length() - 1).toLowerCase(Locale.ROOT));
    }
    if (trait.contains(" a=") || trait.endsWith("=")) {
      return trait.matches(".* a=(candidate|remote-candidates|end-of-candidates|ice-.*)")
          ? ICE
          : SDP_LINE;
    }
    return ofOther(trait);
  }

  private static Kind ofHeader(String name) {
    return switch (name) {
      case "reason" -> REASON;
      case "warning" -> WARNING;
      case "retry-after" -> RETRY_AFTER;
      case "session-expires", "min-se" -> SESSION_TIMER;
      case "record-route",
          "route",
          "server",
          "user-agent",
          "organization",
          "contact",
          "from",
          "to",
          "allow",
          "supported",
          "history-info",
          "diversion",
          "p-asserted-identity",
          "p-preferred-identity",
          "remote-party-id",
          "p-charging-vector",
          "privacy" ->
          TOPOLOGY;
      default -> HEADER;
    };
  }

  private static Kind ofOther(String trait) {
    return switch (trait) {
      case "status" -> STATUS;
      case "phrase" -> PHRASE;
      case "provisional" -> PROVISIONAL;
      case "streams" -> STREAMS;
      case "Via count", "Request-URI" -> TOPOLOGY;
      default -> ofStream(trait);
    };
  }

  private static Kind ofStream(String trait) {
    if (trait.startsWith("hang-up ")) {
      return HANG_UP;
    }
    if (trait.contains(" payload type of ")) {
      return PAYLOAD_TYPE;
    }
    if (trait.contains(" fmtp of ")) {
      return FMTP;
    }
    if (trait.contains(" DTLS ")) {
      return DTLS;
    }
    return switch (trait.substring(trait.lastIndexOf(' ') + 1)) {
      case "codecs" -> CODECS;
      case "ptime", "maxptime" -> PTIME;
      case "protocol", "suites", "tags", "keys" -> SRTP;
      case "direction" -> DIRECTION;
      case "address" -> MEDIA_ADDRESS;
      default -> trait.startsWith("requests ") ? SIGNALLING : SDP_LINE;
    };
  }
}
