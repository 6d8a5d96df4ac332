package io.parley.farend;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.profile.Profiles;
import io.parley.profile.Requests;
import io.parley.sip.Dialog;
import io.parley.sip.SipMessage;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.testng.annotations.AfterMethod;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.Test;

public class ManyCallsTests {
  private static final int CALLS = 50;
  private static final Profiles PROFILES = Profiles.shipped();

  private Phone phone;
  private AutoAnswer farEnd;

  @BeforeMethod
  public void open() {
    phone = Phone.open("127.0.1.1");
    farEnd = new AutoAnswer("127.0.2.1");
  }

  @AfterMethod(alwaysRun = true)
  public void close() {
    phone.close();
    farEnd.close();
  }

  private SbcSettings settings(Optional<InetSocketAddress> farEndAddress) {
    return SbcSettings.of(
        PROFILES.get("zoom-byoc").orElseThrow(),
        new InetSocketAddress("127.0.3.3", 0),
        farEndAddress,
        Requests.PLAN);
  }

  @Test
  public void manyCallsAtOnceDoNotMix() {
    try (EmbeddedSbc sbc = EmbeddedSbc.open(settings(Optional.of(farEnd.address())))) {
      List<SipMessage> invites = invite(sbc, CALLS);
      Set<String> tags = new HashSet<>();
      List<Dialog> dialogs = new ArrayList<>();
      for (SipMessage invite : invites) {
        SipMessage ok = phone.finalResponse(invite);
        assertThat(ok.status()).hasValue(200);
        tags.add(ok.toTag().orElse(""));
        dialogs.add(Dialog.uac(invite, ok));
        phone.ack(dialogs.get(dialogs.size() - 1), invite, sbc.address(), "");
      }
      assertThat(tags).hasSize(CALLS);
      assertThat(sbc.calls()).isEqualTo(CALLS);
      dialogs.forEach(d -> phone.send(d, "BYE", sbc.address(), ""));
      await(() -> sbc.calls() == 0 && farEnd.up() == 0);
    }
  }

  @Test
  public void nothingIsRememberedForEver() {
    SbcSettings quick =
        settings(Optional.of(farEnd.address()))
            .withTimes(SbcTimes.of(Duration.ofMillis(40), Duration.ofSeconds(2)));
    try (EmbeddedSbc sbc = EmbeddedSbc.open(quick)) {
      for (SipMessage invite : invite(sbc, CALLS)) {
        Dialog dialog = Dialog.uac(invite, phone.finalResponse(invite));
        phone.ack(dialog, invite, sbc.address(), "");
        phone.finalResponse(phone.send(dialog, "BYE", sbc.address(), ""));
      }
      assertThat(sbc.remembered()).isGreaterThan(CALLS);
      await(() -> sbc.calls() == 0 && sbc.remembered() == 0);
    }
  }

  @Test
  public void oneCallMoreThanChannelsIsRefused() {
    SbcSettings two = settings(Optional.of(farEnd.address())).withChannels(2);
    try (EmbeddedSbc sbc = EmbeddedSbc.open(two)) {
      List<SipMessage> invites = invite(sbc, 3);
      assertThat(phone.finalResponse(invites.get(0)).status()).hasValue(200);
      assertThat(phone.finalResponse(invites.get(1)).status()).hasValue(200);
      SipMessage refused = phone.finalResponse(invites.get(2));
      assertThat(refused.status()).hasValue(503);
      assertThat(refused.first("Retry-After")).isPresent();
    }
  }

  @Test
  public void aFarEndThatIsNotThereIs503() {
    InetSocketAddress nobody = new InetSocketAddress("127.0.2.77", farEnd.address().getPort());
    try (EmbeddedSbc sbc = EmbeddedSbc.open(settings(Optional.of(nobody)))) {
      for (SipMessage invite : invite(sbc, 3)) {
        SipMessage answer = phone.finalResponse(invite);
        assertThat(answer.status()).hasValue(503);
        assertThat(answer.first("Reason").orElse("")).contains("port unreachable");
      }
      assertThat(sbc.calls()).isZero();
    }
  }

  @Test
  public void aFarEndThatRefusesTheConnectionIs503() {
    InetSocketAddress nobody = new InetSocketAddress("127.0.2.77", farEnd.address().getPort());
    try (EmbeddedSbc sbc = EmbeddedSbc.open(settings(Optional.of(nobody)));
        Phone tcp = Phone.open("127.0.1.1", io.parley.wire.Transport.TCP)) {
      SipMessage invite =
          tcp.send(tcp.invite("+15550100001", sbc.address(), Requests.goodOffer()), sbc.address());
      SipMessage answer = tcp.finalResponse(invite);
      assertThat(answer.status()).hasValue(503);
      assertThat(answer.first("Reason").orElse("")).contains("refused");
    }
  }

  @Test
  public void aCallerThatVanishesLeavesNothingBehind() {
    SbcSettings quick =
        settings(Optional.of(farEnd.address()))
            .withTimes(SbcTimes.of(Duration.ofMillis(10), Duration.ofSeconds(2)));
    try (EmbeddedSbc sbc = EmbeddedSbc.open(quick)) {
      invite(sbc, 3).forEach(phone::finalResponse);
      await(() -> sbc.calls() == 0 && farEnd.up() == 0);
    }
  }

  @Test
  public void noThreadOutlivesIt() {
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    try (EmbeddedSbc sbc = EmbeddedSbc.open(settings(Optional.of(farEnd.address())))) {
      phone.finalResponse(invite(sbc, 1).get(0));
    }
    await(
        () ->
            Thread.getAllStackTraces().keySet().stream()
                .noneMatch(t -> !before.contains(t) && t.getName().startsWith("sbc-")));
  }

  private List<SipMessage> invite(EmbeddedSbc sbc, int count) {
    List<SipMessage> out = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String number = String.format("+155501000%02d", i);
      out.add(phone.send(phone.invite(number, sbc.address(), Requests.goodOffer()), sbc.address()));
    }
    return out;
  }

  private static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("condition within 10 s").isLessThan(end);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
  }
}
