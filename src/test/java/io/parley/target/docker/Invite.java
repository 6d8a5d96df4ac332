package io.parley.target.docker;

import java.util.ArrayList;
import java.util.List;

/**
 * A request in SIPp's words, with what a test changes about it.
 *
 * @param start the start line
 * @param headers header lines between CSeq and Content-Type
 * @param maxForwards value of Max-Forwards
 * @param contact value of Contact
 * @param type Content-Type; empty = none
 * @param length Content-Length; {@code [len]} = the right one
 * @param body lines of the body, each ended by a newline
 */
record Invite(
    String start,
    List<String> headers,
    int maxForwards,
    String contact,
    String type,
    String length,
    String body) {

  /** A call to a number. */
  static Invite to(String number, String body) {
    return new Invite(
        "INVITE sip:" + number + "@[remote_ip]:[remote_port] SIP/2.0",
        List.of(),
        70,
        "<sip:+15550200001@sbc.example.com>",
        body.isEmpty() ? "" : "application/sdp",
        "[len]",
        body);
  }

  Invite start(String line) {
    return new Invite(line, headers, maxForwards, contact, type, length, body);
  }

  Invite header(String line) {
    return new Invite(start, List.of(line), maxForwards, contact, type, length, body);
  }

  Invite maxForwards(int hops) {
    return new Invite(start, headers, hops, contact, type, length, body);
  }

  Invite contact(String value) {
    return new Invite(start, headers, maxForwards, value, type, length, body);
  }

  Invite type(String value) {
    return new Invite(start, headers, maxForwards, contact, value, length, body);
  }

  Invite length(String value) {
    return new Invite(start, headers, maxForwards, contact, type, value, body);
  }

  /** The message as SIPp sends it. */
  String text() {
    List<String> lines = new ArrayList<>();
    lines.add(start);
    lines.add("Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch]");
    lines.add("Max-Forwards: " + maxForwards);
    lines.add("From: <sip:+15550200001@sbc.example.com>;tag=[call_number]");
    lines.add("To: <" + uri() + ">");
    lines.add("Call-ID: [call_id]");
    lines.add("CSeq: 1 INVITE");
    lines.add("Contact: " + contact);
    lines.addAll(headers);
    if (!type.isEmpty()) {
      lines.add("Content-Type: " + type);
    }
    lines.add("Content-Length: " + (body.isEmpty() ? "0" : length));
    lines.add("");
    lines.add(body);
    return String.join("\n", lines);
  }

  /** The Request-URI. */
  String uri() {
    return start.split(" ")[1];
  }
}
