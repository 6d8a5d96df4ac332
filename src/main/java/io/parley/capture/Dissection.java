package io.parley.capture;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Packet details as Wireshark exports or copies them as text, turned back into lines of a message:
 * under {@code Request-Line} or {@code Status-Line} stand the headers, each with what was read in
 * it further in, and of SDP each line with its letter in brackets. Belongs to one thread.
 */
final class Dissection {
  private static final Pattern START =
      Pattern.compile("(\\s*)(?:Request-Line|Status-Line): (\\S.*)");
  private static final Pattern SDP = Pattern.compile("\\s*[A-Z][A-Za-z,/ -]*\\(([a-z])\\): (.*)");
  private static final Pattern ADDRESSES =
      Pattern.compile("Internet Protocol Version [46], Src: (\\S+), Dst: (\\S+)");
  private static final Pattern PORTS =
      Pattern.compile(
          "(User Datagram|Transmission Control) Protocol, Src Port: (\\d+), Dst Port: (\\d+).*");
  private static final Pattern TIME = Pattern.compile("\\s+Arrival Time: (.*)");

  private int depth = -1;
  private boolean inBody;
  private String time = "";
  private String from = "";
  private String to = "";

  /** The line as the message, or a log about it, has it; empty = it tells nothing of its own. */
  Optional<String> plain(String line) {
    Matcher start = START.matcher(line);
    if (start.matches()) {
      depth = start.group(1).length();
      inBody = false;
      return Optional.of(start.group(2));
    }
    if (depth < 0) {
      return outside(line);
    }
    int indent = line.length() - line.stripLeading().length();
    if (indent < depth && !line.isBlank()) {
      depth = -1;
      return outside(line);
    }
    return within(line.strip(), indent - depth);
  }

  private Optional<String> within(String text, int indent) {
    if (indent == 0 && text.startsWith("Message Body")) {
      inBody = true;
      return Optional.of("");
    }
    if (inBody) {
      Matcher sdp = SDP.matcher(text);
      return sdp.matches() ? Optional.of(sdp.group(1) + "=" + sdp.group(2)) : Optional.empty();
    }
    boolean header = indent == 4 && !text.startsWith("[") && !text.startsWith("Method: ");
    return header && !text.startsWith("Request-URI: ") && !text.startsWith("Status-Code: ")
        ? Optional.of(text)
        : Optional.empty();
  }

  /** Of the other layers: when, and who sent it to whom. */
  private Optional<String> outside(String line) {
    Matcher addresses = ADDRESSES.matcher(line);
    Matcher ports = PORTS.matcher(line);
    Matcher arrival = TIME.matcher(line);
    if (addresses.matches()) {
      from = host(addresses.group(1));
      to = host(addresses.group(2));
    } else if (arrival.matches()) {
      time = arrival.group(1);
    } else if (ports.matches() && !from.isEmpty()) {
      String transport = ports.group(1).startsWith("User") ? "udp" : "tcp";
      String path = from + ":" + ports.group(2) + " -> " + to + ":" + ports.group(3);
      return Optional.of(time + " " + transport + " " + path);
    }
    boolean detail = !from.isEmpty() && line.startsWith(" ");
    return detail ? Optional.empty() : Optional.of(line);
  }

  private static String host(String address) {
    return address.contains(":") ? "[" + address + "]" : address;
  }
}
