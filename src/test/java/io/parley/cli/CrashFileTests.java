package io.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.testng.annotations.Test;

public class CrashFileTests {

  @Test
  public void theUserGetsOneLineAndTheFileTheTrace() throws IOException {
    Throwable fault = new IllegalStateException("two\nlines");

    String line = CrashFile.write(fault, new String[] {"run", "--no-html"});

    assertThat(line).hasLineCount(1).contains("IllegalStateException: two").contains("report");
    Matcher file = Pattern.compile("details are in (\\S+);").matcher(line);
    assertThat(file.find()).isTrue();
    Path written = Path.of(file.group(1));
    String details = Files.readString(written);
    Files.delete(written);
    assertThat(details).contains("run --no-html", "two\nlines", "\tat " + getClass().getName());
  }
}
