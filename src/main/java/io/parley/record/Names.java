package io.parley.record;

import io.parley.result.TranscriptEntry;
import io.parley.sip.SipMessage;
import io.parley.sip.SipUri;
import io.parley.wire.Flow;
import io.parley.wire.Frame;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Names for what is another one in each run: the addresses of the two ends, and the numbers leased
 * to a case. {@code 127.0.1.1:44413} becomes <code>{caller}</code>, {@code +15550100003} becomes
 * <code>+1555{called}</code>: whether the SBC passes our address on, and in what form it writes a
 * number, still shows.
 */
final class Names {
  private static final String SBC = "sbc";

  /** Forms of a number differ in front (RFC 3966 §5.1), pools of numbers at the end. */
  private static final int DIGITS = 7;

  private final Map<String, String> places = new LinkedHashMap<>();
  private final Map<String, String> hosts = new TreeMap<>();
  private final Map<String, String> numbers = new LinkedHashMap<>();

  private Names() {}

  /** The names of one case. */
  static Names of(List<TranscriptEntry> transcript, SipMessage first) {
    Names out = new Names();
    for (TranscriptEntry entry : transcript) {
      Flow flow = entry.frame().flow();
      out.place(flow.local(), entry.actor().split("/", 2)[0]);
      out.place(flow.remote(), SBC);
    }
    if (first.isRequest()) {
      out.number(first.requestUri(), "called");
      out.number(first.first("From").orElse(""), "calling");
    }
    out.furtherNumbers(transcript);
    return out;
  }

  /** Further parties of a case, for example of a transfer, have numbers of their own. */
  private void furtherNumbers(List<TranscriptEntry> transcript) {
    for (TranscriptEntry entry : transcript) {
      SipMessage m = entry.message();
      if (m.isRequest() && m.method().equals("INVITE")) {
        number(m.requestUri(), "called " + (numbers.size() + 1));
        number(m.first("From").orElse(""), "calling " + (numbers.size() + 1));
        // An anonymous caller, or one whose number is odd on purpose, shows its own here only.
        number(m.first("Contact").orElse(""), "contact " + (numbers.size() + 1));
      }
    }
  }

  private void place(InetSocketAddress address, String name) {
    String place = Flow.text(address);
    places.putIfAbsent(place, name);
    // Where both ends have one address its port alone tells which is meant.
    hosts.merge(
        place.substring(0, place.lastIndexOf(':')),
        name,
        (a, b) -> a.equals(b) || !b.equals(SBC) && !a.equals(SBC) ? a : "host");
  }

  private void number(String uri, String name) {
    String user = SipUri.of(uri).map(SipUri::user).orElse("").split(";", 2)[0];
    if (user.matches("\\+?[0-9x]{" + DIGITS + ",}")) {
      numbers.putIfAbsent(user.substring(user.length() - DIGITS), name);
    }
  }

  /** Whether the frame came from the target. */
  static boolean isFromTarget(TranscriptEntry entry) {
    return entry.frame().way() == Frame.Way.IN;
  }

  /** The text with its addresses and numbers named. */
  String in(String text) {
    String out = text;
    for (Map.Entry<String, String> place : places.entrySet()) {
      out = replaced(out, place.getKey(), place.getValue());
    }
    for (Map.Entry<String, String> host : hosts.entrySet()) {
      out = replaced(out, host.getKey(), host.getValue());
      if (host.getKey().startsWith("[")) {
        String bare = host.getKey().substring(1, host.getKey().length() - 1);
        out = replaced(out, bare, host.getValue());
      }
    }
    for (Map.Entry<String, String> number : numbers.entrySet()) {
      out = tail(out, number.getKey(), number.getValue());
    }
    return out;
  }

  private static String replaced(String text, String what, String name) {
    int at = text.indexOf(what);
    if (at < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder();
    int from = 0;
    for (; at >= 0; at = text.indexOf(what, from)) {
      int end = at + what.length();
      boolean whole = (at == 0 || !isPart(text.charAt(at - 1), what)) && endsAt(text, end);
      out.append(text, from, at).append(whole ? "{" + name + "}" : what);
      from = end;
    }
    return out.append(text, from, text.length()).toString();
  }

  /** Whether an address goes on in front of that place. */
  private static boolean isPart(char c, String address) {
    boolean six = address.indexOf('.') < 0;
    return Character.digit(c, 16) >= 0 || c == '.' || six && c == ':';
  }

  private static boolean endsAt(String text, int end) {
    if (end == text.length()) {
      return true;
    }
    char c = text.charAt(end);
    boolean more = end + 1 < text.length() && Character.isDigit(text.charAt(end + 1));
    return !Character.isDigit(c) && !(c == '.' && more);
  }

  private static String tail(String text, String digits, String name) {
    int at = text.indexOf(digits);
    if (at < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder();
    int from = 0;
    for (; at >= 0; at = text.indexOf(digits, from)) {
      int end = at + digits.length();
      boolean last = end == text.length() || !Character.isDigit(text.charAt(end));
      out.append(text, from, at).append(last ? "{" + name + "}" : digits);
      from = end;
    }
    return out.append(text, from, text.length()).toString();
  }
}
