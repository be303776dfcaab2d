package io.noetl.adapters.playbook.template.value;

/** Something with a length and elements by index. */
public sealed interface PySequence extends PyValue permits PyList, PyTuple, PyRange {

  int size();

  /** The element at an index from 0 to below the size. */
  PyValue get(int index);
}
