package io.parley.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

public class ReasonValueTests {

  @DataProvider
  public Object[][] values() {
    return new Object[][] {
      {"Q.850;cause=65", "Q.850", 65, ""},
      {"Q.850 ;cause=63 ;text=\"guid;Words, and more\"", "Q.850", 63, "guid;Words, and more"},
      {"q.850;CAUSE=17", "q.850", 17, ""},
      {"SIP ;cause=600 ;text=\"Busy \\\"Everywhere\\\"\"", "SIP", 600, "Busy \"Everywhere\""},
      {"SIP;text=Busy;cause=486", "SIP", 486, "Busy"},
      {"Q.850;cause=16;cause=17", "Q.850", 16, ""},
      {"Q.850;cause=", "Q.850", -1, ""},
      {"Q.850;cause=-1", "Q.850", -1, ""},
      {"Q.850;cause=99999999999999999999", "Q.850", -1, ""},
      {"Q.850;text=\"never closed", "Q.850", -1, "never closed"},
      {"Q.850;;;=;cause=3;text=\"\\", "Q.850", 3, "\\"},
      {"", "", -1, ""},
    };
  }

  @Test(dataProvider = "values")
  public void itIsReadHoweverItIsWritten(String value, String protocol, int cause, String text) {
    ReasonValue read = ReasonValue.of(value);
    assertThat(read.protocol()).isEqualTo(protocol);
    assertThat(read.cause()).isEqualTo(cause < 0 ? OptionalInt.empty() : OptionalInt.of(cause));
    assertThat(read.text()).isEqualTo(text);
  }

  @Test
  public void manyStandInOneHeaderOrInMany() {
    String response =
        "SIP/2.0 486 Busy Here\r\nReason: SIP;cause=600;text=\"a, b\", Q.850;cause=17;location=rln\r\n"
            + "reason: Preemption;cause=1\r\n\r\n";
    List<ReasonValue> all =
        ReasonValue.all(SipMessage.of(response.getBytes(StandardCharsets.US_ASCII)));
    assertThat(all).extracting(ReasonValue::protocol).containsExactly("SIP", "Q.850", "Preemption");
    assertThat(all.get(0).isSip()).isTrue();
    assertThat(all.get(1).isQ850()).isTrue();
    assertThat(all.get(1).location()).contains("RLN");
  }

  @Test
  public void aMegabyteOfQuotesIsReadToo() {
    String text = "\\\"".repeat(500_000);
    assertThat(ReasonValue.of("Q.850;cause=1;text=\"" + text + "\"").text()).hasSize(500_000);
  }
}
