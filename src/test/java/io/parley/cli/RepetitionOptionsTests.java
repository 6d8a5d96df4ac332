package io.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.model.Shard;
import io.parley.run.RunRequest;
import io.parley.run.UsageException;
import java.util.stream.Stream;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** How often, how long, which part: what the user writes and what is understood. */
public class RepetitionOptionsTests {

  @Test
  public void withoutOptionsEachCaseIsPlayedOnce() {
    assertThat(request().repetition()).isEqualTo(RunRequest.Repetition.NONE);
    assertThat(request().selection().shard()).isEmpty();
  }

  @Test
  public void eachOptionIsUnderstood() {
    RunRequest.Repetition wanted =
        request("--retries", "2", "--fail-on-flaky", "--max-failures", "5").repetition();
    assertThat(wanted.retries()).isEqualTo(2);
    assertThat(wanted.failOnFlaky()).isTrue();
    assertThat(wanted.failures()).contains(new RunRequest.FailureLimit(5, "--max-failures 5"));
    assertThat(request("--repeat", "20").repetition().repeat()).isEqualTo(20);
    assertThat(request("--shard", "3/3").selection().shard()).contains(new Shard(3, 3));
  }

  /** A CI job passes a number that somebody set; none is one of them. */
  @Test
  public void noRetriesAreRetriesToo() {
    assertThat(request("--retries", "0", "--repeat", "1").repetition())
        .isEqualTo(RunRequest.Repetition.NONE);
  }

  @Test
  public void failFastIsALimitOfOne() {
    assertThat(request("--fail-fast", "--max-failures", "3").repetition().failures())
        .contains(new RunRequest.FailureLimit(1, "--fail-fast"));
  }

  @DataProvider
  public Object[][] wrong() {
    return new Object[][] {
      {"--shard 0/3", "--shard: expected a part such as 1/3 (parts count from 1"},
      {"--shard 4/3", "--shard: expected a part"},
      {"--shard 2", "--shard: expected a part"},
      {"--shard a/b", "--shard: expected a part"},
      {"--shard 1/", "--shard: expected a part"},
      {"--retries -1", "--retries: expected a number from 0, got '-1'"},
      {"--retries many", "--retries: expected a number from 0, got 'many'"},
      {"--repeat 0", "--repeat: expected a number from 1, got '0'"},
      {"--max-failures 0", "--max-failures: expected a number from 1, got '0'"},
      {"--retries 1 --repeat 2", "--retries and --repeat: expected one of them"},
    };
  }

  @Test(dataProvider = "wrong")
  public void whatMeansNothingIsToldWithWhatIsExpected(String line, String told) {
    assertThatThrownBy(() -> request(line.split(" ")))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(told);
  }

  private static RunRequest request(String... options) {
    String[] line = Stream.concat(Stream.of("run"), Stream.of(options)).toArray(String[]::new);
    return new RunOptions(CommandTree.build().parseArgs(line).subcommand()).request();
  }
}
