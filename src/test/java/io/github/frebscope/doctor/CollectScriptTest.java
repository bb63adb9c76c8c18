package io.github.frebscope.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A script that changes must be read before it becomes the golden one: -Dfrebscope.update=true. */
class CollectScriptTest {
  private static final Path GOLDEN = Path.of("src/test/resources/doctor/collect.ps1");

  private static final CollectScript FARM =
      CollectScript.standard()
          .servers(List.of("web01", "web02.mosaic.example"))
          .into("D:\\collected farm")
          .site("shop")
          .days(7)
          .mostTraces(200);

  @Test
  void the_script() throws IOException {
    String text = FARM.text();
    if (Boolean.getBoolean("frebscope.update")) {
      Files.createDirectories(GOLDEN.getParent());
      Files.writeString(GOLDEN, text);
    }
    assertThat(text).isEqualTo(Files.readString(GOLDEN).replace("\r\n", "\n"));
    assertThat(text)
        .contains("$Servers = @('web01', 'web02.mosaic.example')\n")
        .contains("$Out = 'D:\\collected farm'\n")
        .contains("$Site = 'shop'\n$Days = 7\n$MostTraces = 200\n");
  }

  @Test
  void quotes_and_brackets_match_and_all_is_ascii() {
    assertThat(PowerShellTokens.literals(FARM.text())).contains("web01", "D:\\collected farm");
    assertThat(PowerShellTokens.literals(CollectScript.standard().text())).contains("localhost");
  }

  @Test
  void the_check_finds_what_does_not_match() {
    assertThatThrownBy(() -> PowerShellTokens.literals("a {\n 'b' ")).hasMessageContaining("open");
    assertThatThrownBy(() -> PowerShellTokens.literals("a (}"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("no { to close");
    assertThatThrownBy(() -> PowerShellTokens.literals("'it's'")).hasMessageContaining("not end");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "D:\\it's [here] (1)",
        "C:\\a'; Remove-Item C:\\ -Recurse; '",
        "C:\\$env:TEMP\\$(calc)`n\"x\"",
        "C:\\@SITE@\\@OUT@\\$1",
      })
  void a_hostile_name_stays_one_text(String name) {
    String text = CollectScript.standard().into(name).site(name).text();
    List<String> usual = PowerShellTokens.literals(CollectScript.standard().text());
    List<String> literals = PowerShellTokens.literals(text);
    assertThat(literals).hasSameSizeAs(usual);
    assertThat(literals.stream().filter(name::equals)).hasSize(2);
  }

  @Test
  void letters_beyond_ascii_stand_as_numbers() {
    assertThat(CollectScript.quoted("D:\\Köln")).isEqualTo("('D:\\K' + [char]0xf6 + 'ln')");
    // PowerShell takes this for a single quote.
    assertThat(CollectScript.quoted("a\u2019b")).isEqualTo("('a' + [char]0x2019 + 'b')");
    assertThat(CollectScript.quoted("it's")).isEqualTo("'it''s'");
  }

  @Test
  void what_can_be_no_name_is_refused() {
    CollectScript script = CollectScript.standard();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> script.servers(List.of("web01", "web\\..\\02")))
        .withMessageContaining("'web\\..\\02' is no name of a server");
    assertThatIllegalArgumentException().isThrownBy(() -> script.servers(List.of("")));
    assertThatIllegalArgumentException().isThrownBy(() -> script.servers(List.of("-x")));
    assertThatIllegalArgumentException().isThrownBy(() -> script.into("a\nb"));
    assertThatIllegalArgumentException().isThrownBy(() -> script.site(" "));
    assertThatIllegalArgumentException().isThrownBy(() -> script.days(0));
    assertThatIllegalArgumentException().isThrownBy(() -> script.mostTraces(0));
  }

  @Test
  void it_runs_no_text_and_changes_nothing_on_the_servers() {
    String code =
        FARM.text().lines().filter(line -> !line.startsWith("#")).collect(Collectors.joining("\n"));
    assertThat(code)
        .doesNotContainIgnoringCase("Invoke-Expression")
        .doesNotContainIgnoringCase("#requires")
        .doesNotContain("Set-", "Remove-", "Stop-", "Restart-", "Start-", "New-Item", "Clear-");
    assertThat(code.lines().filter(line -> line.contains("Get-ChildItem")))
        .isNotEmpty()
        .allMatch(line -> line.contains("-LiteralPath"));
    assertThat(code.lines().filter(line -> line.contains("Test-Path")))
        .allMatch(line -> line.contains("-LiteralPath"));
  }

  @Test
  void every_function_that_is_called_is_there() {
    String code = FARM.text();
    Matcher calls =
        Pattern.compile("(?m)(?<![\\w'-])((?:Save|Copy|Select|Expand|ConvertTo|Read|Invoke)-\\w+)")
            .matcher(code);
    while (calls.find()) {
      if (!calls.group(1).equals("Select-Object")) {
        assertThat(code).contains("function " + calls.group(1) + "(");
      }
    }
  }
}
