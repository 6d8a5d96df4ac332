package io.parley.peer;

import io.parley.Scratch;
import io.parley.wire.Flow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * A baresip process: a soft phone without a sound card, with a tone for a microphone, that does
 * what its control port is told.
 */
final class Baresip implements AutoCloseable {
  private static final String CONFIG =
      """
      module_path /usr/lib/baresip/modules
      MODULES
      module ausine.so
      module aufile.so
      module srtp.so
      module uuid.so
      module_tmp account.so
      module_app menu.so
      module ctrl_tcp.so
      ctrl_tcp_listen HOST:CONTROL
      sip_listen HOST:PORT
      net_interface HOST
      rtp_ports 20000-29998
      audio_source ausine,400
      ausrc_srate 48000
      ausrc_channels 2
      statmode_default off
      audio_player aufile,FOLDER/heard.wav
      audio_alert aufile,FOLDER/alert.wav
      audio_path FOLDER
      ringback_disabled yes
      call_max_calls 1
      """;

  private static final long PATIENCE_SECONDS = 20;

  private final Process process;
  private final Path output;
  private final InetSocketAddress address;
  private final BaresipControl control;

  private Baresip(Process process, Path output, InetSocketAddress address, BaresipControl control) {
    this.process = process;
    this.output = output;
    this.address = address;
    this.control = control;
  }

  /**
   * Starts one and waits until it takes commands.
   *
   * @param user the user part of its address
   * @param parameters of its account, for example {@code ;answermode=auto;mediaenc=srtp-mand}
   */
  static Baresip start(String user, String parameters) throws IOException, InterruptedException {
    InetSocketAddress at = OwnPlace.next();
    return start(at, at, user, "g711", ";regint=0" + parameters);
  }

  /**
   * Starts one that registers, and waits until it takes commands.
   *
   * @param registrar where it registers
   * @param modules of its codecs, in their order, separated by spaces
   * @param parameters of its account
   */
  static Baresip registering(
      String user, InetSocketAddress registrar, String modules, String parameters)
      throws IOException, InterruptedException {
    return start(OwnPlace.next(), registrar, user, modules, parameters);
  }

  /**
   * Starts one that registers over TLS where the certificate is good, and waits until it takes
   * commands.
   *
   * @param authority who may vouch for the registrar, PEM
   */
  static Baresip trusting(
      String user, InetSocketAddress registrar, Path authority, String parameters)
      throws IOException, InterruptedException {
    String more = "sip_cafile " + authority.toAbsolutePath() + "\nsip_verify_server yes\n";
    return start(OwnPlace.next(), registrar, user, "g711", ";transport=tls", parameters, more);
  }

  private static Baresip start(
      InetSocketAddress at,
      InetSocketAddress domain,
      String user,
      String modules,
      String parameters)
      throws IOException, InterruptedException {
    return start(at, domain, user, modules, "", parameters, "");
  }

  private static Baresip start(
      InetSocketAddress at,
      InetSocketAddress domain,
      String user,
      String modules,
      String uriParameters,
      String parameters,
      String config)
      throws IOException, InterruptedException {
    Path folder = Scratch.folder("baresip-");
    String host = at.getAddress().getHostAddress();
    int port = at.getPort();
    InetSocketAddress controlAt = new InetSocketAddress(at.getAddress(), port + 5);
    Files.writeString(
        folder.resolve("config"),
        (CONFIG + config)
            .replace("MODULES", "module " + modules.replace(" ", ".so\nmodule ") + ".so")
            .replace("HOST", host)
            .replace("PORT", "" + port)
            .replace("CONTROL", "" + controlAt.getPort())
            .replace("FOLDER", folder.toString()));
    Files.writeString(
        folder.resolve("accounts"),
        "<sip:" + user + "@" + Flow.text(domain) + uriParameters + ">" + parameters + "\n");
    Files.writeString(folder.resolve("contacts"), "");
    Path output = folder.resolve("output");
    Process process =
        new ProcessBuilder("baresip", "-f", folder.toString(), "-s")
            .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      return new Baresip(process, output, at, BaresipControl.connect(controlAt, process));
    } catch (IOException | RuntimeException | InterruptedException e) {
      process.destroyForcibly();
      throw new AssertionError("baresip does not start: " + Files.readString(output), e);
    }
  }

  /** Where it takes calls, UDP and TCP. */
  InetSocketAddress address() {
    return address;
  }

  /** What it is told, and what it tells. */
  BaresipControl control() {
    return control;
  }

  /** What it printed, SIP messages included. */
  String output() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until it has printed that. */
  void awaitOutput(String words) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!output().contains(words)) {
      if (System.nanoTime() > end || process.waitFor(20, TimeUnit.MILLISECONDS)) {
        throw new AssertionError("baresip did not print '" + words + "':\n" + output());
      }
    }
  }

  @Override
  public void close() throws InterruptedException {
    control.close();
    process.destroy();
    if (!process.waitFor(10, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }
}
