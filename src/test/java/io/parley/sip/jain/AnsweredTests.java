package io.parley.sip.jain;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.sip.EndpointTimer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.testng.annotations.AfterMethod;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.Test;

public class AnsweredTests {
  private final BlockingQueue<ServerSide> due = new LinkedBlockingQueue<>();
  private final List<ServerSide> early = new ArrayList<>();
  private ScheduledThreadPoolExecutor timer;

  @BeforeMethod
  public void open() {
    timer = EndpointTimer.named("answered");
    due.clear();
    early.clear();
  }

  @AfterMethod(alwaysRun = true)
  public void close() {
    timer.shutdownNow();
  }

  private static ServerSide side() {
    return new ServerSide("b", null, null, ResponsePath.SOURCE);
  }

  @Test
  public void eachGoesWhenItsTimeIsOver() throws Exception {
    Answered answered = new Answered(timer, Duration.ofMillis(30), due::add, early::add);
    List<ServerSide> all = List.of(side(), side(), side());
    all.forEach(answered::add);
    for (ServerSide side : all) {
      assertThat(due.poll(10, TimeUnit.SECONDS)).isSameAs(side);
    }
    ServerSide later = side();
    answered.add(later);
    assertThat(due.poll(10, TimeUnit.SECONDS)).isSameAs(later);
    assertThat(early).isEmpty();
  }

  @Test
  public void ofTooManyTheOldestGoesEarly() {
    Answered answered = new Answered(timer, Duration.ofHours(1), due::add, early::add);
    ServerSide first = side();
    answered.add(first);
    for (int i = 0; i < Answered.MOST; i++) {
      answered.add(side());
    }
    assertThat(early).containsExactly(first);
    assertThat(timer.getQueue()).as("one task for all").hasSize(1);
  }

  @Test
  public void aClosedEndpointRemembersNothing() {
    Answered answered = new Answered(timer, Duration.ofMillis(1), due::add, early::add);
    timer.shutdownNow();
    answered.add(side());
    assertThat(due).isEmpty();
  }
}
