package io.noetl.adapters.cli.doctor;

import io.noetl.adapters.cli.command.ExitStatus;
import io.noetl.adapters.cli.command.Form;
import io.noetl.adapters.cli.command.FormOption;
import io.noetl.adapters.cli.terminal.LineText;
import io.noetl.adapters.cli.terminal.Style;
import io.noetl.adapters.cli.terminal.Terminal;
import io.noetl.application.doctor.ExamineMachine;
import io.noetl.application.port.Finding;
import io.noetl.domain.value.JsonWriter;
import io.noetl.domain.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says whether this machine has what a run needs. */
@Command(
    name = "doctor",
    header = "Check what a run needs, and say how to mend what is missing.",
    description =
        "%nLooks at Java and its memory, python3, DuckDB's library, the folders that runs write to, their permissions and the "
            + "room on their disks.",
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:everything is there; what is doubtful is only told",
      "2:wrong usage, or something is missing: what needs it would be refused"
    },
    footer = {"%nExamples:", "  noetl doctor", "  noetl doctor -o json"})
public final class DoctorCommand implements Callable<Integer> {

  private static final int SUBJECT_WIDTH = 16;

  private final Supplier<ExamineMachine> machine;
  private final Terminal terminal;

  @Mixin private FormOption form = new FormOption();

  public DoctorCommand(Supplier<ExamineMachine> machine, Terminal terminal) {
    this.machine = machine;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    List<Finding> findings = machine.get().findings();
    if (form.form() == Form.JSON) {
      terminal.out().println(JsonWriter.writeIndented(Value.of(findings.stream().map(DoctorCommand::document).toList())));
    } else {
      findings.forEach(this::print);
    }
    boolean missing = findings.stream().anyMatch(finding -> finding.state() == Finding.State.MISSING);
    return missing ? ExitStatus.USAGE : ExitStatus.SUCCESS;
  }

  private void print(Finding finding) {
    Style style = Style.of(terminal.outColours());
    String mark =
        switch (finding.state()) {
          case FINE -> style.green("ok      ");
          case DOUBTFUL -> style.yellow("doubtful");
          case MISSING -> style.red("missing ");
        };
    String subject = LineText.of(finding.subject());
    String padding = " ".repeat(Math.max(0, SUBJECT_WIDTH - LineText.widthOf(subject)));
    String remedy = finding.remedy().isEmpty() ? "" : "; " + finding.remedy();
    terminal.out().println(mark + "  " + subject + padding + "  " + LineText.of(finding.detail() + remedy));
  }

  private static Value document(Finding finding) {
    Map<String, Value> entries = new LinkedHashMap<>();
    entries.put("subject", Value.of(finding.subject()));
    entries.put("state", Value.of(finding.state().name().toLowerCase(Locale.ROOT)));
    entries.put("detail", Value.of(finding.detail()));
    entries.put("remedy", Value.of(finding.remedy()));
    return Value.of(entries);
  }
}
