package io.noetl.adapters.playbook.reader.yaml;

import com.fasterxml.jackson.core.JsonToken;
import io.noetl.adapters.playbook.reader.yaml.YamlNode.Entry;
import io.noetl.adapters.playbook.reader.yaml.YamlNode.Mapping;
import io.noetl.adapters.playbook.reader.yaml.YamlNode.Scalar;
import io.noetl.adapters.playbook.reader.yaml.YamlNode.Sequence;
import io.noetl.domain.template.Position;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;

/** Composes nodes out of tokens: resolves tags, aliases and merge keys, and keeps count of nodes and depth. */
final class NodeComposer {

  private final EventfulParser parser;
  private final SourceText source;
  private final YamlLimits limits;
  private final Map<String, Anchored> anchors = new HashMap<>();

  /** How many nodes there are so far, those behind aliases counted each time. */
  private int nodes;

  /** The greatest depth met since this was last reset; what an anchor needs to know its height. */
  private int deepest;

  NodeComposer(EventfulParser parser, SourceText source, YamlLimits limits) {
    this.parser = parser;
    this.source = source;
    this.limits = limits;
  }

  /** A node behind an anchor; without the node while it is still being composed. */
  private record Anchored(@Nullable YamlNode node, int size, int height) {}

  /** The node at the current token, which is its first; leaves its last one current. */
  YamlNode node(int depth) throws IOException {
    NodeEvent event = (NodeEvent) parser.event();
    if (event.is(Event.ID.Alias)) {
      return alias(event, depth);
    }
    Position position = position(event);
    grow(1, depth, position);
    String anchor = event.getAnchor();
    if (anchor == null) {
      return unanchored(event, position, depth);
    }
    int sizeBefore = nodes - 1;
    int deepestBefore = deepest;
    deepest = depth;
    begin(anchor, position);
    YamlNode node = unanchored(event, position, depth);
    anchors.put(anchor, new Anchored(node, nodes - sizeBefore, deepest - depth));
    deepest = Math.max(deepest, deepestBefore);
    return node;
  }

  private YamlNode unanchored(NodeEvent event, Position position, int depth) throws IOException {
    if (event instanceof ScalarEvent scalar) {
      return scalar(scalar);
    }
    return event.is(Event.ID.SequenceStart) ? sequence(position, depth) : mapping(position, depth);
  }

  private Scalar scalar(ScalarEvent event) {
    ScalarPlace place = new ScalarPlace(source, event);
    return new Scalar(ScalarType.value(event, place.start()), place);
  }

  private Sequence sequence(Position position, int depth) throws IOException {
    ScalarType.requireCollectionTag(parser.event(), "seq", position);
    List<YamlNode> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(node(depth + 1));
    }
    return new Sequence(items, position);
  }

  private Mapping mapping(Position position, int depth) throws IOException {
    ScalarType.requireCollectionTag(parser.event(), "map", position);
    MappingBuilder builder = new MappingBuilder();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      ScalarEvent event = (ScalarEvent) parser.event();
      boolean merge = ScalarType.isMergeKey(event);
      Position keyPosition = new ScalarPlace(source, event).start();
      String key = key(event, keyPosition);
      parser.nextToken();
      Entry entry = new Entry(key, keyPosition, node(depth + 1));
      if (merge) {
        builder.merge(entry);
      } else {
        builder.add(entry);
      }
    }
    return builder.build(position);
  }

  /** The text of a key; {@code <<} and {@code =} have their meaning as values only. */
  private String key(ScalarEvent event, Position position) {
    String written = event.getValue();
    boolean plain = event.getImplicit().canOmitTagInPlainScalar();
    if (event.getAnchor() != null) {
      begin(event.getAnchor(), position);
      anchors.put(event.getAnchor(), new Anchored(scalar(event), 1, 0));
    }
    return plain && (written.equals("<<") || written.equals("="))
        ? written
        : ScalarType.keyText(ScalarType.value(event, position));
  }

  private void begin(String anchor, Position position) {
    if (anchors.putIfAbsent(anchor, new Anchored(null, 0, 0)) != null) {
      throw new YamlException("anchor '&" + anchor + "' is there already; give this one another name", position);
    }
  }

  private YamlNode alias(NodeEvent event, int depth) {
    Position position = position(event);
    String name = event.getAnchor();
    Anchored anchored = anchors.get(name);
    if (anchored == null) {
      throw new YamlException("unknown alias '*" + name + "'; quote it if it is text", position);
    }
    YamlNode node = anchored.node();
    if (node == null) {
      throw new YamlException("alias '*" + name + "' stands inside its own anchor", position);
    }
    grow(anchored.size(), depth + anchored.height(), position);
    return node;
  }

  private void grow(int size, int depth, Position position) {
    nodes += size;
    deepest = Math.max(deepest, depth);
    if (nodes > limits.nodes()) {
      throw new YamlException("more than " + limits.nodes() + " nodes, aliases expanded", position);
    }
    if (depth > limits.depth()) {
      throw new YamlException("nested deeper than " + limits.depth() + " levels", position);
    }
  }

  private Position position(Event event) {
    return source.position(source.offset(event.getStartMark().getIndex()));
  }
}
