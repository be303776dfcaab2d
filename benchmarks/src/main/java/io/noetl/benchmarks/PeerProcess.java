package io.noetl.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;

/** A program that answers each line with a line; it measures inside itself, so that talking to it costs nothing. */
final class PeerProcess implements AutoCloseable {

  private final Process process;
  private final Writer questions;
  private final BufferedReader answers;

  PeerProcess(List<String> command) throws IOException {
    this.process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    this.questions = process.outputWriter();
    this.answers = process.inputReader();
  }

  String ask(String question) {
    try {
      questions.write(question + "\n");
      questions.flush();
      String answer = answers.readLine();
      if (answer == null) {
        throw new IllegalStateException("the peer ended at '" + question + "'; its errors are above");
      }
      return answer;
    } catch (IOException broken) {
      throw new UncheckedIOException("the peer does not answer '" + question + "'; its errors are above", broken);
    }
  }

  double seconds(String question) {
    return Double.parseDouble(ask(question));
  }

  @Override
  public void close() {
    process.destroy();
  }
}
