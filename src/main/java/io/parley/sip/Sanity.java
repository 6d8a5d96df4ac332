package io.parley.sip;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** What is wrong with a message by the letter of RFC 3261, told in words. */
public final class Sanity {
  private static final long MAX_CSEQ = (1L << 31) - 1;

  private Sanity() {}

  /** Every fault found; empty for a sound message. */
  public static List<String> faults(SipMessage message) {
    List<String> out = new ArrayList<>(identityFaults(message));
    if (message.isRequest() && !message.version().equals("SIP/2.0")) {
      out.add("the version is " + message.version() + ", not SIP/2.0");
    }
    if (message.branch().map(b -> !isMagic(b)).orElse(false)) {
      out.add("the branch of the top Via does not start with " + Ids.MAGIC_COOKIE);
    }
    if (message.isRequest() && message.first("Max-Forwards").isEmpty()) {
      out.add("there is no Max-Forwards");
    }
    boolean opensDialog = message.isRequest() && message.method().equals("INVITE");
    if (opensDialog && message.list("Contact").size() != 1) {
      out.add("an INVITE has " + message.list("Contact").size() + " Contact values, not 1");
    }
    out.addAll(textFaults(message));
    return out;
  }

  private static boolean isMagic(String branch) {
    return branch.regionMatches(true, 0, Ids.MAGIC_COOKIE, 0, Ids.MAGIC_COOKIE.length());
  }

  /**
   * The faults of what tells a message apart: start line, Via, From, To, Call-ID, CSeq, and where
   * it ends. A user agent that keeps transactions by the book has no use for such a message.
   */
  public static List<String> identityFaults(SipMessage message) {
    List<String> out = new ArrayList<>();
    if (!message.isRequest() && !message.isResponse()) {
      out.add("the start line is neither a request line nor a status line");
      return out;
    }
    message.status().stream()
        .filter(s -> s < 100 || s > 699)
        .forEach(s -> out.add("the status code " + s + " is not one of 100 to 699"));
    for (String name : List.of("Via", "From", "To", "Call-ID", "CSeq")) {
      int count = message.values(name).size();
      if (count == 0) {
        out.add("there is no " + name);
      } else if (count > 1 && !name.equals("Via")) {
        out.add("there are " + count + " " + name + " fields, not 1");
      }
    }
    if (message.first("Via").isPresent() && message.branch().isEmpty()) {
      out.add("the top Via has no branch");
    }
    cseqFaults(message, out);
    lengthFaults(message, out);
    return out;
  }

  private static void cseqFaults(SipMessage message, List<String> out) {
    String text = message.first("CSeq").orElse("");
    OptionalLong number = message.cseq();
    if (text.isEmpty()) {
      return;
    }
    if (number.isEmpty()) {
      out.add("CSeq is not a number and a method: " + text);
    } else if (number.getAsLong() > MAX_CSEQ) {
      out.add("the CSeq number " + number.getAsLong() + " is not below 2**31");
    }
    if (message.isRequest()
        && number.isPresent()
        && !message.cseqMethod().equals(message.method())) {
      out.add("CSeq says " + message.cseqMethod() + ", the request line " + message.method());
    }
  }

  private static void lengthFaults(SipMessage message, List<String> out) {
    List<String> lengths = message.values("Content-Length");
    if (lengths.size() > 1) {
      out.add("there are " + lengths.size() + " Content-Length fields, not 1");
    }
    int there = message.bytes().length - message.bodyStart();
    for (String length : lengths) {
      if (!length.matches("\\d{1,9}")) {
        out.add("Content-Length is not a number of bytes: " + length);
      } else if (Integer.parseInt(length) > there) {
        out.add("Content-Length says " + length + " bytes, " + there + " came");
      }
    }
  }

  private static List<String> textFaults(SipMessage message) {
    List<String> out = new ArrayList<>();
    byte[] bytes = message.bytes();
    boolean control = false;
    boolean bareLineFeed = false;
    for (int i = 0; i < message.bodyStart(); i++) {
      int b = bytes[i] & 0xff;
      control |= b < 0x20 && b != '\r' && b != '\n' && b != '\t';
      bareLineFeed |= b == '\n' && (i == 0 || bytes[i - 1] != '\r');
    }
    if (control) {
      out.add("the header has a control character");
    }
    if (bareLineFeed) {
      out.add("a header line ends with a bare line feed");
    }
    return out;
  }
}
