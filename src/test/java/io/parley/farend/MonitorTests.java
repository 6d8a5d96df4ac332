package io.parley.farend;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.profile.NumberPlan;
import io.parley.profile.Profiles;
import io.parley.profile.Requests;
import io.parley.sip.Arrival;
import io.parley.sip.RequestBuilder;
import io.parley.sip.SipMessage;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.testng.annotations.AfterMethod;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.Test;

/** What the embedded SBC makes of servers that answer its OPTIONS, and of those that do not. */
public class MonitorTests {
  private static final String NUMBER = "+15550100007";

  private Phone user;
  private Phone server;
  private EmbeddedSbc sbc;

  @BeforeMethod
  public void start() {
    user = Phone.open("127.0.1.1");
    server = Phone.open("127.0.2.1");
    SbcRoutes routes =
        new SbcRoutes(
            Optional.empty(),
            Map.of(NUMBER, List.of(FarEndServer.plain(server.address()))),
            Duration.ofMillis(100),
            Optional.empty());
    sbc =
        EmbeddedSbc.open(
            SbcSettings.of(
                    Profiles.shipped().get("sipconnect").orElseThrow(),
                    new InetSocketAddress("127.0.3.1", 0),
                    Optional.empty(),
                    new NumberPlan(Map.of("callee", List.of(NUMBER))))
                .routing(routes));
  }

  @AfterMethod(alwaysRun = true)
  public void close() {
    sbc.close();
    user.close();
    server.close();
  }

  @Test
  public void eachOptionsIsARequestOfItsOwnAndNamesTheSbc() {
    SipMessage first = asked(200).message();
    SipMessage second = asked(200).message();
    assertThat(second.callId()).isNotEqualTo(first.callId());
    assertThat(first.first("Contact").orElse("")).contains("sbc.example.com");
    assertThat(first.first("Max-Forwards")).contains("70");
  }

  @Test
  public void whereNoServerIsInServiceTheCallerHearsItAtOnceAndCanCallAgainOnceOneIs() {
    for (int i = 0; i < 6; i++) {
      asked(0); // the last one shows that five stayed without an answer
    }
    SipMessage refused = call();
    assertThat(refused.status()).hasValue(503);
    assertThat(refused.first("Reason").orElse("")).contains("no server is in service");
    assertThat(server.has(m -> m.method().equals("INVITE"))).isFalse();

    server.clear(); // what was given up by now
    asked(200);
    asked(200); // the answer before it has been taken
    user.send(invite(), sbc.address());
    assertThat(server.request("INVITE").message().requestUri()).contains(NUMBER);
  }

  @Test
  public void aServerThatRefusesOptionsIsOutOfServiceToo() {
    for (int i = 0; i < 6; i++) {
      asked(503);
    }
    assertThat(call().status()).hasValue(503);
    assertThat(server.has(m -> m.method().equals("INVITE"))).isFalse();
  }

  @Test
  public void anAnswerThatComesLateKeepsAServerInService() {
    Arrival first = asked(0);
    for (int i = 0; i < 5; i++) {
      asked(0);
    }
    assertThat(call().status()).hasValue(503);
    Arrival last = asked(0);
    asked(0); // the one before was given up by now
    server.respond(last, 200);
    server.respond(first, 200); // too old to say anything
    asked(0); // what came before it has been read
    user.send(invite(), sbc.address());
    assertThat(server.request("INVITE").message().requestUri()).contains(NUMBER);
  }

  @Test
  public void anAnswerThatComesLateSaysNothingOfWhatWasAskedSince() {
    Arrival first = asked(0);
    asked(0);
    server.respond(first, 200);
    for (int i = 0; i < 5; i++) {
      asked(0);
    }
    assertThat(call().status()).hasValue(503);
  }

  /** The next OPTIONS, answered so; 0 = not at all. */
  private Arrival asked(int status) {
    Arrival options = server.request("OPTIONS");
    if (status > 0) {
      server.respond(options, status);
    }
    return options;
  }

  private SipMessage call() {
    user.send(invite(), sbc.address());
    return user.finalResponse();
  }

  private RequestBuilder invite() {
    return user.invite(NUMBER, sbc.address(), Requests.goodOffer());
  }
}
