package io.parley.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.farend.EmbeddedSbc;
import io.parley.farend.SbcSettings;
import io.parley.model.Finding;
import io.parley.model.Verdict;
import io.parley.peer.SickPeer;
import io.parley.profile.NumberPlan;
import io.parley.profile.Profiles;
import io.parley.result.CaseResult;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.testng.annotations.AfterMethod;
import org.testng.annotations.Test;

/** SBCs that send OPTIONS over real sockets, watched by a clock that the test moves. */
public class OptionsWatchTests {
  private static final Duration LIMIT = Duration.ofMinutes(5);

  private final BlockingQueue<ServeEvent> events = new LinkedBlockingQueue<>();
  private OptionsWatch watch;
  private EmbeddedSbc farEnd;
  private SickPeer sbc;
  private Instant now;

  private void serve(String profile) throws IOException {
    now = Instant.now();
    events.clear();
    watch = new OptionsWatch(Profiles.shipped().get(profile).orElseThrow(), now, events::add);
    farEnd =
        EmbeddedSbc.open(
            SbcSettings.of(
                    Profiles.shipped().get(profile).orElseThrow(),
                    new InetSocketAddress("127.0.0.1", 0),
                    Optional.empty(),
                    NumberPlan.OPEN)
                .watchedBy(watch));
    sbc = SickPeer.of(farEnd.address());
  }

  @AfterMethod(alwaysRun = true)
  public void close() {
    sbc.close();
    farEnd.close();
  }

  private String options(String id, String contact) {
    return sbc.options(id).replaceFirst("Contact: [^\r]*", "Contact: <sip:" + contact + ">");
  }

  private void options(String id, String contact, int status) throws IOException {
    sbc.persist(options(id, contact), "SIP/2.0 " + status);
  }

  /** Time goes by, and is looked at all along. */
  private void pass(Duration time) {
    Instant end = now.plus(time);
    while (now.isBefore(end)) {
      now = now.plusSeconds(4);
      watch.sweep(now);
    }
  }

  private <T> T told(Class<T> what) throws InterruptedException {
    ServeEvent event = events.poll(10, TimeUnit.SECONDS);
    assertThat(event).isInstanceOf(what);
    return what.cast(event);
  }

  @Test
  public void whoStopsIsToldOnceAndWhoComesBackToo() throws Exception {
    serve("teams-media-bypass");
    options("a", "sbc1.example.com:5061;transport=tls", 200);
    pass(LIMIT.minusSeconds(10));
    assertThat(events).isEmpty();
    pass(Duration.ofMinutes(20));
    ServeEvent.Silent silent = told(ServeEvent.Silent.class);
    assertThat(events).isEmpty();
    Silence silence = silent.silence();
    assertThat(silence.sbc()).isEqualTo("sbc1.example.com");
    assertThat(silence.last()).isPresent();
    assertThat(silence.lasted()).isBetween(LIMIT.minusSeconds(1), LIMIT.plusSeconds(10));
    assertThat(silence.limit().within()).isEqualTo(LIMIT);
    options("b", "SBC1.example.com", 200);
    ServeEvent.Heard heard = told(ServeEvent.Heard.class);
    assertThat(heard.sbc()).isEqualTo("sbc1.example.com");
    assertThat(heard.since()).isEqualTo(silence.since());
  }

  @Test
  public void theReportHasTheLastOptionsAndWhatToDo() throws Exception {
    serve("teams-direct-routing");
    options("a", "sbc1.example.com", 200);
    pass(LIMIT.plusSeconds(10));
    CaseResult result = told(ServeEvent.Silent.class).result();
    assertThat(result.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(result.played().id()).hasToString("options-00001@teams-direct-routing");
    assertThat(result.transcript()).hasSize(2);
    assertThat(result.transcript().get(1).title()).startsWith("SIP/2.0 200");
    Finding finding = result.findings().get(0);
    assertThat(finding.toString())
        .contains("expected OPTIONS from sbc1.example.com at least every 5 min, none for 5 min");
    assertThat(finding.diagnosis()).contains("Keep-alive missing");
    assertThat(result.notes().toString()).contains("demotes", "documented: Microsoft Teams");
  }

  @Test
  public void whoCallsAndNeverSendsOptionsIsTold() throws Exception {
    serve("teams-direct-routing");
    sbc.persist(sbc.invite("c").replaceFirst("sip:a@[^>]*", "sip:a@sbc2.example.com"), "SIP/2.0 4");
    pass(LIMIT.plusSeconds(10));
    Silence silence = told(ServeEvent.Silent.class).silence();
    assertThat(silence.sbc()).isEqualTo("sbc2.example.com");
    assertThat(silence.last()).isEmpty();
    assertThat(silence.found()).isEqualTo("none ever, though a call came");
  }

  @Test
  public void refusedOptionsAreToldOnceAndDoNotCount() throws Exception {
    serve("teams-direct-routing");
    options("a", "192.0.2.9:5061", 403);
    RefusedOptions refused = told(ServeEvent.Refused.class).refused();
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.objections().get(0).rule()).isEqualTo("contact-is-address");
    options("b", "192.0.2.9:5061", 403);
    sbc.persist(options("c", "x").replaceFirst("Contact: [^\r]*\r\n", ""), "SIP/2.0 403");
    assertThat(told(ServeEvent.Refused.class).refused().objections().get(0).rule())
        .isEqualTo("contact-missing");
    sbc.persist(sbc.invite("d").replaceFirst("sip:a@[^>]*", "sip:a@sbc2.example.com"), "SIP/2.0 4");
    pass(LIMIT.plusSeconds(10));
    assertThat(told(ServeEvent.Silent.class).silence().found())
        .contains("none ever", "those from its address were refused: contact-missing");
  }

  /** A machine that slept has missed what came meanwhile; that is not the SBC's fault. */
  @Test
  public void whatPassedWhileNobodyLookedIsNotCounted() throws Exception {
    serve("teams-direct-routing");
    options("a", "sbc1.example.com", 200);
    pass(Duration.ofMinutes(1));
    now = now.plus(Duration.ofHours(8));
    pass(LIMIT.minusSeconds(10));
    assertThat(events).isEmpty();
    pass(Duration.ofMinutes(1));
    assertThat(told(ServeEvent.Silent.class).silence().lasted()).isGreaterThan(LIMIT);
  }

  @Test
  public void whereNothingIsKnownOfOptionsNobodyIsMissed() throws Exception {
    serve("zoom-byoc");
    options("a", "sbc1.example.com", 200);
    pass(Duration.ofMinutes(30));
    assertThat(events).isEmpty();
  }

  @Test
  public void strangersAreWatchedUpToANumber() throws Exception {
    serve("teams-direct-routing");
    for (int i = 0; i < 1100; i++) {
      options("s" + i, "sbc" + i + ".example.com", 200);
    }
    pass(LIMIT.plusSeconds(10));
    assertThat(events).hasSize(1000).allMatch(e -> e instanceof ServeEvent.Silent);
  }
}
