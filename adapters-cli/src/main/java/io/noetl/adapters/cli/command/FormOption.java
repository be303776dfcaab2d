package io.noetl.adapters.cli.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The option that says in which form people or programs want the answer. */
@Command
public final class FormOption {

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORM",
      converter = Form.Converter.class,
      completionCandidates = Form.Converter.class,
      description = "Form of the answer: plain or json (default: plain).")
  private Form form = Form.PLAIN;

  public Form form() {
    return form;
  }
}
