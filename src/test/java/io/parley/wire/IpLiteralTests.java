package io.parley.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.testng.annotations.DataProvider;
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

  @DataProvider
  public Object[][] texts() {
    return new Object[][] {
      {"0:0:0:0:0:0:0:1", "::1"},
      {"0:0:0:0:0:0:0:0", "::"},
      {"2001:db8:0:0:1:0:0:1", "2001:db8::1:0:0:1"},
      {"2001:DB8:0:1:1:1:1:1", "2001:db8:0:1:1:1:1:1"},
      {"2001:db8:0:0:0:0:2:0", "2001:db8::2:0"},
      {"10:20:30:40:50:60:70:0", "10:20:30:40:50:60:70:0"},
      {"2001:db8:a0:0:0:b0:0:0", "2001:db8:a0::b0:0:0"},
      {"192.0.2.1", "192.0.2.1"},
    };
  }

  @Test(dataProvider = "texts")
  public void anAddressIsWrittenInItsRecommendedForm(String any, String recommended) {
    assertThat(IpLiteral.text(IpLiteral.parse(any).orElseThrow())).isEqualTo(recommended);
  }
}
