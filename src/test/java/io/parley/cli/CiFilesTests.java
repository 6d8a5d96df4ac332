package io.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The files of {@code docker/ci} that users start from: no such server runs here, so they are read.
 */
public class CiFilesTests {
  private static final Path FOLDER = Path.of("docker", "ci");
  private static final Pattern COMMAND = Pattern.compile("parley ((?:run|merge) [^'\\n]*)");
  private static final Pattern SHARD = Pattern.compile("--shard .*?/(\\d+)");
  private static final YAMLMapper YAML = new YAMLMapper();

  @DataProvider
  public Object[][] files() {
    return new Object[][] {
      {"github-actions.yml"},
      {"gitlab-ci.yml"},
      {"Jenkinsfile"},
      {"kubernetes-job.yaml"},
      {"kubernetes-merge.yaml"}
    };
  }

  @Test
  public void thereIsNoFurtherFile() throws IOException {
    try (var listed = Files.list(FOLDER)) {
      // Scripts are run by their own tests.
      assertThat(listed.map(f -> f.getFileName().toString()).filter(f -> !f.endsWith(".sh")))
          .containsExactlyInAnyOrder(
              Arrays.stream(files()).map(row -> (String) row[0]).toArray(String[]::new));
    }
  }

  @Test(dataProvider = "files")
  public void itsCommandsAreThoseOfThisParley(String file) throws IOException {
    List<String> commands = commands(file);
    assertThat(commands).isNotEmpty();
    for (String command : commands) {
      CommandLine.ParseResult parsed = CommandTree.build().parseArgs(words(command));
      assertThat(parsed.hasSubcommand()).as(command).isTrue();
    }
  }

  @Test(dataProvider = "files")
  public void itSaysThatItIsNotRunHere(String file) throws IOException {
    assertThat(Files.readString(FOLDER.resolve(file))).contains("not run here");
  }

  @Test
  public void githubPlaysAsManyPartsAsItDividesIntoAndMergesThem() throws IOException {
    JsonNode jobs = yaml("github-actions.yml").get(0).path("jobs");
    JsonNode shards = jobs.path("play").path("strategy").path("matrix").path("shard");
    assertThat(parts("github-actions.yml")).isEqualTo(shards.size());
    assertThat(jobs.path("report").path("needs").asString()).isEqualTo("play");
    for (JsonNode shard : shards) {
      assertThat(commands("github-actions.yml").get(1)).contains("parts/" + shard.asString());
    }
  }

  @Test
  public void gitlabShowsTheReportOfEachPart() throws IOException {
    JsonNode root = yaml("gitlab-ci.yml").get(0);
    assertThat(root.path("play").path("parallel").asInt()).isGreaterThan(1);
    JsonNode artifacts = root.path("play").path("artifacts");
    assertThat(artifacts.path("when").asString()).isEqualTo("always");
    assertThat(artifacts.path("reports").path("junit").asString()).isEqualTo("parts/*/junit.xml");
    for (String job : List.of("play", "report")) {
      List<String> stages = new ArrayList<>();
      root.path("stages").forEach(s -> stages.add(s.asString()));
      assertThat(stages).contains(root.path(job).path("stage").asString());
    }
  }

  @Test
  public void kubernetesHasAPodForEachPartAndPlaysNoneTwice() throws IOException {
    List<JsonNode> documents = yaml("kubernetes-job.yaml");
    assertThat(documents)
        .extracting(d -> d.path("kind").asString())
        .containsExactly("PersistentVolumeClaim", "Job");
    JsonNode job = documents.get(1).path("spec");
    assertThat(job.path("completionMode").asString()).isEqualTo("Indexed");
    assertThat(parts("kubernetes-job.yaml")).isEqualTo(job.path("completions").asInt());
    assertThat(job.path("backoffLimitPerIndex").asInt(-1)).isZero();
    JsonNode pod = job.path("template").path("spec");
    assertThat(pod.path("securityContext").path("runAsNonRoot").asBoolean()).isTrue();
    assertThat(volumes(pod, "containers", "volumeMounts")).isSubsetOf(volumes(pod));
  }

  @Test
  public void jenkinsClosesWhatItOpensAndPlaysEachPart() throws IOException {
    String text = Files.readString(FOLDER.resolve("Jenkinsfile")).replaceAll("(?m)//.*$", "");
    for (String pair : List.of("{}", "()", "[]")) {
      assertThat(text.chars().filter(c -> c == pair.charAt(0)).count())
          .as(pair)
          .isEqualTo(text.chars().filter(c -> c == pair.charAt(1)).count());
    }
    assertThat(parts("Jenkinsfile")).isEqualTo(4);
    assertThat(text).contains("values '1', '2', '3', '4'", "reports/junit.xml");
  }

  private static List<JsonNode> yaml(String file) throws IOException {
    try (MappingIterator<JsonNode> documents =
        YAML.readerFor(JsonNode.class).readValues(FOLDER.resolve(file).toFile())) {
      return documents.readAll();
    }
  }

  private static List<String> volumes(JsonNode pod) {
    List<String> out = new ArrayList<>();
    pod.path("volumes").forEach(v -> out.add(v.path("name").asString()));
    return out;
  }

  private static List<String> volumes(JsonNode pod, String containers, String mounts) {
    List<String> out = new ArrayList<>();
    pod.path(containers)
        .forEach(c -> c.path(mounts).forEach(m -> out.add(m.path("name").asString())));
    return out;
  }

  /** Into how many parts the file divides the cases. */
  private static int parts(String file) throws IOException {
    List<String> all = SHARD.matcher(commands(file).get(0)).results().map(m -> m.group(1)).toList();
    assertThat(all).hasSize(1);
    return Integer.parseInt(all.get(0));
  }

  /** The command lines in the file, as a YAML reader sees them where it is YAML. */
  private static List<String> commands(String file) throws IOException {
    List<String> texts = new ArrayList<>();
    if (file.equals("Jenkinsfile")) {
      texts.add(Files.readString(FOLDER.resolve(file)));
    } else {
      yaml(file).forEach(d -> texts(d, texts));
    }
    return texts.stream()
        .flatMap(t -> COMMAND.matcher(t).results())
        .map((MatchResult m) -> m.group(1).strip())
        .toList();
  }

  private static void texts(JsonNode node, List<String> out) {
    if (node.isString()) {
      out.add(node.asString());
    }
    node.forEach(child -> texts(child, out));
  }

  /** What Parley is told once the shell has put 1 for every variable. */
  private static String[] words(String command) {
    return command
        .replaceAll("\\$\\{\\{[^}]*}}|\\$\\(\\([^)]*\\)\\)|\\$\\w+", "1")
        .replace("\"", "")
        .split(" +");
  }
}
