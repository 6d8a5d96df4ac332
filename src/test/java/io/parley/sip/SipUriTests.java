package io.parley.sip;

import static org.assertj.core.api.Assertions.assertThat;

import org.testng.annotations.Test;

/** URIs, read leniently. */
public class SipUriTests {

  private static SipUri uri(String text) {
    return SipUri.of(text).orElseThrow();
  }

  @Test
  public void aNameAddrIsRead() {
    SipUri u = uri("\"Bob <b>\" <SIP:b;x=1@192.0.2.7:5070;transport=TCP;lr?Subject=a>;tag=1");
    assertThat(u.scheme()).isEqualTo("sip");
    assertThat(u.user()).isEqualTo("b;x=1");
    assertThat(u.host()).isEqualTo("192.0.2.7");
    assertThat(u.port()).hasValue(5070);
    assertThat(u.parameters()).containsEntry("transport", "TCP").containsEntry("lr", "");
    assertThat(u.isLooseRouter()).isTrue();
    assertThat(u.address().orElseThrow().getPort()).isEqualTo(5070);
  }

  @Test
  public void headerParametersAreNotTheUris() {
    assertThat(uri("sip:a@example.com;tag=1").parameters()).isEmpty();
    assertThat(uri("<sip:a@example.com;p>;tag=1").parameters()).containsOnlyKeys("p");
  }

  @Test
  public void ipv6IsRead() {
    SipUri u = uri("<sip:[2001:db8::1]:5080>");
    assertThat(u.host()).isEqualTo("2001:db8::1");
    assertThat(u.port()).hasValue(5080);
    assertThat(uri("<sip:a@[::1]>").address().orElseThrow().getPort()).isEqualTo(5060);
  }

  @Test
  public void aNameIsNeverLookedUp() {
    assertThat(uri("<sip:a@localhost>").address()).isEmpty();
    assertThat(uri("<sip:a@sbc.example.com:5060>").address()).isEmpty();
    assertThat(uri("<sip:a@192.0.2.300>").address()).isEmpty();
  }

  @Test
  public void telHasANumberAndNoHost() {
    SipUri u = uri("<tel:+1-555-0100;phone-context=example.com>");
    assertThat(u.user()).isEqualTo("+1-555-0100");
    assertThat(u.host()).isEmpty();
    assertThat(u.parameters()).containsKey("phone-context");
  }

  @Test
  public void whatIsNoUriIsNone() {
    assertThat(SipUri.of("")).isEmpty();
    assertThat(SipUri.of("*")).isEmpty();
    assertThat(SipUri.of("<>")).isEmpty();
    assertThat(SipUri.of("bob")).isEmpty();
    assertThat(uri("sip:a@h:99999").port()).isEmpty();
  }
}
