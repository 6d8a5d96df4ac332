package io.parley.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.certify.State;
import org.testng.annotations.Test;

/** Faults of phones that register. */
public class FaultyRegistrationTests extends PlayedPhone {
  @Test
  public void aRegistrationThatRunsOutIsTold() {
    registered("Expires: 3600\n");
    assertThat(result("register").state()).isEqualTo(State.MET);
    after(62_000);
    trial.sweep(clock);
    assertBroken("register-refresh", "expected a REGISTER within the 60 s granted, found none");
  }

  @Test
  public void anotherExpiresIsTold() {
    registered("Expires: 600\n");
    assertBroken("registration-expires", "expected 3600, found 600");
  }

  @Test
  public void wrongCredentialsAreToldAndCanBeMended() {
    in(register(1, "Expires: 3600\n"));
    out(response(401, 1, "REGISTER", ""));
    in(register(2, "Expires: 3600\nAuthorization: Digest username=\"x\"\n"));
    out(response(401, 2, "REGISTER", ""));
    assertBroken("register", "found wrong credentials");
    registered("Expires: 3600\n");
    assertThat(result("register").state()).isEqualTo(State.MET);
    assertThat(trial.result().remarks().get(0)).contains("wrong credentials");
  }

  private void registered(String more) {
    in(register(1, more));
    out(response(401, 1, "REGISTER", ""));
    in(register(2, more + "Authorization: Digest username=\"parley\"\n"));
    String contact = "Contact: <sip:2001@127.0.0.9>;expires=60\n\n";
    out(response(200, 2, "REGISTER", "").stripTrailing() + "\n" + contact);
  }

  private static String register(int cseq, String more) {
    return request("REGISTER", "2001", cseq, "", more + "\n");
  }
}
