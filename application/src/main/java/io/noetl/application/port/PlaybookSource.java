package io.noetl.application.port;

import io.noetl.domain.playbook.Playbook;
import io.noetl.domain.template.Problem;
import java.nio.file.Path;
import java.util.List;

/** Reads playbooks. */
public interface PlaybookSource {

  /**
   * Reads the playbook in a file and checks its structure.
   *
   * @return the sound playbook with its warnings, or everything that is wrong with it, in the order of the file
   * @throws io.noetl.application.error.InvalidRequestException if the file cannot be read at all
   */
  Reading read(Path file);

  /** What reading a playbook found. Positions are places in {@code file}. */
  sealed interface Reading {

    String file();

    record Sound(Playbook playbook, List<Problem> warnings) implements Reading {
      public Sound {
        warnings = List.copyOf(warnings);
      }

      @Override
      public String file() {
        return playbook.file();
      }
    }

    record Broken(String file, List<Problem> errors, List<Problem> warnings) implements Reading {
      public Broken {
        errors = List.copyOf(errors);
        warnings = List.copyOf(warnings);
      }
    }
  }
}
