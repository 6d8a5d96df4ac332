package io.parley;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import org.testng.annotations.Test;

public class ScratchTests {
  @Test
  public void noTestMakesAFileInTheFolderOfTheSystem() {
    noClasses()
        .should()
        .callMethod(Files.class, "createTempDirectory", String.class, FileAttribute[].class)
        .orShould()
        .callMethod(
            Files.class, "createTempFile", String.class, String.class, FileAttribute[].class)
        .because("it would stay there; Scratch has a place for it")
        .check(
            new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
                .importPackages("io.parley"));
  }

  @Test
  public void whatARunLeftIsTakenAwayOnceItIsOver() throws Exception {
    Path runs = Scratch.folder("runs-");
    Process over = new ProcessBuilder("true").start();
    Path left = Files.createDirectories(runs.resolve(over.pid() + "/case-1"));
    Path elsewhere = Scratch.folder("elsewhere-");
    Files.createSymbolicLink(left.resolve("link"), elsewhere);
    Path going = Files.createDirectory(runs.resolve("" + ProcessHandle.current().pid()));
    over.waitFor();

    Scratch.clear(runs);

    assertThat(runs).isDirectoryNotContaining(p -> !p.equals(going));
    assertThat(elsewhere).isDirectory();
  }
}
