package io.parley.capture;

import java.util.Locale;

/** Says why there is nothing to explain in a capture, and how to get one in which there is. */
public final class Emptiness {
  private Emptiness() {}

  /**
   * Why a capture has no call.
   *
   * @param list what was found in it
   */
  public static CaptureException of(Capture capture, CallList list) {
    String damage = capture.damage().map(d -> " The file " + d + ".").orElse("");
    return new CaptureException(capture.name() + ": " + reason(capture, list) + damage);
  }

  private static String reason(Capture capture, CallList list) {
    Capture.Tally tally = capture.tally();
    if (!list.orphans().isEmpty()) {
      CapturedMessage first = list.orphans().get(0);
      return "%s %d answers an INVITE that is not in it ('%s'). Capture from before the call is made, on the side that sends the INVITE."
          .formatted(capture.kind().unit(), first.number(), first.message().startLine().strip());
    }
    if (tally.sip() > 0) {
      return "%s, none of them an INVITE. Capture from before the call is made."
          .formatted(count(tally.sip(), "SIP message"));
    }
    return capture.kind() == Capture.Kind.TEXT ? text(tally) : packets(tally);
  }

  private static String text(Capture.Tally tally) {
    if (tally.other() > 0) {
      return count(tally.other(), "start line")
          + " of SIP messages, but no message whole: expected Call-ID and CSeq on lines of their own"
          + " after it. Copy the messages with all their headers, body and line ends.";
    }
    return "no SIP message found in "
        + size(tally.bytes())
        + ", read as text since it is neither pcap nor pcapng. Expected messages with their"
        + " start line, for example 'INVITE sip:+15550100001@example.com SIP/2.0'.";
  }

  private static String packets(Capture.Tally tally) {
    String read = "no SIP message found in " + count(tally.units(), "packet");
    if (tally.tls() > 0) {
      return read
          + ", but "
          + count(tally.tls(), "TLS record")
          + ": SIP over TLS can be read only after Wireshark has decrypted it (with the session's"
          + " keys; then File, Export PDUs to File, OSI layer 7), or take the SBC's own message"
          + " log.";
    }
    if (tally.other() > 0) {
      return read
          + ", "
          + tally.other()
          + " of them of a link type that is not read. Convert it, or capture on an Ethernet"
          + " interface.";
    }
    return read + ". Check interface and filter of the capture: SIP is usually on port 5060.";
  }

  private static String count(long n, String noun) {
    return String.format(Locale.ROOT, "%,d %s%s", n, noun, n == 1 ? "" : "s");
  }

  private static String size(long bytes) {
    return bytes < 10_000
        ? count(bytes, "byte")
        : bytes < 1_000_000
            ? String.format(Locale.ROOT, "%d kB", bytes / 1000)
            : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
  }
}
