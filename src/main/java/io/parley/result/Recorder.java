package io.parley.result;

import io.parley.media.Packet;
import io.parley.sip.SipMessage;
import io.parley.wire.Frame;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;

/**
 * All that crosses the wire for one case, in order. Written by socket threads, read by the worker.
 */
public final class Recorder {
  private final List<TranscriptEntry> entries = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();
  private final Consumer<TranscriptEntry> watcher;
  private boolean cleanup;

  /** A recorder that nobody watches. */
  public Recorder() {
    this(entry -> {});
  }

  /**
   * A recorder.
   *
   * @param watcher told of each message as it is recorded; must not block
   */
  public Recorder(Consumer<TranscriptEntry> watcher) {
    this.watcher = watcher;
  }

  /**
   * Records a message.
   *
   * @return whether it crossed before
   */
  public synchronized boolean add(String actor, Frame frame, SipMessage message) {
    boolean again = !seen.add(key(frame, message));
    TranscriptEntry entry = new TranscriptEntry(actor, frame, message, again, cleanup);
    entries.add(entry);
    watcher.accept(entry);
    return again;
  }

  /** Records a packet at a media port. */
  public synchronized TranscriptEntry add(String actor, Frame frame, Packet packet) {
    String key = frame.way() + " " + frame.flow() + " " + packet.identity();
    boolean again = !packet.identity().isEmpty() && !seen.add(key);
    TranscriptEntry entry =
        new TranscriptEntry(actor, frame, SipMessage.of(""), again, cleanup, Optional.of(packet));
    entries.add(entry);
    watcher.accept(entry);
    return entry;
  }

  /** From here on all is clean-up. */
  public synchronized void cleanupBegins() {
    cleanup = true;
  }

  /** A copy of what was recorded so far. */
  public synchronized List<TranscriptEntry> entries() {
    return List.copyOf(entries);
  }

  /** Index of the message: the very one that arrived, or the first that left with these bytes. */
  public synchronized OptionalInt indexOf(SipMessage message) {
    for (int i = 0; i < entries.size(); i++) {
      TranscriptEntry entry = entries.get(i);
      boolean left = entry.frame().way() == Frame.Way.OUT;
      if (entry.message() == message
          || left
              && entry.packet().isEmpty()
              && Arrays.equals(entry.frame().bytes(), message.bytes())) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }

  /**
   * Two messages with the same key are one message sent again: same way, start line, call, CSeq,
   * branch and tags. Bodies may differ (a mutated retransmission would be another message, but none
   * is sent).
   */
  public static String key(Frame frame, SipMessage m) {
    return frame.way()
        + "|"
        + m.startLine()
        + "|"
        + m.callId()
        + "|"
        + m.first("CSeq").orElse("")
        + "|"
        + m.branch().orElse("")
        + "|"
        + m.toTag().orElse("")
        + "|"
        + m.first("RSeq").orElse("");
  }
}
