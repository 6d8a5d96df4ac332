package io.parley.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.Scratch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.testng.annotations.Test;

/** Rows of a table, and combinations of a matrix that are left out. */
public class RowTests {
  @Test
  public void aCsvFileGivesOneCaseForEachLine() throws IOException {
    Path folder = Scratch.folder("rows-");
    Path csv = folder.resolve("rows.csv");
    Path file = folder.resolve("r.yaml");
    Files.writeString(
        csv, "number,what,status\r\n+15550100001,\"a, \"\"b\"\"\",404\r\n\r\n0442, c ,486\r\n");
    Files.writeString(
        file,
        """
        scenario: "${row.what} by row"
        id: r
        offer: plain
        to: "${row.number}"
        expect: { status: "${row.status}" }
        rows: rows.csv
        """);
    Loaded loaded = Catalogue.load(List.of(file), Contexts.setting(Map.of(), Map.of()));
    for (Path p : List.of(csv, file, folder)) {
      Files.delete(p);
    }
    assertThat(loaded.problems()).isEmpty();
    assertThat(loaded.cases())
        .extracting(c -> c.id() + " " + c.scenario().title())
        .containsExactly("r[row=+15550100001] a, \"b\" by row", "r[row=0442] c by row");
    assertThat(loaded.cases())
        .extracting(c -> c.expected().get("").any().get(0).status().toString())
        .containsExactly("[404]", "[486]");
  }

  @Test
  public void rowsAreCrossedWithTheMatrixAndComeBeforeIt() {
    Loaded loaded =
        ScenarioTexts.load(
            Contexts.setting(Map.of(), Map.of()),
            """
            scenario: "${vars.what}"
            id: r
            vars: { what: var }
            rows: [ { name: x, what: row, status: 404 }, { name: y, what: row2, status: 4xx } ]
            matrix: { what: [a, b], t: [udp, tcp], exclude: [ { what: a, t: tcp }, { t: udp, what: b } ] }
            offer: plain
            transport: "${matrix.t}"
            expect: { status: "${row.status}" }
            """);
    assertThat(loaded.warnings()).isEmpty();
    assertThat(loaded.problems()).isEmpty();
    assertThat(loaded.cases())
        .extracting(c -> c.id() + " " + c.scenario().title())
        .containsExactly(
            "r[row=x,t=udp,what=a] row",
            "r[row=x,t=tcp,what=b] row",
            "r[row=y,t=udp,what=a] row2",
            "r[row=y,t=tcp,what=b] row2");
  }
}
