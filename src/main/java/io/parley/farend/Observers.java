package io.parley.farend;

import io.parley.profile.Ruling;
import io.parley.sip.Arrival;
import io.parley.sip.SipMessage;
import io.parley.wire.Frame;
import java.util.List;

/** Several that watch one SBC, told in their order. */
public record Observers(List<SbcObserver> all) implements SbcObserver {

  /** Copies the list. */
  public Observers {
    all = List.copyOf(all);
  }

  @Override
  public void crossed(Frame frame, SipMessage message) {
    all.forEach(o -> o.crossed(frame, message));
  }

  @Override
  public void judged(Arrival request, Ruling ruling, List<Ruling.Refuse> objections) {
    all.forEach(o -> o.judged(request, ruling, objections));
  }

  @Override
  public void asked(Arrival options, Ruling ruling, List<Ruling.Refuse> objections) {
    all.forEach(o -> o.asked(options, ruling, objections));
  }

  @Override
  public void lost(String callId, String reason) {
    all.forEach(o -> o.lost(callId, reason));
  }
}
