package io.noetl.benchmarks;

import io.noetl.adapters.playbook.template.JinjaTemplateEngine;
import io.noetl.domain.template.TemplateEngine;
import io.noetl.domain.value.JsonReader;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.ListValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How fast typical templates render and parse against real Jinja2, which runs in a process of its own and measures inside
 * itself. Both sides first render every template to the same result. Then the sides take turns, template by template, for
 * about the same time each; a figure is the median over rounds. Rendering starts from parsed and compiled templates.
 *
 * <p>Arguments: the JSON file of templates, the number of rounds, then the command of the peer.
 */
public final class TemplateBenchmark {

  /** How often every template is warmed up, in turn, so that none is compiled for itself alone. */
  private static final int WARM_UPS = 2;

  private static final double WARM_UP_SECONDS = 1.0;
  private static final double TURN_SECONDS = 0.05;

  private final List<TypicalTemplate> templates;
  private final PeerProcess peer;

  private TemplateBenchmark(List<TypicalTemplate> templates, PeerProcess peer) {
    this.templates = templates;
    this.peer = peer;
  }

  /** Prints a line per template on standard error and one JSON line on standard output. */
  public static void main(String[] arguments) throws IOException {
    Path file = Path.of(arguments[0]);
    List<String> command = new ArrayList<>(Arrays.asList(arguments).subList(2, arguments.length));
    command.add(file.toString());
    TemplateEngine engine = new JinjaTemplateEngine();
    List<TypicalTemplate> templates = new ArrayList<>();
    if (JsonReader.read(Files.readString(file)) instanceof ListValue list) {
      list.items().forEach(each -> templates.add(TypicalTemplate.of(each, engine)));
    }
    try (PeerProcess peer = new PeerProcess(command)) {
      System.out.println(new TemplateBenchmark(templates, peer).run(Integer.parseInt(arguments[1])));
    }
  }

  /** Something that both sides can do any number of times. */
  private interface Work {

    /** Seconds that our side takes. */
    double ours(TypicalTemplate template, int count);

    /** The peer's word for it. */
    String peers();
  }

  private static final Work RENDER = new Work() {
    @Override
    public double ours(TypicalTemplate template, int count) {
      return template.render(count);
    }

    @Override
    public String peers() {
      return "render";
    }
  };

  private static final Work PARSE = new Work() {
    @Override
    public double ours(TypicalTemplate template, int count) {
      return template.parse(count);
    }

    @Override
    public String peers() {
      return "parse";
    }
  };

  private String run(int rounds) {
    for (int i = 0; i < templates.size(); i++) {
      Value theirs = JsonReader.read(peer.ask("check " + i));
      if (!templates.get(i).rendered().equals(theirs)) {
        throw new IllegalStateException(templates.get(i).name() + " differs: " + templates.get(i).rendered() + " is not " + theirs);
      }
    }
    double[] render = ratios("render", RENDER, rounds);
    double[] parse = ratios("parse", PARSE, rounds);
    long[] bytes = templates.stream().mapToLong(template -> template.bytesAllocated(10_000)).toArray();
    for (int i = 0; i < bytes.length; i++) {
      System.err.printf(Locale.ROOT, "%-16s %6d bytes allocated per render%n", templates.get(i).name(), bytes[i]);
    }
    return String.format(
        Locale.ROOT,
        "{\"render_ratio\": %.1f, \"render_ratio_min\": %.1f, \"parse_ratio\": %.1f, \"parse_ratio_min\": %.1f,"
            + " \"bytes_per_render\": %.0f, \"template_rounds\": %d}",
        geometricMean(render),
        Arrays.stream(render).min().orElseThrow(),
        geometricMean(parse),
        Arrays.stream(parse).min().orElseThrow(),
        Arrays.stream(bytes).average().orElseThrow(),
        rounds);
  }

  /** How many times as much our side does in the same time, by template. */
  private double[] ratios(String name, Work work, int rounds) {
    int[] ourCounts = new int[templates.size()];
    int[] peerCounts = new int[templates.size()];
    for (int i = 0; i < WARM_UPS * templates.size(); i++) {
      warmUp(work, i % templates.size());
    }
    for (int i = 0; i < templates.size(); i++) {
      ourCounts[i] = Math.max(1, (int) (1_000 * TURN_SECONDS / work.ours(templates.get(i), 1_000)));
      peerCounts[i] = Math.max(1, (int) (100 * TURN_SECONDS / peers(work, i, 100)));
    }
    double[][] ours = new double[templates.size()][rounds];
    double[][] theirs = new double[templates.size()][rounds];
    for (int round = 0; round < rounds; round++) {
      for (int i = 0; i < templates.size(); i++) {
        ours[i][round] = work.ours(templates.get(i), ourCounts[i]) / ourCounts[i];
        theirs[i][round] = peers(work, i, peerCounts[i]) / peerCounts[i];
      }
    }
    double[] ratios = new double[templates.size()];
    for (int i = 0; i < ratios.length; i++) {
      double our = Median.of(ours[i]);
      double their = Median.of(theirs[i]);
      ratios[i] = their / our;
      System.err.printf(Locale.ROOT, "%-16s %s %7.2f µs, Jinja2 %8.2f µs: %5.1f times as fast%n",
          templates.get(i).name(), name, our * 1e6, their * 1e6, ratios[i]);
    }
    return ratios;
  }

  private void warmUp(Work work, int template) {
    double spent = 0;
    while (spent < WARM_UP_SECONDS) {
      spent += work.ours(templates.get(template), 1_000);
    }
    peers(work, template, 200);
  }

  private double peers(Work work, int template, int count) {
    return peer.seconds(work.peers() + " " + template + " " + count);
  }

  private static double geometricMean(double[] ratios) {
    return Math.exp(Arrays.stream(ratios).map(Math::log).average().orElseThrow());
  }
}
