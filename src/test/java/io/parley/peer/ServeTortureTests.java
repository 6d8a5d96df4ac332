package io.parley.peer;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.run.ServeOutcome;
import io.parley.wire.Transport;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.testng.annotations.Test;

/** The 49 messages of RFC 4475 at {@code serve}, which goes on and answers requests alone. */
public class ServeTortureTests {
  private static final int PATIENCE_MILLIS = 20_000;

  /** Over a stream these have no end, so that what follows belongs to them or is not read. */
  private static final Set<String> UNFRAMED =
      Set.of("baddn", "clerr", "dblreq", "inv2543", "mcl01", "ncl");

  private static List<Path> messages() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("scenarios/torture"))) {
      List<Path> out = files.filter(f -> f.toString().endsWith(".dat")).sorted().toList();
      assertThat(out).hasSize(49);
      return out;
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String name(Path file) {
    return file.getFileName().toString().replace(".dat", "");
  }

  private static boolean isResponse(Path file) {
    return new String(bytes(file), StandardCharsets.ISO_8859_1).startsWith("SIP/2.0 ");
  }

  private static void assertServes(ServedFarEnd farEnd) throws Exception {
    try (SickPeer good = SickPeer.of(farEnd)) {
      good.persist(good.options("still-there"), "SIP/2.0 200");
      good.persist(good.invite("clear"), "SIP/2.0 488");
      assertThat(farEnd.ruling(c -> c.flow().remote().getPort() == good.port()).status())
          .isEqualTo(488);
    }
    ServeOutcome outcome = farEnd.stopped();
    assertThat(outcome.calls()).isGreaterThan(10);
    assertThat(
            DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(farEnd.folder().resolve("junit.xml").toFile())
                .getElementsByTagName("testcase")
                .getLength())
        .isGreaterThanOrEqualTo(outcome.calls());
  }

  /** One thread takes what one sender says in its order, so that an OPTIONS tells what came. */
  @Test
  public void overUdp() throws Exception {
    try (ServedFarEnd farEnd = ServedFarEnd.open("teams-direct-routing", Transport.UDP)) {
      for (Path file : messages()) {
        try (SickPeer peer = SickPeer.of(farEnd)) {
          peer.send(bytes(file));
          peer.send(peer.options("after-" + name(file)));
          String answer = peer.next("SIP/2.0 ");
          boolean toOptions = SickPeer.header(answer, "Call-ID").equals("after-" + name(file));
          assertThat(toOptions).as("%s: %s", file, answer).isEqualTo(isResponse(file));
          assertThat(answer).as("%s", file).matches("(?s)SIP/2\\.0 [1-6]\\d\\d .*");
        }
      }
      assertServes(farEnd);
    }
  }

  @Test
  public void overTcp() throws Exception {
    try (ServedFarEnd farEnd =
            ServedFarEnd.open("teams-direct-routing", Transport.UDP, Transport.TCP);
        SickPeer words = SickPeer.of(farEnd)) {
      for (Path file : messages()) {
        String after = words.options("after-" + name(file)).replace("/UDP ", "/TCP ");
        try (Socket peer = new Socket(farEnd.address().getAddress(), farEnd.address().getPort())) {
          peer.setSoTimeout(PATIENCE_MILLIS);
          peer.getOutputStream().write(bytes(file));
          peer.getOutputStream().write(after.getBytes(StandardCharsets.ISO_8859_1));
          if (!UNFRAMED.contains(name(file))) {
            String answer = head(new BufferedInputStream(peer.getInputStream()));
            boolean toOptions = SickPeer.header(answer, "Call-ID").equals("after-" + name(file));
            assertThat(toOptions).as("%s: %s", file, answer).isEqualTo(isResponse(file));
            assertThat(answer).as("%s", file).matches("(?s)SIP/2\\.0 [1-6]\\d\\d .*");
          }
        }
      }
      assertServes(farEnd);
    }
  }

  /** The first message up to its empty line. */
  private static String head(InputStream in) throws IOException {
    StringBuilder out = new StringBuilder();
    while (out.indexOf("\r\n\r\n") < 0) {
      int b = in.read();
      if (b < 0) {
        break;
      }
      out.append((char) b);
    }
    return out.toString();
  }
}
