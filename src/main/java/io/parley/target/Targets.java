package io.parley.target;

import io.parley.dns.Location;
import io.parley.dns.SipLocator;
import io.parley.dns.SipPlace;
import io.parley.profile.Profiles;
import io.parley.wire.Flow;
import io.parley.wire.IpLiteral;
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
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds a target by what the user typed: a name, a file or a SIP URI. */
public final class Targets {
  private static final Path FOLDER = Path.of("scenarios", "targets");

  private static final Pattern URI =
      Pattern.compile("(?i)sip:(?:[^@]*@)?([^;?]+?)(?:;transport=(udp|tcp|tls))?");

  private static final Optional<InetSocketAddress> NO_SERVER = Optional.empty();

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
   * @param wanted {@code embedded} or another name known, with {@code @host:port} behind it where
   *     the far end is not ours; a target file, the name of a file in {@code scenarios/targets}
   *     without its suffix, or {@code sip:host:port;transport=tcp}
   * @throws UnusableTargetException when there is no such target or its file has problems
   * @throws TargetUnavailableException when it can be seen at once that it cannot be started
   */
  public TargetPlan open(String wanted) {
    String[] parts = wanted.split("@", 2);
    TargetOpener opener = named.get(parts[0]);
    if (opener != null) {
      return opener.open(
          profiles, parts.length == 1 ? LabFarEnd.OURS : LabFarEnd.parse(wanted, parts[1]));
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
    Optional<TargetPlan> target =
        Yaml.read(file, problems).flatMap(node -> new TargetReader(problems, profiles).read(node));
    return target.orElseThrow(
        () -> new UnusableTargetException(problems.list().stream().map(Object::toString).toList()));
  }

  private TargetPlan byUri(String text) {
    Matcher m = URI.matcher(text);
    Optional<SipPlace> place = m.matches() ? HostAndPort.place(m.group(1)) : Optional.empty();
    if (place.isEmpty()) {
      throw notAUri(text);
    }
    Location location = SipLocator.locate(place.get(), wanted(m.group(2), place.get()), NO_SERVER);
    if (!location.isKnown()) {
      throw new TargetUnavailableException(
          "--target " + text + ": nobody knows the name: " + location.story());
    }
    return byLocation(text, location);
  }

  /** RFC 3263 §4.1: a URI with an address or a port and without a transport is for UDP. */
  private static List<Transport> wanted(String transport, SipPlace place) {
    if (transport != null) {
      return List.of(Transport.valueOf(transport.toUpperCase(Locale.ROOT)));
    }
    boolean settled = place.port().isPresent() || IpLiteral.parse(place.host()).isPresent();
    return settled ? List.of(Transport.UDP) : List.of();
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

  private static TargetPlan byLocation(String text, Location location) {
    if (location.all().stream().anyMatch(a -> !a.getAddress().isLoopbackAddress())) {
      throw limitless(text);
    }
    InetSocketAddress address = location.all().get(0);
    boolean secure = location.transports().contains(Transport.TLS);
    return new RemoteTarget(
        text,
        List.of(),
        Map.of("", location),
        location.transports(),
        Optional.of(location.trail().isEmpty() ? Flow.text(address) : location.place().toString()),
        Map.of("caller", "+15550190000", "callee", "+15550100000"),
        Target.FarEnd.NONE,
        Optional.empty(),
        SideReader.CAREFUL,
        OwnAddress.loopback(address),
        TIMERS,
        Set.of(),
        secure
            ? Optional.of(TlsSettings.DEFAULT.expecting(location.place().host()))
            : Optional.empty(),
        Optional.empty(),
        Set.of(),
        Hooks.NONE,
        Optional.empty(),
        Optional.empty());
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
