package io.parley.sip.jain;

import io.parley.sip.Peer;
import io.parley.sip.RequestBuilder;
import io.parley.sip.SipMessage;
import io.parley.wire.Flow;
import io.parley.wire.Transport;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import org.testng.annotations.AfterMethod;
import org.testng.annotations.BeforeMethod;

/** A plain UDP socket and an endpoint of the stack lane, which hears whatever the socket says. */
abstract class PlainSocket {
  Peer peer;
  JainEndpoint endpoint;
  DatagramSocket socket;

  @BeforeMethod
  public void open() throws Exception {
    peer = new Peer();
    endpoint = endpoint(peer);
    socket = new DatagramSocket(new InetSocketAddress(InetAddress.getByName("127.0.3.1"), 0));
    socket.setSoTimeout(10_000);
  }

  static JainEndpoint endpoint(Peer peer) {
    return JainEndpoint.open(
        new InetSocketAddress("127.0.1.2", 0), EnumSet.of(Transport.UDP), peer, "odd");
  }

  @AfterMethod(alwaysRun = true)
  public void close() {
    socket.close();
    endpoint.close();
  }

  InetSocketAddress socketAddress() {
    return (InetSocketAddress) socket.getLocalSocketAddress();
  }

  SipMessage invite(String callId) {
    return RequestBuilder.of("INVITE", "sip:b@example.com")
        .via(Transport.UDP, endpoint.address())
        .maxForwards()
        .from("<sip:a@example.com>", "1")
        .to("<sip:b@example.com>")
        .callId(callId)
        .cseq(1)
        .contact("<sip:a@" + Flow.text(endpoint.address()) + ">")
        .build();
  }

  void say(String text) throws Exception {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    socket.send(new DatagramPacket(bytes, bytes.length, endpoint.address()));
  }

  SipMessage hear() throws Exception {
    DatagramPacket packet = new DatagramPacket(new byte[65535], 65535);
    socket.receive(packet);
    return SipMessage.of(java.util.Arrays.copyOf(packet.getData(), packet.getLength()));
  }

  String request(String method, String callId, String... without) {
    String text =
        method
            + " sip:a@example.com SIP/2.0\r\n"
            + ("Via: SIP/2.0/UDP " + Flow.text(socketAddress()) + ";branch=z9hG4bK" + callId)
            + "\r\nMax-Forwards: 70\r\nFrom: <sip:x@example.com>;tag=9\r\n"
            + "To: <sip:a@example.com>\r\nCall-ID: "
            + callId
            + "\r\nCSeq: 7 "
            + method
            + "\r\nContact: <sip:x@example.com>\r\nContent-Length: 0\r\n\r\n";
    for (String name : without) {
      text = text.replaceAll("(?m)^" + name + ":.*\r\n", "");
    }
    return text;
  }
}
