package io.parley.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.model.RawMessage;
import io.parley.model.Scenario;
import io.parley.model.SendStep;
import io.parley.scenario.files.PackedFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.testng.annotations.Test;

/** The messages of RFC 4475: all are there, and each request is sent as it is. */
public class TortureFilesTests {
  private static final Path FOLDER = Path.of("scenarios/torture");

  /** A scenario cannot send these: they are responses. */
  private static final Set<String> RESPONSES =
      Set.of("bcast", "bigcode", "noreason", "scalarlg", "unreason");

  private static final Set<String> VALID =
      Set.of(
          "wsinv",
          "intmeth",
          "esc01",
          "escnull",
          "esc02",
          "lwsdisp",
          "longreq",
          "dblreq",
          "semiuri",
          "transports",
          "mpart01");

  private final List<Scenario> scenarios =
      Catalogue.load(List.of(FOLDER), Contexts.full()).scenarios();

  @Test
  public void eachOfThe49IsThereAndEachRequestIsSent() throws IOException {
    Set<String> files;
    try (Stream<Path> all = Files.list(FOLDER)) {
      files =
          all.map(f -> f.getFileName().toString())
              .filter(f -> f.endsWith(".dat"))
              .map(f -> f.replace(".dat", ""))
              .collect(Collectors.toSet());
    }
    assertThat(files).hasSize(49).containsAll(RESPONSES);
    assertThat(scenarios)
        .extracting(s -> s.id().replace("torture-", ""))
        .doesNotContainAnyElementsOf(RESPONSES)
        .hasSize(files.size() - RESPONSES.size())
        .isSubsetOf(files);
  }

  @Test
  public void theBytesAreThoseOfTheFile() throws IOException {
    for (Scenario s : scenarios) {
      RawMessage.Bytes sent = (RawMessage.Bytes) ((SendStep.Raw) s.steps().get(0)).message();
      assertThat(sent.bytes().getBytes(StandardCharsets.ISO_8859_1))
          .as(s.id())
          .isEqualTo(Files.readAllBytes(FOLDER.resolve(sent.file())));
    }
  }

  /** The same bytes over two transports at once are a retransmission to most (RFC 3261 §17.2.3). */
  @Test
  public void eachGoesOverTheTransportThatItsViaNames() {
    Pattern tcp =
        Pattern.compile("(?im)\\A(?:(?!^(?:via|v)\\s*:).*\\R)*^(?:via|v)\\s*:\\s*SIP/2.0/TCP");
    assertThat(scenarios)
        .allSatisfy(
            s -> {
              SendStep.Raw raw = (SendStep.Raw) s.steps().get(0);
              boolean stream = tcp.matcher(((RawMessage.Bytes) raw.message()).content()).find();
              assertThat(s.actors().get("caller").transport())
                  .as(s.id())
                  .contains(stream ? "tcp" : "udp");
            });
  }

  @Test
  public void aValidMessageMayBeNeitherMalformedNorIgnored() {
    assertThat(scenarios)
        .filteredOn(s -> VALID.contains(s.id().replace("torture-", "")))
        .hasSameSizeAs(VALID)
        .allSatisfy(
            s ->
                assertThat(s.expect().get("").forProfile(List.of("sipconnect")).orElseThrow().any())
                    .flatExtracting(o -> o.status())
                    .noneMatch(p -> p.matches(400))
                    .extracting(Object::toString)
                    .doesNotContain("silence"));
  }

  @Test
  public void packedFilesAreReadToo() throws IOException {
    assertThat(PackedFolder.bytes(Path.of("scenarios/torture/wsinv.dat")).orElseThrow())
        .isEqualTo(Files.readAllBytes(FOLDER.resolve("wsinv.dat")));
    assertThat(PackedFolder.bytes(Path.of("scenarios/torture/none.dat"))).isEmpty();
  }
}
