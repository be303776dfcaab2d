package io.noetl.application.analysis;

import io.noetl.application.port.Report;
import io.noetl.application.port.ReportFiles;
import io.noetl.application.port.ReportRenderer;
import io.noetl.application.port.ReportRenderers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Writes a report as files, each whole or not at all. */
public final class ReportWriting implements WriteReport {

  private final ReportRenderers renderers;
  private final ReportFiles files;

  public ReportWriting(ReportRenderers renderers, ReportFiles files) {
    this.renderers = renderers;
    this.files = files;
  }

  @Override
  public List<Written> write(Report report, Path folder, Set<ReportRenderer.Kind> kinds) {
    List<Written> written = new ArrayList<>();
    for (ReportRenderer renderer : renderers.all()) {
      if (kinds.contains(renderer.kind()) && renderer.appliesTo(report) && renderer.obstacle().isEmpty()) {
        Path file = folder.resolve(renderer.fileName());
        written.add(new Written(file, files.write(file, out -> renderer.render(report, out))));
      }
    }
    return written;
  }

  @Override
  public List<String> obstacles(Set<ReportRenderer.Kind> kinds) {
    List<String> obstacles = new ArrayList<>();
    for (ReportRenderer renderer : renderers.all()) {
      if (kinds.contains(renderer.kind())) {
        renderer.obstacle().ifPresent(obstacle -> obstacles.add("no " + renderer.fileName() + ": " + obstacle));
      }
    }
    return obstacles;
  }
}
