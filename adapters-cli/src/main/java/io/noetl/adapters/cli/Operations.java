package io.noetl.adapters.cli;

import io.noetl.application.analysis.AnalyzeExecution;
import io.noetl.application.analysis.WriteReport;
import io.noetl.application.doctor.ExamineMachine;
import io.noetl.application.history.ExportDataset;
import io.noetl.application.history.ExportExecution;
import io.noetl.application.history.ListExecutions;
import io.noetl.application.history.PruneExecutions;
import io.noetl.application.history.ShowExecution;
import io.noetl.application.history.VerifyExports;
import io.noetl.application.port.PayloadSource;
import io.noetl.application.port.SqlQueries;
import io.noetl.application.render.RenderTemplate;
import io.noetl.application.run.RunPlaybook;
import io.noetl.application.run.ValidatePlaybook;
import java.util.function.Supplier;

/** What the commands do, each constructed when a command needs it and not before. */
public record Operations(
    Supplier<RunPlaybook> runPlaybook,
    Supplier<ValidatePlaybook> validatePlaybook,
    Supplier<ListExecutions> listExecutions,
    Supplier<ShowExecution> showExecution,
    Supplier<PruneExecutions> pruneExecutions,
    Supplier<ExportExecution> exportExecution,
    Supplier<ExportDataset> exportDataset,
    Supplier<VerifyExports> verifyExports,
    Supplier<SqlQueries> sqlQueries,
    Supplier<RenderTemplate> renderTemplate,
    Supplier<PayloadSource> payloadSource,
    Supplier<AnalyzeExecution> analyzeExecution,
    Supplier<WriteReport> writeReport,
    Supplier<ExamineMachine> examineMachine) {}
