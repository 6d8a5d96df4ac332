package io.parley.target;

import io.parley.profile.Profiles;
import io.parley.wire.Flow;
import io.parley.wire.TlsSettings;
import io.parley.wire.Transport;
import io.parley.yaml.Problems;
import io.parley.yaml.Yaml;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds a target by what the user typed: a name, a file or a SIP URI. */
public final class Targets {
  private static final Path FOLDER = Path.of("scenarios", "targets");

  private static final Pattern URI =
      Pattern.compile("(?i)sip:(?:[^@]*@)?([^;?]+?)(?:;transport=(udp|tcp|tls))?");

  /** Our own side for a target on this machine. */
  private static final Target.Local LOOPBACK =
      new Target.Local(
          new InetSocketAddress("127.0.1.1", 0).getAddress(),
          new InetSocketAddress("127.0.2.1", 0),
          Optional.empty(),
          Optional.empty(),
          new int[] {30000, 30999});

  private static final Target.Timers TIMERS =
      new Target.Timers(Duration.ofSeconds(5), Duration.ofSeconds(32));

  private final Profiles profiles;
  private final Map<String, TargetOpener> named = new LinkedHashMap<>();

  /** Knows {@code embedded}, files and URIs. */
  public Targets(Profiles profiles) {
    this.profiles = profiles;
    named.put(EmbeddedTarget.NAME, EmbeddedTarget::plan);
  }

  /** Knows one more kind of target by its name. */
  public Targets with(String name, TargetOpener opener) {
    named.put(name, opener);
    return this;
  }

  /**
   * Describes a target; nothing is started and nothing sent.
   *
   * @param wanted {@code embedded} or another name known, a target file, the name of a file in
   *     {@code scenarios/targets} without its suffix, or {@code sip:host:port;transport=tcp}
   * @throws UnusableTargetException when there is no such target or its file has problems
   * @throws TargetUnavailableException when it can be seen at once that it cannot be started
   */
  public TargetPlan open(String wanted) {
    TargetOpener opener = named.get(wanted);
    if (opener != null) {
      return opener.open(profiles);
    }
    if (wanted.toLowerCase(Locale.ROOT).startsWith("sip:")) {
      return byUri(wanted);
    }
    Path shipped = FOLDER.resolve(wanted + ".yaml");
    Path file = Files.isRegularFile(shipped) ? shipped : Path.of(wanted);
    if (!Files.exists(file)) {
      throw new UnusableTargetException(
          List.of(
              "--target "
                  + wanted
                  + ": no such target. Give "
                  + String.join(", ", named.keySet())
                  + ", a target file, or sip:host:port"));
    }
    return byFile(file);
  }

  private TargetPlan byFile(Path file) {
    Problems problems = new Problems();
    Optional<RemoteTarget> target =
        Yaml.read(file, problems).flatMap(node -> new TargetReader(problems, profiles).read(node));
    return target.orElseThrow(
        () -> new UnusableTargetException(problems.list().stream().map(Object::toString).toList()));
  }

  private TargetPlan byUri(String text) {
    Matcher m = URI.matcher(text);
    int port =
        m.matches() && "tls".equalsIgnoreCase(m.group(2)) ? HostAndPort.SIPS : HostAndPort.SIP;
    Optional<HostAndPort> place =
        m.matches() ? HostAndPort.parse(m.group(1), port) : Optional.empty();
    if (place.isEmpty()) {
      throw notAUri(text);
    }
    Transport transport =
        m.group(2) == null ? Transport.UDP : Transport.valueOf(m.group(2).toUpperCase(Locale.ROOT));
    InetSocketAddress address =
        place
            .get()
            .resolve()
            .orElseThrow(
                () ->
                    new TargetUnavailableException(
                        "--target "
                            + text
                            + ": the host name '"
                            + place.get().host()
                            + "' is not known"));
    return byAddress(text, place.get().host(), address, transport);
  }

  private static UnusableTargetException notAUri(String text) {
    return new UnusableTargetException(
        List.of(
            "--target "
                + text
                + ": expected sip:host:port with ;transport=udp, ;transport=tcp or ;transport=tls, found '"
                + text
                + "'"));
  }

  private static TargetPlan byAddress(
      String text, String host, InetSocketAddress address, Transport transport) {
    if (!address.getAddress().isLoopbackAddress()) {
      throw limitless(text);
    }
    return new RemoteTarget(
        text,
        List.of(),
        Map.of("", address),
        List.of(transport),
        Optional.of(Flow.text(address)),
        Map.of("caller", "+15550190000", "callee", "+15550100000"),
        Target.FarEnd.NONE,
        Optional.empty(),
        SideReader.CAREFUL,
        LOOPBACK,
        TIMERS,
        Set.of(),
        transport == Transport.TLS
            ? Optional.of(TlsSettings.DEFAULT.expecting(host))
            : Optional.empty(),
        OptionalInt.empty(),
        Optional.empty(),
        Set.of(),
        Hooks.NONE);
  }

  private static UnusableTargetException limitless(String text) {
    return new UnusableTargetException(
        List.of(
            "--target "
                + text
                + ": a target that is not on this machine needs a file that lists the numbers it may"
                + " dial. Write one (scenarios/targets/lab-sbc.yaml is an example) with the line: "
                + Limitless.LINE));
  }
}
