/** Reads exports with readers in Java and compares each value with the one expected; start with {@code ReadExports}. */
package io.noetl.interop;
