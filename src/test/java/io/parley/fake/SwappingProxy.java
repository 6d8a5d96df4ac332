package io.parley.fake;

import io.parley.sip.SipMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A proxy that confuses two calls: it waits for two INVITEs and sends each to the number that the
 * other one dialled. Everything else about it is right, so that nothing but the called numbers
 * shows the fault. UDP only.
 */
final class SwappingProxy implements AutoCloseable {
  private static final int LARGEST_DATAGRAM = 65_535;
  private static final Pattern USER = Pattern.compile("sips?:([^@>;]+)@");
  private static final String BRANCH = "z9hG4bKswap";

  private final DatagramSocket socket;
  private final InetSocketAddress farEnd;
  private final boolean swap;
  private final Map<String, Held> calls = new LinkedHashMap<>();

  private record Held(SipMessage invite, SocketAddress from) {}

  private SwappingProxy(DatagramSocket socket, InetSocketAddress farEnd, boolean swap) {
    this.socket = socket;
    this.farEnd = farEnd;
    this.swap = swap;
  }

  /**
   * Starts one.
   *
   * @param farEnd where INVITEs go
   * @param swap false = send each where it belongs, which shows that the swap is what is noticed
   */
  static SwappingProxy start(InetSocketAddress farEnd, boolean swap) {
    try {
      DatagramSocket socket = new DatagramSocket(new InetSocketAddress("127.0.5.3", 0));
      SwappingProxy proxy = new SwappingProxy(socket, farEnd, swap);
      Thread thread = new Thread(proxy::serve, "fake-swap");
      thread.setDaemon(true);
      thread.start();
      return proxy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  InetSocketAddress address() {
    return (InetSocketAddress) socket.getLocalSocketAddress();
  }

  private void serve() {
    byte[] buffer = new byte[LARGEST_DATAGRAM];
    try {
      while (true) {
        DatagramPacket in = new DatagramPacket(buffer, buffer.length);
        socket.receive(in);
        SipMessage message = SipMessage.of(Arrays.copyOf(buffer, in.getLength()));
        if (message.isResponse()) {
          back(message);
        } else {
          request(message, in.getSocketAddress());
        }
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  private void request(SipMessage message, SocketAddress from) throws IOException {
    switch (message.method()) {
      case "INVITE" -> invite(message, from);
      case "ACK" -> {} // hop by hop for what we passed back (RFC 3261 §17.1.1.3)
      default -> send(Replies.bare(message, 200), from);
    }
  }

  private void invite(SipMessage message, SocketAddress from) throws IOException {
    if (calls.putIfAbsent(message.callId(), new Held(message, from)) != null) {
      return; // a retransmission
    }
    send(Replies.bare(message, 100), from);
    if (calls.size() % 2 == 0) {
      Held[] pair = calls.values().toArray(Held[]::new);
      Held one = pair[pair.length - 2];
      Held two = pair[pair.length - 1];
      forward(one.invite, swap ? dialled(two.invite) : dialled(one.invite));
      forward(two.invite, swap ? dialled(one.invite) : dialled(two.invite));
    }
  }

  private static String dialled(SipMessage invite) {
    Matcher user = USER.matcher(invite.requestUri());
    return user.find() ? user.group(1) : "";
  }

  private void forward(SipMessage invite, String number) throws IOException {
    String via =
        "Via: SIP/2.0/UDP 127.0.5.3:"
            + socket.getLocalPort()
            + ";branch="
            + BRANCH
            + invite.callId();
    String text = invite.text().replace(dialled(invite) + "@", number + "@");
    send(text.replaceFirst("\r\n", Matcher.quoteReplacement("\r\n" + via + "\r\n")), farEnd);
  }

  /** Takes our Via off and passes the response on; acknowledges a refusal ourselves. */
  private void back(SipMessage response) throws IOException {
    Held call = calls.get(response.callId());
    if (call == null || response.status().orElse(0) == 100) {
      return;
    }
    if (response.method().equals("INVITE") && response.status().orElse(0) >= 300) {
      send(acknowledgement(response, call), farEnd);
    }
    send(response.text().replaceFirst("(?i)\r\nVia:[^\r\n]*", ""), call.from);
  }

  private static String acknowledgement(SipMessage response, Held call) {
    return "ACK "
        + call.invite.requestUri()
        + " SIP/2.0\r\n"
        + "Via: "
        + response.first("Via").orElse("")
        + "\r\n"
        + "From: "
        + response.first("From").orElse("")
        + "\r\n"
        + "To: "
        + response.first("To").orElse("")
        + "\r\n"
        + "Call-ID: "
        + response.callId()
        + "\r\n"
        + "CSeq: "
        + response.cseq().orElse(1)
        + " ACK\r\n"
        + "Max-Forwards: 69\r\nContent-Length: 0\r\n\r\n";
  }

  private void send(String text, SocketAddress to) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    socket.send(new DatagramPacket(bytes, bytes.length, to));
  }

  @Override
  public void close() {
    socket.close();
  }
}
