package io.noetl.adapters.playbook.template.value;

/** A value of Python's as far as templates can meet it. */
public sealed interface PyValue
    permits PyNone, PyBool, PyInteger, PyFloat, PyText, PyBytes, PySequence, PyDict, PyDictView, PyIterator, PyFunction,
        PyObject, PyNamespace, PyUndefined {

  /** What Python calls the type in messages: {@code int}, {@code str}, {@code NoneType}. */
  String typeName();

  /** The type with its article, for messages: {@code a str}, {@code an int}, {@code none}. */
  default String described() {
    String name = typeName();
    return this == PyNone.NONE ? "none" : ("aeiou".indexOf(name.charAt(0)) >= 0 ? "an " : "a ") + name;
  }
}
