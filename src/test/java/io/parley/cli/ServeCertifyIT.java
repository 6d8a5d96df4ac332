package io.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.Scratch;
import io.parley.peer.OwnPlace;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** {@code parley serve --certify} as a user runs it. */
public class ServeCertifyIT {
  @Test
  public void withoutAPhoneNothingCouldBeTested() throws Exception {
    Path folder = Scratch.folder("certify-");
    InetSocketAddress at = OwnPlace.next();
    String place = "udp:" + at.getAddress().getHostAddress() + ":" + at.getPort();
    ParleyProcess.Ended ended =
        ParleyProcess.start(
                folder, "serve", "--certify", "baresip", "--listen", place, "--for", "500ms")
            .ended();
    assertThat(ended.code()).as("%s", ended).isEqualTo(3);
    assertThat(ended.out())
        .contains(
            "serving sipconnect on " + place,
            "user parley, password parley",
            "next        Let the phone register",
            "COULD NOT BE TESTED  baresip",
            "not shown: nobody dialled 1008");
    assertThat(Files.readString(folder.resolve("reports/certificate.html")))
        .contains("could not be tested");
  }

  /** What is asked for wrongly, and what is said. */
  @DataProvider
  public Object[][] mistakes() {
    String listen = "--listen udp:127.0.0.1:5060";
    return new Object[][] {
      {"--certify yealink-t4 " + listen, "unknown phone 'yealink-t4'"},
      {"--certify baresip", "serve: give --listen"},
      {"--certify baresip --dial 1 " + listen, "--dial: not with --certify"},
      {"--certify baresip --srtp always " + listen, "--srtp: expected off, optional or mandatory"},
      {"--certify baresip --evidence none " + listen, "a certificate needs its evidence"},
      {"--certify baresip --as nobody " + listen, "--as: unknown profile 'nobody'"}
    };
  }

  @Test(dataProvider = "mistakes")
  public void aMistakeIsSaidBeforeAnythingIsBound(String arguments, String words) throws Exception {
    String[] all = ("serve " + arguments).split(" ");
    ParleyProcess.Ended ended = ParleyProcess.start(Scratch.folder("certify-"), all).ended();
    assertThat(ended.code()).as("%s", ended).isEqualTo(2);
    assertThat(ended.err()).contains(words);
  }
}
