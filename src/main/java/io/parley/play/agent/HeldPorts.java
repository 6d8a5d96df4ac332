package io.parley.play.agent;

import io.parley.media.MediaPorts;
import io.parley.media.Packet;
import io.parley.model.PacketStep;
import io.parley.model.Scenario;
import io.parley.model.Step;
import io.parley.play.stage.RtpPorts;
import io.parley.result.Recorder;
import io.parley.result.TranscriptEntry;
import io.parley.wire.Flow;
import io.parley.wire.Frame;
import io.parley.wire.WireListener;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The media ports of one case: a number for each actor, which is a socket only where a step asks
 * what comes there.
 */
public final class HeldPorts implements AutoCloseable {
  /** So many packets of an actor are kept and looked at: a stream of RTP has no end. */
  static final int MOST = 500;

  private final Scenario scenario;
  private final RtpPorts ports;
  private final Recorder recorder;
  private final BlockingQueue<Event> mailbox;
  private final Map<String, MediaPorts> held = new LinkedHashMap<>();
  private final Map<String, Line> lines = new HashMap<>();

  HeldPorts(Scenario scenario, RtpPorts ports, Recorder recorder, BlockingQueue<Event> mailbox) {
    this.scenario = scenario;
    this.ports = ports;
    this.recorder = recorder;
    this.mailbox = mailbox;
  }

  /**
   * The port of RTP that an actor names in its SDP.
   *
   * @param host the address of ours at which it is
   * @throws java.io.UncheckedIOException when a port that is to be held cannot be
   */
  int of(String actor, InetAddress host) {
    if (scenario.steps().stream().noneMatch(s -> asks(s, actor))) {
      return ports.next();
    }
    Line line = new Line(actor);
    MediaPorts out = MediaPorts.hold(host, ports::next, line, "media-" + actor);
    held.put(actor, out);
    lines.put(actor, line);
    return out.address().getPort();
  }

  /** Where an actor holds its port. */
  public InetSocketAddress address(String actor) {
    return held.get(actor).address();
  }

  /** Sends from an actor's port; what was recorded of it. */
  public TranscriptEntry send(String actor, byte[] bytes, InetSocketAddress to) {
    held.get(actor).send(bytes, to);
    return lines.get(actor).sent;
  }

  /** Which actors got more packets than are kept. */
  List<String> notes() {
    return lines.entrySet().stream()
        .filter(e -> e.getValue().count.get() > MOST)
        .map(
            e ->
                e.getKey()
                    + ": "
                    + e.getValue().count.get()
                    + " packets came at its media port, of which the first "
                    + MOST
                    + " are kept and were looked at")
        .toList();
  }

  private static boolean asks(Step step, String actor) {
    Step plain = step instanceof Step.Grouped g ? g.step() : step;
    return plain instanceof PacketStep && plain.actor().equals(actor);
  }

  @Override
  public void close() {
    held.values().forEach(MediaPorts::close);
  }

  /** What a socket tells: recorded and enqueued, nothing else. */
  private final class Line implements WireListener {
    private final String actor;
    private final AtomicInteger count = new AtomicInteger();

    /** What left last; written and read by the worker. */
    private TranscriptEntry sent;

    Line(String actor) {
      this.actor = actor;
    }

    @Override
    public void received(Frame frame) {
      if (count.incrementAndGet() <= MOST) {
        Packet packet = Packet.of(frame.bytes());
        mailbox.add(new Event.Heard(actor, recorder.add(actor, frame, packet)));
      }
    }

    @Override
    public void sending(Frame frame) {
      sent = recorder.add(actor, frame, Packet.of(frame.bytes()));
    }

    @Override
    public void broke(Flow flow, String reason) {
      // A UDP port does not break.
    }
  }
}
