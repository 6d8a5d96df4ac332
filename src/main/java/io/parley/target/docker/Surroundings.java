package io.parley.target.docker;

import io.parley.target.FarEndServers;
import io.parley.target.OurPlaces;
import io.parley.wire.Flow;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * Where the container finds those around it.
 *
 * @param farEnd where it relays accepted calls to
 * @param nearEnd where it relays calls to callers' numbers to
 * @param trunks by number, the first server of a trunk of two
 * @param second the second server of these trunks; empty = there are none
 * @param interval whole seconds between two OPTIONS to such a server
 */
record Surroundings(
    InetSocketAddress farEnd,
    InetSocketAddress nearEnd,
    Map<String, InetSocketAddress> trunks,
    Optional<InetSocketAddress> second,
    long interval) {

  /**
   * Those of a run.
   *
   * @param farEnd where accepted calls go
   * @param nearEnd where calls to callers go
   * @param known the numbers of the trunks
   * @param ours where our side is
   */
  static Surroundings of(
      InetSocketAddress farEnd, InetSocketAddress nearEnd, FarEndServers known, OurPlaces ours) {
    Map<String, InetSocketAddress> trunks = new LinkedHashMap<>();
    for (int i = 0; i < ours.firsts().size(); i++) {
      trunks.put(known.trunks().get(i).number(), ours.firsts().get(i).plain());
    }
    return new Surroundings(
        farEnd,
        nearEnd,
        trunks,
        ours.second().map(OurPlaces.Server::plain),
        KamailioPlan.ASKED.toSeconds());
  }

  /** As the container's environment has it. */
  Map<String, String> environment() {
    Map<String, String> out = new LinkedHashMap<>();
    out.put("PARLEY_FAR_END", Flow.text(farEnd));
    out.put("PARLEY_NEAR_END", Flow.text(nearEnd));
    if (second.isPresent() && !trunks.isEmpty()) {
      StringJoiner all = new StringJoiner(" ");
      trunks.forEach((number, first) -> all.add(number + "=" + Flow.text(first)));
      out.put("PARLEY_TRUNKS", all.toString());
      out.put("PARLEY_SECOND", Flow.text(second.get()));
      out.put("PARLEY_OPTIONS_INTERVAL", Long.toString(interval));
    }
    return out;
  }
}
