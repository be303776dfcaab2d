package io.noetl.application.doctor;

import io.noetl.application.port.Examination;
import io.noetl.application.port.Finding;
import java.util.ArrayList;
import java.util.List;

/** Examines everything that a run needs. */
public final class ExamineMachine {

  private final List<Examination> examinations;

  /**
   * @param examinations in the order in which their findings are told
   */
  public ExamineMachine(Examination... examinations) {
    this.examinations = List.of(examinations);
  }

  /** All findings; none is left out because another is bad. */
  public List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    examinations.forEach(examination -> findings.addAll(examination.examine()));
    return List.copyOf(findings);
  }
}
