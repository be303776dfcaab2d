package io.noetl.adapters.report.html;

import io.noetl.application.port.Report;
import io.noetl.application.port.ReportRenderer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** The report as one HTML file with everything in it, for a browser, without a network. */
public final class HtmlPage implements ReportRenderer {

  // The places of the frame that are filled in, in their order.
  private static final String POLICY = "{policy}";
  private static final String STYLES = "{styles}";
  private static final String DATA = "{data}";
  private static final String CHARTS = "{charts}";
  private static final String SCRIPTS = "{scripts}";

  @Override
  public String fileName() {
    return "execution_report.html";
  }

  @Override
  public Kind kind() {
    return Kind.PAGE;
  }

  @Override
  public void render(Report report, OutputStream out) throws IOException {
    String styles = PageAssets.styles();
    String charts = PageAssets.charts();
    String scripts = PageAssets.scripts();
    Writer page = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    String rest = PageAssets.frame();
    rest = upTo(POLICY, rest, page);
    page.write(PageAssets.policy(styles, charts, scripts));
    rest = upTo(STYLES, rest, page);
    page.write(styles);
    rest = upTo(DATA, rest, page);
    new PageData(report, page).write();
    rest = upTo(CHARTS, rest, page);
    page.write(charts);
    rest = upTo(SCRIPTS, rest, page);
    page.write(scripts);
    page.write(rest);
    page.flush();
  }

  /** Writes what comes before a place in the frame, and returns what comes behind it. */
  private static String upTo(String place, String frame, Writer page) throws IOException {
    int at = frame.indexOf(place);
    page.write(frame, 0, at);
    return frame.substring(at + place.length());
  }
}
