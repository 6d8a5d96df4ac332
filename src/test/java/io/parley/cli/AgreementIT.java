package io.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.GoldenFile;
import io.parley.target.docker.RequiresDocker;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.testng.annotations.Test;
import tools.jackson.databind.JsonNode;

/**
 * Two SBCs that have nothing in common, one of them not ours, played by every shipped scenario
 * under the four main profiles: they agree, or it is on record why not. {@code mvn verify
 * -Dit.test=AgreementIT -Dgolden.update=true} writes the record anew.
 */
public class AgreementIT {
  /** Where both are right in different ways; each entry says why. */
  private static final Path REASONS = Path.of("docker", "kamailio", "agreement.txt");

  private static final Pattern REASON = Pattern.compile("([a-z0-9-]+)\\s{2,}(\\S.*)");

  @Test
  public void theyAgreeOrItIsSaidWhyNot() throws Exception {
    RequiresDocker.check();
    Map<String, Outcome> embedded = outcomes("embedded");
    Map<String, Outcome> kamailio = outcomes("docker:kamailio");
    Map<String, String> reasons = reasons();
    StringBuilder table =
        new StringBuilder(line("case", "embedded", "kamailio", "where not alike"));
    assertThat(kamailio).containsOnlyKeys(embedded.keySet());
    embedded.forEach(
        (id, ours) -> {
          Outcome theirs = kamailio.get(id);
          table.append(line(id, ours.what(), theirs.what(), why(id, ours, theirs, reasons)));
        });
    assertThat(table.toString().lines().filter(l -> l.contains(" ???")))
        .as("differ without a reason in %s", REASONS)
        .isEmpty();
    assertThat(reasons).as("reasons that are not needed").allSatisfy((s, r) -> needed(table, s));
    GoldenFile.assertEquals("agreement.txt", table.toString());
  }

  private static void needed(StringBuilder table, String scenario) {
    assertThat(table.toString().lines())
        .anyMatch(l -> l.matches(Pattern.quote(scenario) + "[@\\[].*") && l.contains(" * "));
  }

  /**
   * What one SBC did with a case.
   *
   * @param what the final status, or the verdict where that is not a pass
   * @param skip why it was not played there; empty = it was
   */
  private record Outcome(String what, String skip) {}

  /** Empty where they are alike. */
  private static String why(String id, Outcome ours, Outcome theirs, Map<String, String> reasons) {
    if (ours.what().equals(theirs.what())) {
      return "";
    }
    String skip = ours.skip() + theirs.skip();
    return skip.isEmpty()
        ? "* " + reasons.getOrDefault(id.replaceAll("[@\\[].*", ""), "???")
        : skip;
  }

  private static String line(String id, String ours, String theirs, String why) {
    return String.format("%-72s %-12s %-12s %s", id, ours, theirs, why).stripTrailing() + "\n";
  }

  /** What became of each case, by its identity in order. */
  private static Map<String, Outcome> outcomes(String target) throws Exception {
    Path folder = Files.createTempDirectory("parley-agreement-");
    ParleyProcess.Ended ended =
        ParleyProcess.start(folder, "run", "--target", target, "--no-html").ended(400);
    assertThat(ended.code()).as("%s", ended).isZero();
    Map<String, Outcome> out = new TreeMap<>();
    for (JsonNode one : new Results(folder.resolve("reports")).run().path("cases")) {
      String verdict = one.path("verdict").asString();
      String status = one.path("status").asString("");
      out.put(
          one.path("id").asString(),
          new Outcome(
              verdict.equals("passed") && !status.isEmpty() ? status : verdict,
              one.path("skip").asString("")));
    }
    return out;
  }

  private static Map<String, String> reasons() throws Exception {
    Map<String, String> out = new TreeMap<>();
    List<String> lines = Files.readAllLines(REASONS);
    for (String line : lines) {
      Matcher m = REASON.matcher(line);
      if (m.matches()) {
        out.put(m.group(1), m.group(2));
      } else {
        assertThat(line).matches("#.*|\\s*");
      }
    }
    return out;
  }
}
