package io.parley.peer;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** A socket that says anything to a far end over UDP; characters are bytes. */
public final class SickPeer implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 10_000;

  /** A good offer. */
  public static final String SDP =
      "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\n"
          + "m=audio 6000 RTP/AVP 0 101\r\na=rtpmap:101 telephone-event/8000\r\n";

  private final DatagramSocket socket;
  private final InetSocketAddress farEnd;

  private SickPeer(DatagramSocket socket, InetSocketAddress farEnd) {
    this.socket = socket;
    this.farEnd = farEnd;
  }

  /** One that talks to that place. */
  public static SickPeer of(InetSocketAddress farEnd) throws IOException {
    return new SickPeer(new DatagramSocket(new InetSocketAddress("127.0.0.1", 0)), farEnd);
  }

  static SickPeer of(ServedFarEnd farEnd) throws IOException {
    return of(farEnd.address());
  }

  /** Where it is. */
  public int port() {
    return socket.getLocalPort();
  }

  private String own() {
    return "127.0.0.1:" + port();
  }

  /** An INVITE that a far end without demands takes. */
  public String invite(String callId) {
    return invite(callId, "", SDP);
  }

  /**
   * An INVITE.
   *
   * @param extra further header fields, each with its line end
   */
  public String invite(String callId, String extra, String sdp) {
    return "INVITE sip:+15550100000@127.0.0.1 SIP/2.0\r\nVia: SIP/2.0/UDP "
        + own()
        + ";branch=z9hG4bK-"
        + callId
        + "\r\nFrom: <sip:+15550190000@"
        + own()
        + ">;tag="
        + callId
        + "\r\nTo: <sip:+15550100000@127.0.0.1>\r\nCall-ID: "
        + callId
        + "\r\nCSeq: 1 INVITE\r\nMax-Forwards: 70\r\nContact: <sip:a@"
        + own()
        + ">\r\n"
        + extra
        + "Content-Type: application/sdp\r\nContent-Length: "
        + sdp.length()
        + "\r\n\r\n"
        + sdp;
  }

  /** An OPTIONS request. */
  public String options(String branch) {
    return invite(branch)
        .replace("INVITE", "OPTIONS")
        .replaceAll("(?s)Content-Type.*", "Content-Length: 0\r\n\r\n");
  }

  /** The ACK to a refusal of that INVITE. */
  public static String ack(String invite, String response) {
    return invite
        .replaceFirst("INVITE", "ACK")
        .replace("1 INVITE", "1 ACK")
        .replaceFirst("\r\nTo:[^\r]*", "\r\nTo: " + header(response, "To"))
        .replaceAll("(?s)Content-Type.*", "Content-Length: 0\r\n\r\n");
  }

  /** Acknowledges a call that was taken and ends it, as a caller in good health does. */
  public void hangUp(String callId, String taken) throws IOException {
    String ack = ack(invite(callId), taken).replace("branch=z9hG4bK", "branch=z9hG4bK-ack");
    send(ack);
    persist(
        ack.replaceFirst("ACK", "BYE").replace("1 ACK", "2 BYE").replace("-ack", "-bye"),
        "SIP/2.0 200");
  }

  /** The value of a header field, whatever the case of its name. */
  public static String header(String message, String name) {
    return message.replaceFirst("(?si).*?\r\n" + name + ": *([^\r]*)\r\n.*", "$1");
  }

  /** Says it. */
  public void send(byte[] bytes) throws IOException {
    socket.send(new DatagramPacket(bytes, bytes.length, farEnd));
  }

  /** Says it; characters are bytes. */
  public void send(String text) throws IOException {
    send(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** The next message with that start. */
  public String next(String start) throws IOException {
    String out = next(start, PATIENCE_MILLIS);
    if (out.isEmpty()) {
      throw new AssertionError("no message that starts with " + start);
    }
    return out;
  }

  private String next(String start, int millis) throws IOException {
    socket.setSoTimeout(millis);
    try {
      while (true) {
        DatagramPacket packet = new DatagramPacket(new byte[65535], 65535);
        socket.receive(packet);
        String text =
            new String(packet.getData(), 0, packet.getLength(), StandardCharsets.ISO_8859_1);
        if (text.startsWith(start)) {
          return text;
        }
      }
    } catch (SocketTimeoutException e) {
      return "";
    }
  }

  /** Sends again and again until an answer comes, as a user agent does (RFC 3261 §17.1.1.2). */
  public String persist(String request, String start) throws IOException {
    for (int i = 0; i < 40; i++) {
      send(request);
      String out = next(start, 500);
      if (!out.isEmpty()) {
        return out;
      }
    }
    throw new AssertionError("no " + start + " to " + request);
  }

  @Override
  public void close() {
    socket.close();
  }
}
