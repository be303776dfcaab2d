package io.noetl.adapters.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.testkit.report.SampleReport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MarkdownPageTest {

  @Test
  void the_failure_of_the_sample_execution_is_on_the_page_once() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    new MarkdownPage().render(SampleReport.of("execution-1", "sample.parquet"), out);

    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains(
            """
            ## Errors

            | node\\_id | node\\_type | occurred\\_at | attempts | error | at |
            | --- | --- | --- | ---: | --- | --- |
            | city\\_loop\\[2\\].fetch/get\\_forecast | task.http | 2026-03-01T12:00:18.000000Z | 1 | HTTP 500 |  |

            ## Steps
            """);
  }

  @Test
  void what_would_be_markup_stands_as_itself() {
    assertThat(MarkdownText.of("a|b <script>`x` [y](https://z) *c*\n@team"))
        .isEqualTo("a\\|b &lt;script&gt;\\`x\\` \\[y\\]\\(https:&#47;/z\\) \\*c\\* &#64;team");
  }
}
