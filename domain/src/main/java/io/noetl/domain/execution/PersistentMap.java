package io.noetl.domain.execution;

import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An immutable sorted map: {@link #with} yields a new map that shares all but a path of nodes with this one, so that a
 * binding costs O(log n) whatever came before. An AVL tree (Adelson-Velsky and Landis, 1962): the heights of two
 * siblings differ by one at most.
 */
final class PersistentMap<K extends Comparable<K>, V> {

  private static final PersistentMap<?, ?> EMPTY = new PersistentMap<>(null, 0);

  private final @Nullable Node<K, V> root;
  private final int size;

  private PersistentMap(@Nullable Node<K, V> root, int size) {
    this.root = root;
    this.size = size;
  }

  @SuppressWarnings("unchecked") // the empty map holds neither keys nor values
  static <K extends Comparable<K>, V> PersistentMap<K, V> empty() {
    return (PersistentMap<K, V>) EMPTY;
  }

  int size() {
    return size;
  }

  boolean isEmpty() {
    return size == 0;
  }

  /** How many bindings a lookup compares with at most: at most 1.45 log2(size + 2). */
  int height() {
    return height(root);
  }

  /** The value under {@code key}, or null when there is none. */
  @Nullable V get(K key) {
    Node<K, V> node = root;
    while (node != null) {
      int order = key.compareTo(node.key);
      if (order == 0) {
        return node.value;
      }
      node = order < 0 ? node.left : node.right;
    }
    return null;
  }

  /** This map with {@code value} under {@code key}. */
  PersistentMap<K, V> with(K key, V value) {
    boolean known = get(key) != null;
    return new PersistentMap<>(put(root, key, value), known ? size : size + 1);
  }

  /** This map without {@code key}. */
  PersistentMap<K, V> without(K key) {
    return get(key) == null ? this : new PersistentMap<>(remove(root, key), size - 1);
  }

  /** Every entry in the order of the keys. */
  void forEach(BiConsumer<K, V> action) {
    forEach(root, action);
  }

  /** The first answer that is not null, of the values asked in the order of their keys; null when all are. */
  <R> @Nullable R search(Function<V, @Nullable R> question) {
    return search(root, question);
  }

  private static <K, V, R> @Nullable R search(@Nullable Node<K, V> node, Function<V, @Nullable R> question) {
    if (node == null) {
      return null;
    }
    R left = search(node.left, question);
    if (left != null) {
      return left;
    }
    R own = question.apply(node.value);
    return own != null ? own : search(node.right, question);
  }

  private static <K, V> void forEach(@Nullable Node<K, V> node, BiConsumer<K, V> action) {
    if (node != null) {
      forEach(node.left, action);
      action.accept(node.key, node.value);
      forEach(node.right, action);
    }
  }

  private static <K extends Comparable<K>, V> Node<K, V> put(@Nullable Node<K, V> node, K key, V value) {
    if (node == null) {
      return new Node<>(key, value, null, null);
    }
    int order = key.compareTo(node.key);
    if (order == 0) {
      return new Node<>(key, value, node.left, node.right);
    }
    return order < 0
        ? balanced(node.key, node.value, put(node.left, key, value), node.right)
        : balanced(node.key, node.value, node.left, put(node.right, key, value));
  }

  private static <K extends Comparable<K>, V> @Nullable Node<K, V> remove(@Nullable Node<K, V> node, K key) {
    if (node == null) {
      return null;
    }
    int order = key.compareTo(node.key);
    if (order < 0) {
      return balanced(node.key, node.value, remove(node.left, key), node.right);
    }
    if (order > 0) {
      return balanced(node.key, node.value, node.left, remove(node.right, key));
    }
    if (node.right == null) {
      return node.left;
    }
    Node<K, V> successor = node.right;
    while (successor.left != null) {
      successor = successor.left;
    }
    return balanced(successor.key, successor.value, node.left, remove(node.right, successor.key));
  }

  private static <K, V> Node<K, V> balanced(
      K key, V value, @Nullable Node<K, V> left, @Nullable Node<K, V> right) {
    int lean = height(left) - height(right);
    if (lean > 1 && left != null) {
      return leftHeavy(key, value, left, right);
    }
    if (lean < -1 && right != null) {
      return rightHeavy(key, value, left, right);
    }
    return new Node<>(key, value, left, right);
  }

  private static <K, V> Node<K, V> leftHeavy(K key, V value, Node<K, V> left, @Nullable Node<K, V> right) {
    Node<K, V> inner = left.right;
    if (inner == null || height(left.left) >= inner.height) {
      return new Node<>(left.key, left.value, left.left, new Node<>(key, value, inner, right));
    }
    return new Node<>(
        inner.key,
        inner.value,
        new Node<>(left.key, left.value, left.left, inner.left),
        new Node<>(key, value, inner.right, right));
  }

  private static <K, V> Node<K, V> rightHeavy(K key, V value, @Nullable Node<K, V> left, Node<K, V> right) {
    Node<K, V> inner = right.left;
    if (inner == null || height(right.right) >= inner.height) {
      return new Node<>(right.key, right.value, new Node<>(key, value, left, inner), right.right);
    }
    return new Node<>(
        inner.key,
        inner.value,
        new Node<>(key, value, left, inner.left),
        new Node<>(right.key, right.value, inner.right, right.right));
  }

  private static int height(@Nullable Node<?, ?> node) {
    return node == null ? 0 : node.height;
  }

  private static final class Node<K, V> {
    final K key;
    final V value;
    final @Nullable Node<K, V> left;
    final @Nullable Node<K, V> right;
    final int height;

    Node(K key, V value, @Nullable Node<K, V> left, @Nullable Node<K, V> right) {
      this.key = key;
      this.value = value;
      this.left = left;
      this.right = right;
      this.height = 1 + Math.max(PersistentMap.height(left), PersistentMap.height(right));
    }
  }
}
