package io.parley.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.Scratch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

public class YamlTests {

  private static List<String> problems(String text) {
    Problems problems = new Problems();
    Optional<Node> node = Yaml.parse("f.yaml", text, problems);
    assertThat(node.isEmpty() || !problems.isEmpty()).isTrue();
    return problems.list().stream().map(Object::toString).toList();
  }

  private static Mapping map(String text) {
    Problems problems = new Problems();
    Node node = Yaml.parse("f.yaml", text, problems).orElseThrow();
    assertThat(problems.list()).isEmpty();
    return (Mapping) node;
  }

  @Test
  public void scalarsKeepTheirSourceText() {
    Mapping map = map("a: 0442\nb: on\nc: 04\nd: 1_000\ne: 0x1F\nf: +1555\ng: 1.50\n");
    assertThat(map.entries().stream().map(e -> ((Scalar) e.value()).text()))
        .containsExactly("0442", "on", "04", "1_000", "0x1F", "+1555", "1.50");
  }

  @Test
  public void quotedAndBlockScalarsAreText() {
    Mapping map = map("a: \"~\"\nb: '4'\nc: |\n  x\n  y\nd: 4\n\"e\": ~\nf:\n");
    assertThat(map.entries().stream().map(e -> ((Scalar) e.value()).quoted()))
        .containsExactly(true, true, true, false, false, false);
    assertThat(map.entries().stream().map(e -> ((Scalar) e.value()).isNull()))
        .containsExactly(false, false, false, false, true, true);
  }

  @Test
  public void positionsCountCharactersNotBytesOrSurrogates() {
    Mapping map = map("\"é😀\": { \"😀\": \"x\" }\nz: \"q\"\n");
    Mapping inner = (Mapping) map.entries().get(0).value();
    assertThat(inner.entries().get(0).keyAt()).hasToString("f.yaml:1:9");
    assertThat(((Scalar) inner.entries().get(0).value()).quoted()).isTrue();
    Scalar last = (Scalar) map.get("z").orElseThrow();
    assertThat(last.at()).hasToString("f.yaml:2:4");
    assertThat(last.quoted()).isTrue();
  }

  @DataProvider
  public Object[][] refused() {
    return new Object[][] {
      {
        "",
        "f.yaml:1:1: expected a map, found an empty file. Is it saved? './parley new' writes a scenario to start from."
      },
      {
        "# only a comment\n",
        "f.yaml:1:1: expected a map, found an empty file. Is it saved? './parley new' writes a scenario to start from."
      },
      {
        "a: 1\nb: 2\na: 3\n", "f.yaml:3:1: the key 'a' is already given in line 1",
      },
      {
        "a: 1\n\tb: 2\n",
        "f.yaml:2:1: found a tab where YAML takes spaces only. Indent with spaces.",
      },
      {
        "a:\n\t- b\n", "f.yaml:2:1: found a tab where YAML takes spaces only. Indent with spaces.",
      },
      {
        "a: &x { b: 1 }\n", "f.yaml:1:4: anchors ('&name') are not supported. Write the value out.",
      },
      {
        "a: &x b\n", "f.yaml:1:4: anchors ('&name') are not supported. Write the value out.",
      },
      {
        "a: *x\n",
        "f.yaml:1:4: aliases ('*name') are not supported. Write the value out, or put it in quotes"
            + " if it is text.",
      },
      {"<<: { a: 1 }\n", "f.yaml:1:1: merge keys ('<<') are not supported. Write the keys out."},
      {
        "a: !!str 4\n",
        "f.yaml:1:4: tags ('!name') are not supported. Leave it out, or put the value in quotes.",
      },
      {
        "a: 1\n---\nb: 2\n",
        "f.yaml:3:1: expected one document, found a second after '---'. One file, one document.",
      },
      {
        "headers: { Reason: [/x }\n",
        "f.yaml:1:24: expected ',' or ']' in the list that '[' opened in line 1. A regular"
            + " expression or other text with [ ] { } in it needs quotes.",
      },
      {
        "to: { number: ${numbers.callee} }\n",
        "f.yaml:1:16: expected ',' or '}' in the map that '{' opened in line 1. A ${…} inside { }"
            + " or [ ] needs quotes.",
      },
      {
        "a: [1, 2\nb: 3\n",
        "f.yaml:2:2: expected ',' or ']' in the list that '[' opened in line 1. A regular"
            + " expression or other text with [ ] { } in it needs quotes.",
      },
      {
        "reason: [0-9]+/\n",
        "f.yaml:1:14: found more text after the closing ]. All of the text needs quotes around it.",
      },
      {
        "a:\n  b: 1\n c: 2\n",
        "f.yaml:3:2: found something that is not indented like its neighbours. Keys of one map"
            + " start in the same column, and so do the dashes of one list.",
      },
      {"a: 'abc\n", "f.yaml:2:1: the quote opened in line 1 is never closed. Close it."},
      {
        "a: \"\\q\"\n",
        "f.yaml:1:6: not valid in double quotes: found unknown escape character q. Write a"
            + " backslash as \\\\, or use single quotes, in which it needs no care.",
      },
      {
        "a: b: c\n",
        "f.yaml:1:5: found ': ' where no key can stand. Text that has ': ' in it needs quotes; a"
            + " key must be indented like its neighbours.",
      },
      {
        "a: @x\n",
        "f.yaml:1:4: no value can start with '@'. Text with [ ] { } : # & * ! | > % @ ` in it needs"
            + " quotes.",
      },
      {
        "? [a]\n: b\n",
        "f.yaml:1:4: expected a text as key, found a list or a map. Text with [ ] { } : # & * ! | >"
            + " % @ ` in it needs quotes.",
      },
    };
  }

  @Test(dataProvider = "refused")
  public void whatIsNotOursIsRefusedAtItsPlace(String text, String problem) {
    assertThat(problems(text)).containsExactly(problem);
  }

  @Test
  public void aBombIsRefusedAtItsFirstAnchor() {
    String bomb =
        """
        a: &a [x, x, x, x, x, x, x, x, x]
        b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]
        c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]
        d: [*c, *c, *c, *c, *c, *c, *c, *c, *c]
        """;
    assertThat(problems(bomb))
        .containsExactly("f.yaml:1:4: anchors ('&name') are not supported. Write the value out.");
  }

  @Test
  public void depthAndNumberOfValuesAreLimited() {
    assertThat(problems("[".repeat(5000)))
        .containsExactly(
            "f.yaml:1:62: expected at most 60 levels of nesting, found more. Flatten it.");
    assertThat(problems("[" + "1,".repeat(60_000) + "1]").get(0))
        .contains("expected at most 50000 values in a file, found more");
  }

  @Test
  public void aLargeFileIsRefusedUnread() throws IOException {
    Path file = Scratch.file("large-", ".yaml");
    byte[] bytes = new byte[10 << 20];
    Arrays.fill(bytes, (byte) 'a');
    Files.write(file, bytes);
    Problems problems = new Problems();
    assertThat(Yaml.read(file, problems)).isEmpty();
    assertThat(problems.list().get(0).message())
        .isEqualTo("expected a file of at most 1 MiB, found 10.0 MiB");
    Files.delete(file);
  }

  @Test
  public void bytesThatAreNotUtf8AreNamed() {
    Problems problems = new Problems();
    byte[] bytes = "a: 1\nb: caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(Yaml.decode("f.yaml", bytes, problems)).isEmpty();
    assertThat(problems.list())
        .extracting(Object::toString)
        .containsExactly(
            "f.yaml:2:7: expected UTF-8 text, found the byte 0xE9. Save the file as UTF-8.");
  }

  @Test
  public void controlCharactersAreNamed() {
    Problems problems = new Problems();
    assertThat(Yaml.decode("f.yaml", "a: b\0c".getBytes(StandardCharsets.UTF_8), problems))
        .isEmpty();
    assertThat(problems.list())
        .extracting(Object::toString)
        .containsExactly(
            "f.yaml:1:5: expected text, found the control character U+0000. In double quotes it is"
                + " written as \\x00.");
  }

  @Test
  public void aByteOrderMarkIsSkipped() {
    Problems problems = new Problems();
    byte[] bytes = "\uFEFFa: 1\n".getBytes(StandardCharsets.UTF_8);
    String text = Yaml.decode("f.yaml", bytes, problems).orElseThrow();
    Mapping map = (Mapping) Yaml.parse("f.yaml", text, problems).orElseThrow();
    assertThat(map.keys()).containsExactly("a");
  }

  @Test
  public void filesThatCannotBeReadAreProblems() throws IOException {
    Path folder = Scratch.folder("folder-");
    Problems problems = new Problems();
    assertThat(Yaml.read(folder, problems)).isEmpty();
    assertThat(Yaml.read(folder.resolve("none.yaml"), problems)).isEmpty();
    assertThat(problems.list())
        .extracting(p -> p.message())
        .containsExactly(
            "expected a file, found a folder", "cannot read the file: it does not exist");
    Files.delete(folder);
  }
}
