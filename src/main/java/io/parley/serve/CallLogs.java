package io.parley.serve;

import io.parley.farend.SbcObserver;
import io.parley.profile.Profile;
import io.parley.profile.Ruling;
import io.parley.sip.Arrival;
import io.parley.sip.SipMessage;
import io.parley.wire.Frame;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/** Follows every call of a far end, and tells when one is judged and when one is over. */
public final class CallLogs implements SbcObserver {
  /** More at a time are served, but not told of: a flood shall not fill the memory. */
  private static final int MOST = 5000;

  /** What all of them may keep of their messages, in bytes. */
  private static final long MOST_BYTES = 128L << 20;

  /** INVITEs that were not judged yet, and calls that are over, for their retransmissions. */
  private static final int REMEMBERED = 5000;

  private final Profile profile;
  private final Consumer<ServeEvent> told;
  private final Map<String, CallLog> open = new ConcurrentHashMap<>();
  private final Map<String, Arrival> arrived = new Recent<>(REMEMBERED);
  private final Map<String, Boolean> known = new Recent<>(REMEMBERED);
  private final Allowance allowance = new Allowance(MOST_BYTES);
  private final AtomicInteger numbers;
  private final LongAdder options = new LongAdder();
  private final LongAdder untold = new LongAdder();

  /**
   * Follows calls.
   *
   * @param profile who judges them
   * @param numbers gives each call its number; shared by all that listen
   * @param told of what happens, on the threads of the far end; must not block
   */
  public CallLogs(Profile profile, AtomicInteger numbers, Consumer<ServeEvent> told) {
    this.profile = profile;
    this.numbers = numbers;
    this.told = told;
  }

  /** How many OPTIONS were answered. */
  public long options() {
    return options.sum();
  }

  /** How many calls were served without being told of, since there were too many. */
  public long untold() {
    return untold.sum();
  }

  /** How many calls are followed now. */
  public int following() {
    return open.size();
  }

  @Override
  public void crossed(Frame frame, SipMessage m) {
    CallLog log = open.get(m.callId());
    if (log != null) {
      log.crossed(frame, m);
      unjudged(log, frame, m);
    } else if (begins(m)) {
      begin(frame, m);
    } else if (frame.way() == Frame.Way.OUT && m.isResponse()) {
      refusedUnheard(frame, m);
    }
  }

  private static boolean begins(SipMessage m) {
    return m.isRequest() && m.method().equals("INVITE") && m.toTag().isEmpty();
  }

  private void begin(Frame frame, SipMessage m) {
    if (frame.way() == Frame.Way.OUT) {
      CallLog log = opened(m.callId(), frame.time());
      if (log != null) {
        log.crossed(frame, m);
        arrived.put(m.callId(), new Arrival(frame, m));
      }
    } else if (!known.containsKey(transaction(m))) {
      arrived.put(transaction(m), new Arrival(frame, m));
    }
  }

  /** A final response to a request that no rule was asked about: 405, 420, 482, OPTIONS. */
  private void refusedUnheard(Frame frame, SipMessage m) {
    int status = m.status().orElse(0);
    if (m.method().equals("OPTIONS") && status < 300) {
      options.increment();
    } else if (m.method().equals("INVITE") && status >= 300) {
      Arrival request = arrived.remove(transaction(m));
      CallLog log = request == null ? null : opened(m.callId(), request.frame().time());
      if (log != null) {
        log.crossed(request.frame(), request.message());
        log.crossed(frame, m);
        tell(log, Told.refused(log.number(), request, m));
      }
    }
  }

  /** A call of our own has its answer. */
  private void unjudged(CallLog log, Frame frame, SipMessage m) {
    boolean last = m.isResponse() && m.status().orElse(0) >= 200 && m.method().equals("INVITE");
    if (last && frame.way() == Frame.Way.IN && !log.isJudged()) {
      Arrival invite = arrived.remove(m.callId());
      if (invite != null) {
        DialledCall call = new DialledCall(log.number(), invite, m);
        call.findings().forEach(log::found);
        tell(log, call.told(frame.time()));
      }
    }
  }

  @Override
  public void judged(Arrival request, Ruling ruling, List<Ruling.Refuse> objections) {
    SipMessage m = request.message();
    String key = transaction(m);
    CallLog log = open.get(m.callId());
    if (log == null && m.toTag().isEmpty() && known.put(key, true) == null) {
      arrived.remove(key);
      log = opened(m.callId(), request.frame().time());
      if (log != null) {
        log.crossed(request.frame(), m);
      }
    }
    if (log != null) {
      tell(log, Told.judged(log.number(), request, ruling, objections));
    }
  }

  @Override
  public void lost(String callId, String reason) {
    Instant now = Instant.now();
    CallLog log = opened(callId, now);
    Arrival invite = arrived.remove(callId);
    if (log != null && !log.isJudged()) {
      log.lost(reason);
      if (invite != null) {
        tell(log, DialledCall.unanswered(log.number(), invite, reason));
      } else {
        told.accept(new ServeEvent.Unsent(log.number(), reason));
      }
    }
  }

  private void tell(CallLog log, ServedCall call) {
    if (log.judged(call)) {
      told.accept(new ServeEvent.Judged(call));
    }
  }

  private CallLog opened(String callId, Instant at) {
    if (open.size() >= MOST) {
      untold.increment();
      return null;
    }
    String key = callId.isEmpty() ? "none-" + at : callId;
    return open.computeIfAbsent(
        key, k -> new CallLog(numbers.incrementAndGet(), profile, allowance, at));
  }

  /** Tells of calls that are over by now; to be called every now and then, by one thread. */
  public void sweep(Instant now) {
    open.forEach(
        (key, log) -> {
          if (log.isOver(now) && open.remove(key, log)) {
            told.accept(new ServeEvent.Over(log.result(now)));
          }
        });
  }

  /** Tells of every call that is left. */
  public void end(Instant now) {
    open.forEach(
        (key, log) -> {
          if (open.remove(key, log)) {
            told.accept(new ServeEvent.Over(log.result(now)));
          }
        });
  }

  private static String transaction(SipMessage m) {
    return m.callId() + "|" + m.cseq().orElse(0) + "|" + m.branch().orElse("");
  }
}
