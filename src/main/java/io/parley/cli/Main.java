package io.parley.cli;

import io.parley.run.ExitCode;
import io.parley.run.UsageException;
import io.parley.run.Version;
import io.parley.target.TargetUnavailableException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Where the process starts and ends. */
public final class Main {
  /** Longest time that shutdown hooks may take. */
  private static final Duration EXIT = Duration.ofSeconds(15);

  private final Console console;
  private final CommandLine commands = CommandTree.build();

  private Main(Console console) {
    this.console = console;
  }

  /**
   * Runs one command and ends the process with its exit code.
   *
   * <p>It ends whatever threads are left: JAIN-SIP's are no daemons and take a second each to stop.
   * Shutdown hooks stop what runs outside this process, a container for example.
   *
   * @param arguments the command line
   */
  public static void main(String[] arguments) {
    Console console = Console.ofProcess(System.getenv(), terminal());
    int code = new Main(console).run(arguments);
    ProcessEnd.within(EXIT, code);
    System.exit(code);
  }

  private static boolean terminal() {
    String told = System.getProperty("parley.terminal");
    return told == null ? System.console() != null : Boolean.parseBoolean(told);
  }

  private int run(String[] arguments) {
    try {
      return dispatch(commands.parseArgs(arguments)).number();
    } catch (ParameterException e) {
      usage(e);
    } catch (UsageException e) {
      e.lines().forEach(console::error);
    } catch (TargetUnavailableException e) {
      console.error("parley: " + e.getMessage());
      return ExitCode.BROKEN.number();
    } catch (Throwable e) {
      console.error(CrashFile.write(e, arguments));
      return ExitCode.BROKEN.number();
    }
    return ExitCode.USAGE.number();
  }

  private ExitCode dispatch(ParseResult parsed) {
    ParseResult command = parsed.hasSubcommand() ? parsed.subcommand() : parsed;
    if (parsed.isVersionHelpRequested()) {
      console.line("parley " + Version.text());
      return ExitCode.PASSED;
    }
    if (command.isUsageHelpRequested()) {
      help(command).forEach(console::line);
      return ExitCode.PASSED;
    }
    return switch (command.commandSpec().name()) {
      case CommandTree.RUN -> new RunCommand(console).execute(new RunOptions(command));
      case CommandTree.CHECK -> new CheckCommand(console).execute(new RunOptions(command));
      case CommandTree.VALIDATE -> new ValidateCommand(console).execute(new RunOptions(command));
      case CommandTree.LIST -> new ListCommand(console).execute(new RunOptions(command));
      case CommandTree.COMPARE ->
          new CompareCommand(console, Clock.systemDefaultZone())
              .execute(CompareOptions.of(command));
      case CommandTree.AGREE -> new AgreeCommand(console).execute(command);
      case CommandTree.CERTIFY -> new CertifyCommand(console).execute(new CertifyOptions(command));
      case CommandTree.SERVE -> new ServeCommand(console).execute(new ServeOptions(command));
      case CommandTree.MERGE -> new MergeCommand(console).execute(command);
      case CommandTree.NEW ->
          new NewCommand(console, Path.of("")).execute(NewOptions.of(command), System.in);
      case CommandTree.EXPLAIN ->
          new ExplainCommand(console, System.in).execute(ExplainOptions.of(command));
      default -> {
        help(parsed).forEach(console::error);
        yield ExitCode.USAGE;
      }
    };
  }

  private List<String> help(ParseResult command) {
    StringWriter text = new StringWriter();
    Ansi ansi = console.palette().colour() ? Ansi.ON : Ansi.OFF;
    commands.setUsageHelpWidth(Math.min(CommandTree.WIDTH, console.screen().columns()));
    command.commandSpec().commandLine().usage(new PrintWriter(text), ansi);
    return text.toString().lines().toList();
  }

  private void usage(ParameterException e) {
    CommandLine command = e.getCommandLine();
    if (command == commands
        && e instanceof UnmatchedArgumentException unmatched
        && !unmatched.isUnknownOption()) {
      console.error(
          "parley: unknown command '%s'. Commands: %s"
              .formatted(
                  unmatched.getUnmatched().get(0),
                  String.join(", ", command.getSubcommands().keySet())));
    } else {
      console.error("parley: " + e.getMessage());
      suggestions(e).forEach(console::error);
    }
    console.error("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
  }

  private static List<String> suggestions(ParameterException e) {
    StringWriter text = new StringWriter();
    UnmatchedArgumentException.printSuggestions(e, new PrintWriter(text, true));
    return text.toString().lines().toList();
  }
}
