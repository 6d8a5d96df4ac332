package io.parley.target;

import io.parley.farend.FarEndServer;
import io.parley.farend.SbcRoutes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where an embedded SBC of a lab sends its calls.
 *
 * @param plan its plan
 * @param ours where we listen
 * @param tls whether it speaks TLS
 */
record LabRoutes(EmbeddedPlan plan, OurPlaces ours, boolean tls) {

  /** The usual server, and the trunks of two. */
  SbcRoutes routes() {
    FarEndServer usual =
        plan.farEnd().real().map(FarEndServer::plain).orElseGet(() -> server(ours.usual()));
    Map<String, List<FarEndServer>> trunks = new LinkedHashMap<>();
    FarEndServers known = plan.local().servers();
    for (int i = 0; i < ours.firsts().size(); i++) {
      trunks.put(
          known.trunks().get(i).number(),
          List.of(server(ours.firsts().get(i)), server(ours.second().orElseThrow())));
    }
    return new SbcRoutes(Optional.of(usual), trunks, LabServers.ASKED, ours.caller());
  }

  /** Only our own callees take TLS for sure. */
  private FarEndServer server(OurPlaces.Server place) {
    return new FarEndServer(place.plain(), Optional.of(place.secure()).filter(s -> tls));
  }
}
