package io.parley.farend;

import static org.assertj.core.api.Assertions.assertThat;

import gov.nist.javax.sip.parser.StringMsgParser;
import io.parley.profile.Profiles;
import io.parley.profile.Requests;
import io.parley.sip.Arrival;
import io.parley.sip.MirroredResponse;
import io.parley.sip.RawEndpoint;
import io.parley.sip.ResponseBuilder;
import io.parley.sip.Sanity;
import io.parley.sip.SipEndpoint;
import io.parley.sip.SipListener;
import io.parley.sip.jain.JainEndpoint;
import io.parley.wire.Transport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.testng.annotations.AfterClass;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** What our own endpoints answer to the messages of RFC 4475 is itself valid SIP. */
public class TortureAnswersTests {
  private static final int PATIENCE_MS = 4000;

  /** Over a stream these have no end, or something behind it that costs the connection. */
  private static final Set<String> UNFRAMED = Set.of("baddn", "clerr", "dblreq", "mcl01", "ncl");

  /** Its Via ends in commas between which there is nothing: what comes back has fewer of them. */
  private static final String EMPTY_VIAS = "badinv01";

  /** Headers that are malformed are mirrored as they stand, so that no parser likes the answer. */
  private static final Set<String> MIRRORS_FAULTS =
      Set.of("badaspec", "baddn", "badinv01", "insuf", "multi01", "quotbal", "scalar02", "badvers");

  private final List<AutoCloseable> open = new ArrayList<>();
  private InetSocketAddress sbc;
  private InetSocketAddress stack;
  private InetSocketAddress raw;

  @BeforeClass
  public void open() throws IOException {
    EmbeddedSbc embedded =
        EmbeddedSbc.open(
            SbcSettings.of(
                Profiles.shipped().get("sipconnect").orElseThrow(),
                new InetSocketAddress("127.0.3.4", 0),
                Optional.empty(),
                Requests.PLAN));
    open.add(embedded);
    sbc = embedded.address();
    Answering first = new Answering();
    JainEndpoint jain =
        JainEndpoint.open(
            new InetSocketAddress("127.0.3.6", 0),
            EnumSet.allOf(Transport.class),
            first,
            "answering");
    first.endpoint = jain;
    open.add(jain);
    stack = jain.address();
    Answering second = new Answering();
    RawEndpoint lane = RawEndpoint.open(InetAddress.getByName("127.0.3.6"), second);
    second.endpoint = lane;
    open.add(lane);
    raw = lane.address();
  }

  @AfterClass(alwaysRun = true)
  public void close() throws Exception {
    for (AutoCloseable each : open) {
      each.close();
    }
  }

  @DataProvider
  public Object[][] requests() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("scenarios/torture"))) {
      return files
          .filter(f -> f.toString().endsWith(".dat"))
          .filter(f -> !text(f).startsWith("SIP/2.0 "))
          .sorted()
          .map(f -> new Object[] {f})
          .toArray(Object[][]::new);
    }
  }

  @Test(dataProvider = "requests")
  public void overUdp(Path file) throws IOException {
    String request = text(file);
    assertValid(request, name(file), datagram(sbc, request));
    // A user agent answers by the Via (RFC 3261 §18.2.2); with rport that is where we are.
    String here = withRport(request);
    if (!here.equals(request)) {
      for (InetSocketAddress endpoint : List.of(stack, raw)) {
        assertValid(here, name(file), datagram(endpoint, here));
      }
    }
  }

  @Test(dataProvider = "requests")
  public void overTcp(Path file) throws IOException {
    if (UNFRAMED.contains(name(file))) {
      return;
    }
    // The same bytes are a retransmission to whoever had them over UDP, so this is another branch.
    String other =
        text(file)
            .replaceFirst("branch=z9hG4bK", "branch=z9hG4bKtcp")
            .replaceFirst("(?i)(call-id|i)(\\s*:\\s*)", "$1$2tcp");
    for (InetSocketAddress endpoint : List.of(sbc, stack, raw)) {
      assertValid(other, name(file), stream(endpoint, other));
    }
  }

  /** The request with rport in its top Via, where that has a branch to stand before. */
  private static String withRport(String request) {
    Matcher top = Pattern.compile("(?im)^(?:via|v)\\s*:.*$").matcher(request);
    if (!top.find()) {
      return request;
    }
    String via = top.group().replaceFirst(";\\s*branch=", ";rport;branch=");
    return request.substring(0, top.start()) + via + request.substring(top.end());
  }

  private static void assertValid(String request, String name, String response) {
    assertThat(MirroredResponse.faults(request, response))
        .as(name + "\n" + response)
        .allMatch(f -> name.equals(EMPTY_VIAS) && f.startsWith("via "));
    if (!MIRRORS_FAULTS.contains(name)) {
      try {
        new StringMsgParser()
            .parseSIPMessage(
                response.getBytes(StandardCharsets.ISO_8859_1),
                true,
                true,
                (e, m, h, t, l) -> {
                  throw e;
                });
      } catch (java.text.ParseException e) {
        throw new AssertionError(name + ": JAIN-SIP cannot read\n" + response, e);
      }
    }
  }

  private static String datagram(InetSocketAddress target, String text) throws IOException {
    byte[] message = text.getBytes(StandardCharsets.ISO_8859_1);
    try (DatagramSocket socket = new DatagramSocket(new InetSocketAddress("127.0.1.9", 0))) {
      socket.setSoTimeout(PATIENCE_MS);
      socket.send(new DatagramPacket(message, message.length, target));
      DatagramPacket answer = new DatagramPacket(new byte[65535], 65535);
      socket.receive(answer);
      return new String(answer.getData(), 0, answer.getLength(), StandardCharsets.ISO_8859_1);
    }
  }

  /** The first response on a connection, cut by its Content-Length. */
  private static String stream(InetSocketAddress target, String message) throws IOException {
    try (Socket socket = new Socket(target.getAddress(), target.getPort())) {
      socket.setSoTimeout(PATIENCE_MS);
      socket.getOutputStream().write(message.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      ByteArrayOutputStream head = new ByteArrayOutputStream();
      while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
        int b = socket.getInputStream().read();
        if (b < 0) {
          break;
        }
        head.write(b);
      }
      String text = head.toString(StandardCharsets.ISO_8859_1);
      assertThat(text).as("what %s answered before it closed", target).isNotEmpty();
      int length =
          Integer.parseInt(text.replaceFirst("(?is).*content-length\\s*:\\s*(\\d+).*", "$1"));
      return text
          + new String(socket.getInputStream().readNBytes(length), StandardCharsets.ISO_8859_1);
    }
  }

  private static String name(Path file) {
    return file.getFileName().toString().replace(".dat", "");
  }

  private static String text(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static final class Answering implements SipListener {
    private volatile SipEndpoint endpoint;

    @Override
    public Handling arrived(Arrival arrival) {
      if (arrival.message().isRequest() && !arrival.message().method().equals("ACK")) {
        endpoint.respond(arrival, ResponseBuilder.to(arrival, 404).build());
      }
      return Sanity.identityFaults(arrival.message()).isEmpty()
          ? Handling.DELIVER
          : Handling.WITHHOLD;
    }
  }
}
