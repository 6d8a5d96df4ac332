package io.parley;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.testng.annotations.Test;

/**
 * Holds the direction rules of {@code src/docs/architecture.md}: the table there and the table here
 * say the same.
 */
public class ArchitectureTests {
  private static final String ROOT = "io.parley";

  /** What each package may use, besides the JDK and itself. */
  private static final Map<String, Set<String>> MAY_USE =
      Map.ofEntries(
          Map.entry("model", Set.of()),
          Map.entry("sdp", Set.of("model")),
          Map.entry("wire", Set.of()),
          Map.entry("yaml", Set.of("model")),
          Map.entry("dns", Set.of("wire")),
          Map.entry("media", Set.of("model", "wire")),
          Map.entry(
              "scenario",
              Set.of(
                  "model",
                  "yaml",
                  "scenario.context",
                  "scenario.files",
                  "scenario.offer",
                  "scenario.surface",
                  "scenario.expand",
                  "scenario.write",
                  "scenario.lint")),
          Map.entry("scenario.context", Set.of("model", "yaml")),
          Map.entry("scenario.files", Set.of("model", "yaml")),
          Map.entry(
              "scenario.offer",
              Set.of("model", "sdp", "yaml", "scenario.context", "scenario.files")),
          Map.entry(
              "scenario.surface",
              Set.of(
                  "model",
                  "yaml",
                  "diagnosis",
                  "scenario.context",
                  "scenario.files",
                  "scenario.offer")),
          Map.entry(
              "scenario.expand", Set.of("model", "yaml", "scenario.context", "scenario.files")),
          Map.entry(
              "scenario.write",
              Set.of(
                  "model", "sdp", "yaml", "scenario.offer", "scenario.surface", "scenario.expand")),
          Map.entry("scenario.lint", Set.of("model", "yaml")),
          Map.entry("sip", Set.of("wire")),
          Map.entry("sip.jain", Set.of("sip", "wire")),
          Map.entry("profile", Set.of("model", "sip", "sdp", "yaml")),
          Map.entry("phone", Set.of("model", "sdp", "yaml")),
          Map.entry("diagnosis", Set.of("model", "yaml")),
          Map.entry(
              "farend", Set.of("model", "sip", "sip.jain", "wire", "sdp", "media", "profile")),
          Map.entry("match", Set.of("model", "sip", "sdp")),
          Map.entry("target", Set.of("model", "yaml", "wire", "dns", "farend", "profile")),
          Map.entry("target.docker", Set.of("target", "model", "yaml", "wire", "profile")),
          Map.entry("result", Set.of("model", "sip", "wire", "media")),
          Map.entry(
              "play.stage",
              Set.of("model", "sip", "sip.jain", "wire", "result", "profile", "target")),
          Map.entry("play.message", Set.of("model", "sip", "wire", "target", "play.stage")),
          Map.entry("play.dialog", Set.of("model", "sip", "wire", "sdp", "play.message")),
          Map.entry(
              "play.agent",
              Set.of(
                  "model",
                  "sip",
                  "wire",
                  "sdp",
                  "media",
                  "result",
                  "profile",
                  "target",
                  "play.stage",
                  "play.message",
                  "play.dialog")),
          Map.entry(
              "play.check",
              Set.of(
                  "model",
                  "sip",
                  "wire",
                  "sdp",
                  "match",
                  "diagnosis",
                  "profile",
                  "result",
                  "target",
                  "play.stage",
                  "play.message",
                  "play.dialog",
                  "play.agent")),
          Map.entry(
              "play.script",
              Set.of(
                  "model",
                  "sip",
                  "wire",
                  "sdp",
                  "media",
                  "match",
                  "result",
                  "target",
                  "play.stage",
                  "play.message",
                  "play.dialog",
                  "play.agent",
                  "play.check")),
          Map.entry(
              "play",
              Set.of(
                  "model",
                  "sip",
                  "wire",
                  "dns",
                  "profile",
                  "result",
                  "target",
                  "play.stage",
                  "play.dialog",
                  "play.agent",
                  "play.check",
                  "play.script")),
          Map.entry(
              "report",
              Set.of(
                  "model",
                  "match",
                  "diagnosis",
                  "result",
                  "record",
                  "yaml",
                  "sip",
                  "sdp",
                  "wire",
                  "media")),
          Map.entry(
              "report.allure",
              Set.of(
                  "model",
                  "match",
                  "diagnosis",
                  "result",
                  "record",
                  "yaml",
                  "sip",
                  "sdp",
                  "wire",
                  "report",
                  "report.bundle")),
          Map.entry("report.bundle", Set.of("model", "result", "sip", "wire", "report")),
          Map.entry("record", Set.of("model", "result", "sip", "sdp", "wire", "yaml")),
          Map.entry("compare", Set.of("model", "record", "report", "yaml")),
          Map.entry("capture", Set.of("sip")),
          Map.entry("draft", Set.of("model", "capture", "scenario.offer", "sip", "sdp", "report")),
          Map.entry(
              "explain",
              Set.of("model", "capture", "sip", "sdp", "profile", "diagnosis", "report")),
          Map.entry(
              "preflight",
              Set.of("model", "sip", "wire", "dns", "target", "play", "play.stage", "result")),
          Map.entry(
              "serve",
              Set.of("model", "sip", "sdp", "wire", "profile", "diagnosis", "farend", "result")),
          Map.entry("merge", Set.of("model", "result", "record", "report", "report.allure")),
          Map.entry(
              "certify",
              Set.of(
                  "model",
                  "phone",
                  "result",
                  "profile",
                  "report",
                  "scenario.context",
                  "sdp",
                  "sip",
                  "wire",
                  "yaml")),
          Map.entry(
              "trial",
              Set.of(
                  "model", "sip", "sdp", "wire", "profile", "phone", "farend", "result", "serve",
                  "certify", "report")),
          Map.entry("run", Set.of("*")),
          Map.entry("cli", Set.of("*")));

  /** The one home of each third-party library. */
  private static final Map<String, Set<String>> HOME =
      Map.of(
          "gov.nist", Set.of("sip.jain"),
          "javax.sip", Set.of("sip.jain"),
          "tools.jackson", Set.of("yaml"),
          "org.testcontainers", Set.of("target.docker"),
          "com.github.dockerjava", Set.of("target.docker"),
          "io.qameta.allure", Set.of("report.allure"),
          "org.testng", Set.of("run"),
          "picocli", Set.of("cli"),
          "org.xbill", Set.of("dns"));

  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  @Test
  public void everyPackageUsesOnlyWhatItsRowNames() {
    Map<String, Set<String>> broken = new TreeMap<>();
    for (JavaClass c : classes) {
      String from = room(c.getPackageName());
      Set<String> allowed = MAY_USE.get(from);
      if (from.isEmpty()) {
        continue;
      }
      assertThat(allowed).as("package %s has no row in the table", c.getPackageName()).isNotNull();
      c.getDirectDependenciesFromSelf().stream()
          .filter(d -> d.getTargetClass().getPackageName().startsWith(ROOT))
          .filter(d -> !mayUse(from, allowed, room(d.getTargetClass().getPackageName())))
          .forEach(d -> broken.computeIfAbsent(from, k -> new TreeSet<>()).add(d.getDescription()));
    }
    assertThat(broken).isEmpty();
  }

  @Test
  public void noPackagesUseEachOtherInACircle() {
    SlicesRuleDefinition.slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(classes);
  }

  @Test
  public void everyLibraryHasOneHome() {
    Set<String> broken = new TreeSet<>();
    for (JavaClass c : classes) {
      c.getDirectDependenciesFromSelf()
          .forEach(
              d ->
                  HOME.forEach(
                      (library, home) -> {
                        boolean uses = d.getTargetClass().getPackageName().startsWith(library);
                        if (uses && !home.contains(room(c.getPackageName()))) {
                          broken.add(d.getDescription());
                        }
                      }));
    }
    assertThat(broken).isEmpty();
  }

  private static boolean mayUse(String from, Set<String> allowed, String to) {
    return from.equals(to) || allowed.contains("*") || allowed.contains(to);
  }

  /**
   * The longest row that names the package: {@code sip.jain} before {@code sip}; sub-packages
   * belong to their parent.
   */
  private static String room(String packageName) {
    String relative = packageName.equals(ROOT) ? "" : packageName.substring(ROOT.length() + 1);
    String best = relative;
    while (!best.isEmpty() && !MAY_USE.containsKey(best)) {
      best = best.contains(".") ? best.substring(0, best.lastIndexOf('.')) : "";
    }
    return best.isEmpty() ? relative : best;
  }
}
