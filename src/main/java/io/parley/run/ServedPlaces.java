package io.parley.run;

import io.parley.farend.EmbeddedSbc;
import io.parley.farend.SbcObserver;
import io.parley.farend.SbcSettings;
import io.parley.farend.SbcTimes;
import io.parley.farend.Service;
import io.parley.profile.Profile;
import io.parley.wire.Flow;
import io.parley.wire.Transport;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where a far end listens: an embedded SBC without anybody behind it for each place. */
final class ServedPlaces implements AutoCloseable {
  /** Channels that the peer with the most calls cannot take. */
  private static final int OTHERS = 2000;

  private final Map<ServeRequest.Listen, EmbeddedSbc> open = new LinkedHashMap<>();

  /**
   * Listens.
   *
   * @param observer watches every place
   * @throws UsageException when one cannot be bound
   */
  static ServedPlaces open(ServeRequest request, Profile profile, SbcObserver observer) {
    return open(request, profile, observer, Service.USUAL);
  }

  /** The same, where calls and registrations are treated in a way of their own. */
  static ServedPlaces open(
      ServeRequest request, Profile profile, SbcObserver observer, Service service) {
    ServedPlaces out = new ServedPlaces();
    for (ServeRequest.Listen listen : request.listens()) {
      SbcSettings settings =
          SbcSettings.of(profile, listen.at(), Optional.empty(), request.manner().numbers())
              .withTimes(SbcTimes.USUAL.with(request.manner().session()))
              .over(Set.of(listen.transport()), request.tls())
              .serving(service)
              .leaving(OTHERS)
              .queued()
              .watchedBy(observer);
      try {
        out.open.put(listen, EmbeddedSbc.open(settings));
      } catch (UncheckedIOException e) {
        out.close();
        throw new UsageException("--listen: " + e.getMessage());
      }
    }
    return out;
  }

  /** Each as {@code udp:address:port}. */
  List<String> names() {
    return open.entrySet().stream()
        .map(e -> e.getKey().transport().parameter() + ":" + Flow.text(e.getValue().address()))
        .toList();
  }

  /** The one that speaks a transport; empty = none does. */
  Optional<EmbeddedSbc> speaking(Transport transport) {
    return open.entrySet().stream()
        .filter(e -> e.getKey().transport() == transport)
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** How many messages were not read, since their senders were too fast. */
  long unread() {
    return open.values().stream().mapToLong(EmbeddedSbc::dropped).sum();
  }

  /** Ends every call; returns at once. */
  void hangUp() {
    open.values().forEach(EmbeddedSbc::hangUp);
  }

  @Override
  public void close() {
    open.values().parallelStream().forEach(EmbeddedSbc::close);
  }
}
