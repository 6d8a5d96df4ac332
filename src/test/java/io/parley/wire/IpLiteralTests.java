package io.parley.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.testng.annotations.Test;

/** Addresses told apart from names. */
public class IpLiteralTests {

  @Test
  public void onlyAnAddressIsAnAddress() {
    assertThat(IpLiteral.parse("192.0.2.1")).isPresent();
    assertThat(IpLiteral.parse("[2001:db8::1]")).isPresent();
    assertThat(IpLiteral.parse("::1")).isPresent();
    assertThat(IpLiteral.parse("localhost")).isEmpty();
    assertThat(IpLiteral.parse("sbc.example.com")).isEmpty();
    assertThat(IpLiteral.parse("192.0.2.999")).isEmpty();
    assertThat(IpLiteral.parse("255.255.255.255")).isPresent();
    assertThat(IpLiteral.parse("0.0.0.0")).isPresent();
    assertThat(IpLiteral.parse("256.0.2.1")).isEmpty();
    assertThat(IpLiteral.parse("192.0.2.1.")).isEmpty();
    assertThat(IpLiteral.parse("1.2.3.4.5")).isEmpty();
    assertThat(IpLiteral.parse("192.0.2")).isEmpty();
    assertThat(IpLiteral.parse("cafe:")).isEmpty();
    assertThat(IpLiteral.parse("")).isEmpty();
  }
}
