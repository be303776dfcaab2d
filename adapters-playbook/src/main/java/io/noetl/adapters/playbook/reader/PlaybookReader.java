package io.noetl.adapters.playbook.reader;

import io.noetl.adapters.playbook.reader.MetadataReader.Metadata;
import io.noetl.adapters.playbook.reader.yaml.YamlNode;
import io.noetl.domain.playbook.Confidential;
import io.noetl.domain.playbook.ExecutionPolicy;
import io.noetl.domain.playbook.Playbook;
import io.noetl.domain.playbook.Step;
import io.noetl.domain.playbook.Task;
import io.noetl.domain.playbook.ValueTemplate.Fields;
import io.noetl.domain.template.TemplateEngine;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a whole playbook: wires the readers of its constructs and checks what they found against each other. */
final class PlaybookReader {

  private final TemplateEngine engine;
  private final Problems problems;
  private final ValueReader values;
  private final MetadataReader metadata;
  private final WorkflowReader workflow;
  private final WorkbookReader workbook;
  private final PolicyReader policies;
  private final WorkloadReader workloads;
  private final EnvironmentReader environment;

  PlaybookReader(TemplateEngine engine, Set<String> taskTypes, Problems problems) {
    this.engine = engine;
    this.problems = problems;
    this.values = new ValueReader(engine, problems);
    this.workloads = new WorkloadReader(values, problems);
    this.environment = new EnvironmentReader(values, problems);
    TaskTypes types = new TaskTypes(taskTypes, problems);
    NameReader names = new NameReader(problems);
    TaskReader tasks = new TaskReader(types, values, problems);
    CallReader calls = new CallReader(types, tasks, names, values, problems);
    LoopReader loops = new LoopReader(names, values, problems);
    NextReader nexts = new NextReader(names, values, problems);
    this.policies = new PolicyReader(nexts, values, problems);
    this.metadata = new MetadataReader(values, problems);
    this.workflow = new WorkflowReader(
            new StepReader(types, calls, loops, nexts, names, values, policies, problems), problems);
    this.workbook = new WorkbookReader(types, tasks, names, values, policies, problems);
  }

  /**
   * What the file is.
   *
   * @param file as messages show it
   * @param sha256 of its bytes
   * @param source its text
   */
  record Origin(String file, String sha256, String source, String defaultName) {}

  /** The playbook, sound only if no error was reported; nothing when the root is no map. */
  Optional<Playbook> read(YamlNode root, Origin origin) {
    return Section.of(root, "a playbook", Construct.PLAYBOOK, problems).map(section -> read(section, origin));
  }

  private Playbook read(Section section, Origin origin) {
    Metadata called = metadata.read(section);
    WorkloadReader.Workload read = workloads.read(section.entry("workload"));
    Fields workload = read.fields();
    Confidential confidential = new Confidential(environment.read(section.entry("env")), read.secrets());
    Map<String, Task> tasks = workbook.read(section.entry("workbook"));
    Map<String, StepDraft> drafts = workflow.read(section.entry("workflow"));
    ExecutionPolicy policy = policies.execution(section);
    new ReferenceCheck(drafts, tasks.keySet(), problems).run(policy.finalSteps());
    new LoopCheck(drafts, problems).run();
    new FinalStepCheck(drafts, problems).run(policy.finalSteps());
    Set<String> reached = new FlowCheck(drafts, problems).run(policy.finalSteps());
    new CycleCheck(drafts, problems).run(reached, policy.timeout() != null);
    Map<String, Step> steps = new LinkedHashMap<>();
    drafts.forEach((name, draft) -> steps.put(name, draft.step()));
    if (!problems.hasErrors()) {
      // After a mistake, what these doubt would mostly be its consequences.
      new LoopEndCheck(drafts, problems).run(reached);
      new VariableCheck(engine, problems).run(workload, confidential, tasks.values(), steps.values(), policy);
    }
    String name = called.name().isEmpty() ? origin.defaultName() : called.name();
    return new Playbook(
        origin.file(),
        origin.sha256(),
        origin.source(),
        section.value(),
        name,
        called.path(),
        called.version(),
        workload,
        steps,
        tasks,
        policy,
        confidential);
  }
}
