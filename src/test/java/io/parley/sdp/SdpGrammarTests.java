package io.parley.sdp;

import static org.assertj.core.api.Assertions.assertThat;

import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

public class SdpGrammarTests {
  private static final String GOOD =
      """
      v=0
      o=- 1 1 IN IP4 192.0.2.1
      s=-
      c=IN IP4 192.0.2.1
      t=0 0
      m=audio 4000 RTP/AVP 0 101
      a=rtpmap:101 telephone-event/8000
      """;

  @DataProvider
  public Object[][] faulty() {
    return new Object[][] {
      {"v=0\n", "", 1, "v=0 must be the first line"},
      {"v=0", "v=1", 1, "v= must be 0, found '1'"},
      {"o=- 1 1 IN IP4 192.0.2.1\n", "", 0, "o= is missing"},
      {"o=- 1 1 IN IP4 192.0.2.1", "o=- 1 1 IN IP4", 2, "o= needs 6 fields, has 5"},
      {"o=- 1 1 IN IP4 192.0.2.1", "o=- x 1 IN IP4 192.0.2.1", 2, "must be numbers"},
      {
        "o=- 1 1 IN IP4 192.0.2.1", "o=- 1 1 IN IP5 192.0.2.1", 2, "must be IP4 or IP6, found 'IP5'"
      },
      {"s=-\n", "", 0, "s= is missing"},
      {"t=0 0\n", "", 0, "t= is missing"},
      {"t=0 0", "t=0", 5, "t= needs start and stop time"},
      {"c=IN IP4 192.0.2.1\n", "", 5, "no c= for this stream"},
      {"c=IN IP4 192.0.2.1", "c=IN IP4", 4, "c= needs 3 fields, has 2"},
      {"c=IN IP4 192.0.2.1", "c=", 4, "c= needs 3 fields, has 0"},
      {"c=IN IP4 192.0.2.1", "c=IN IP4 2001:db8::1", 4, "the address is IPv6"},
      {"c=IN IP4 192.0.2.1", "c=ATM IP4 192.0.2.1", 4, "must be IN"},
      {"m=audio 4000 RTP/AVP 0 101", "m=audio 4000 RTP/AVP", 6, "names no format"},
      {"m=audio 4000 RTP/AVP 0 101", "m=audio 4000", 6, "no transport protocol"},
      {"m=audio 4000", "m=audio 70000", 6, "port 0..65535"},
      {"m=audio 4000", "m=audio -4", 6, "port 0..65535"},
      {"RTP/AVP 0 101", "RTP/AVP 0 101 0", 6, "payload type 0 twice"},
      {"RTP/AVP 0 101", "RTP/AVP 0 101 128", 6, "'128' is not a payload type"},
      {"RTP/AVP 0 101", "RTP/AVP 0 101 description", 6, "'description' is not a payload type"},
      {"a=rtpmap:101 telephone-event/8000", "a=rtpmap:101", 7, "a=rtpmap must be"},
      {"a=rtpmap:101 telephone-event/8000", "a=rtpmap:101 telephone-event", 7, "a=rtpmap must be"},
      {
        "telephone-event/8000\n",
        "telephone-event/8000\na=rtpmap:101 SILK/8000\n",
        8,
        "payload type 101 is already telephone-event/8000"
      },
      {"t=0 0\n", "t=0 0\ny=1\n", 6, "unknown type letter 'y'"},
      {"t=0 0\n", "t=0 0\nhello\n", 6, "not of the form x=value"},
      {"t=0 0\n", "t=0 0\n\n", 6, "not of the form x=value"},
      {"t=0 0\n", "t=0 0\ns=again\n", 6, "s= again, first in line 3"},
      {"c=IN IP4 192.0.2.1\nt=0 0\n", "t=0 0\nc=IN IP4 192.0.2.1\n", 5, "c= must come before t="},
      {"a=rtpmap:101", "t=0 0\na=rtpmap:101", 7, "t= does not belong in a media section"},
      {"a=rtpmap:101", "a=\na=rtpmap:101", 7, "no attribute name"},
      {"s=-", "s=a\rb", 3, "bare CR"},
    };
  }

  @Test(dataProvider = "faulty")
  public void aFaultIsFoundAtItsLine(String good, String bad, int line, String words) {
    assertThat(GOOD).contains(good);
    Sdp sdp = Sdp.of(GOOD.replace(good, bad).replace("\n", "\r\n"));
    assertThat(sdp.faults())
        .filteredOn(f -> f.line() == line && f.words().contains(words) && !f.tolerable())
        .as("%s", sdp.faults())
        .hasSize(1);
    assertThat(sdp.isMalformed()).isTrue();
  }

  @DataProvider
  public Object[][] tolerable() {
    return new Object[][] {
      {GOOD, "ends with LF"},
      {GOOD.replace("\n", "\r\n").strip(), "no line end"},
      {GOOD.replace("s=-", "s=").replace("\n", "\r\n"), "s= is empty"},
      {GOOD.replace("t=0 0", "b=CT:x\nt=0 0").replace("\n", "\r\n"), "b= must be type:number"},
      {
        GOOD.replace("0 101", "0 101 97").replace("\n", "\r\n"),
        "dynamic payload type 97 has no rtpmap"
      },
      {
        GOOD.replace("c=IN IP4 192.0.2.1\n", "").replace("4000", "0").replace("\n", "\r\n"),
        "no c= for this stream"
      },
      {
        GOOD.replace("a=rtpmap:101", "a=rtpmap:0 PCMA/8000\na=rtpmap:101").replace("\n", "\r\n"),
        "payload type 0 is PCMU, not PCMA/8000"
      },
    };
  }

  @Test(dataProvider = "tolerable")
  public void whatReceiversPutUpWithIsTolerable(String body, String words) {
    Sdp sdp = Sdp.of(body);
    assertThat(sdp.faults())
        .singleElement()
        .matches(SdpFault::tolerable)
        .extracting(SdpFault::words)
        .asString()
        .contains(words);
    assertThat(sdp.isMalformed()).isFalse();
  }

  @DataProvider
  public Object[][] good() {
    return new Object[][] {
      {GOOD},
      {
        GOOD.replace(
            "t=0 0", "b=CT:10000000\nt=0 0\nr=7d 1h 0 25h\nt=0 0\na=x-unknown:1\na=recvonly")
      },
      {GOOD.replace("s=-", "s= \ni=info\nu=http://example.com\ne=a@example.com\np=+1 555 0100")},
      {
        GOOD.replace("c=IN IP4 192.0.2.1\n", "")
            .replace("a=rtpmap", "c=IN IP6 2001:db8::1\nb=AS:64\na=rtpmap")
      },
      {GOOD.replace("c=IN IP4 192.0.2.1", "c=IN IP4 media.example.com")},
      {GOOD.replace("m=audio 4000 RTP/AVP 0 101", "m=image 4000 udptl t38")},
      {GOOD.replace("a=rtpmap:101", "a=rtpmap:0 pcmu/8000\na=rtpmap:101")},
    };
  }

  @Test(dataProvider = "good")
  public void whatIsGoodHasNoFault(String body) {
    assertThat(Sdp.of(body.replace("\n", "\r\n")).faults()).isEmpty();
  }

  @Test
  public void anEmptyBodyIsOneFault() {
    assertThat(Sdp.of("").faults()).singleElement().hasToString("the body is empty");
  }
}
