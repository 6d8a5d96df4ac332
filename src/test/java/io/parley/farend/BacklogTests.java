package io.parley.farend;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.profile.Profiles;
import io.parley.profile.Requests;
import io.parley.sip.SipMessage;
import io.parley.wire.Flow;
import io.parley.wire.Frame;
import io.parley.wire.Transport;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.testng.annotations.Test;

/** One sender takes neither the time nor the channels of the others. */
public class BacklogTests {
  private final Deque<Runnable> waiting = new ArrayDeque<>();

  private static Frame from(Transport transport, int port) {
    InetSocketAddress local = new InetSocketAddress("127.0.0.1", 5060);
    Flow flow = new Flow(transport, local, new InetSocketAddress("127.0.0.1", port));
    return new Frame(Instant.EPOCH, Frame.Way.IN, flow, new byte[0]);
  }

  /** Sends until nothing more is read. */
  private void flood(Backlog backlog, Frame frame) {
    while (waiting.size() < 100_000 && backlog.dropped() == 0) {
      if (backlog.admits(frame)) {
        waiting.add(backlog.counted(frame, () -> {}));
      }
    }
    assertThat(waiting.size()).isLessThan(100_000);
  }

  @Test
  public void whoSendsTooMuchIsNotReadAndOthersAre() {
    Backlog backlog = new Backlog();
    waiting.clear();
    flood(backlog, from(Transport.UDP, 6000));
    assertThat(backlog.admits(from(Transport.UDP, 6001))).isTrue();
    waiting.remove().run();
    assertThat(backlog.admits(from(Transport.UDP, 6000))).as("once there is room").isTrue();
  }

  /** Whoever floods waits, in its own order, and the others do not wait for it. */
  @Test
  public void aFloodIsWorkedOffBehindTheOthers() {
    Backlog backlog = new Backlog();
    List<String> done = new ArrayList<>();
    Deque<Runnable> turns = new ArrayDeque<>();
    for (int i = 0; i < 500; i++) {
      String what = "flood " + i;
      turns.add(backlog.counted(from(Transport.TCP, 6000), () -> done.add(what)));
    }
    turns.add(backlog.counted(from(Transport.UDP, 6000), () -> done.add("flood 500")));
    turns.add(backlog.counted(from(Transport.UDP, 6001), () -> done.add("good")));
    turns.forEach(Runnable::run);
    assertThat(done.indexOf("good")).isBetween(1, 50);
    done.remove("good");
    assertThat(done)
        .containsExactlyElementsOf(
            IntStream.rangeClosed(0, 500).mapToObj(i -> "flood " + i).toList());
  }

  @Test
  public void whoFloodsTakesTurnsWithOthersWhoDo() {
    Backlog backlog = new Backlog();
    List<Integer> done = new ArrayList<>();
    Deque<Runnable> turns = new ArrayDeque<>();
    for (int port : List.of(6000, 6001)) {
      for (int i = 0; i < 300; i++) {
        turns.add(backlog.counted(from(Transport.UDP, port), () -> done.add(port)));
      }
    }
    turns.forEach(Runnable::run);
    assertThat(done.subList(40, 400)).filteredOn(p -> p == 6001).hasSize(180);
  }

  @Test
  public void manyWhoSendTooMuchAreBoundedTogether() {
    Backlog backlog = new Backlog();
    for (int i = 0; i < 100_000 && backlog.dropped() == 0; i++) {
      Frame frame = from(Transport.UDP, 1024 + i % 1000);
      if (backlog.admits(frame)) {
        backlog.counted(frame, () -> {});
      }
    }
    assertThat(backlog.dropped()).isEqualTo(1);
  }

  @Test
  public void aConnectionIsReadFromOnceThereIsRoom() throws Exception {
    Backlog backlog = new Backlog();
    waiting.clear();
    flood(backlog, from(Transport.UDP, 6000));
    CompletableFuture<Boolean> read =
        CompletableFuture.supplyAsync(() -> backlog.admits(from(Transport.TCP, 6000)));
    waiting.remove().run();
    assertThat(read.get(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  public void nobodyWaitsForOneThatIsClosed() throws Exception {
    Backlog backlog = new Backlog();
    waiting.clear();
    flood(backlog, from(Transport.UDP, 6000));
    CompletableFuture<Boolean> read =
        CompletableFuture.supplyAsync(() -> backlog.admits(from(Transport.TCP, 6000)));
    backlog.close();
    assertThat(read.get(10, TimeUnit.SECONDS)).isFalse();
  }

  @Test
  public void whoNeverHangsUpLeavesChannelsToOthers() {
    SbcSettings settings =
        SbcSettings.of(
                Profiles.shipped().get("sipconnect").orElseThrow(),
                new InetSocketAddress("127.0.3.9", 0),
                Optional.empty(),
                Requests.PLAN)
            .withChannels(2)
            .leaving(1);
    try (EmbeddedSbc sbc = EmbeddedSbc.open(settings);
        Phone sick = Phone.open("127.0.1.1");
        Phone good = Phone.open("127.0.1.2")) {
      assertThat(status(sick, sbc)).isEqualTo(200);
      assertThat(status(sick, sbc)).isEqualTo(200);
      assertThat(status(sick, sbc)).isEqualTo(503);
      assertThat(status(good, sbc)).isEqualTo(200);
      assertThat(status(good, sbc)).as("all are taken").isEqualTo(503);
    }
  }

  private static int status(Phone phone, EmbeddedSbc sbc) {
    String offer = Requests.offer("PCMU", "");
    SipMessage invite =
        phone.send(phone.invite("+15550100007", sbc.address(), offer), sbc.address());
    return phone.finalResponse(invite).status().orElse(0);
  }
}
