package org.attentionlab.checkpoint;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.attentionlab.tensor.Tensor;

/** A model in several files, with an index that says which tensor is where. */
final class Shards {
  private Shards() {}

  static Map<String, Tensor> read(Path index) throws IOException {
    Map<String, Set<String>> byFile = new TreeMap<>();
    places(index)
        .forEach((name, file) -> byFile.computeIfAbsent(file, key -> new TreeSet<>()).add(name));
    Map<String, Tensor> all = new LinkedHashMap<>();
    for (Map.Entry<String, Set<String>> entry : byFile.entrySet()) {
      Safetensors file = Safetensors.open(beside(index, entry.getKey()));
      for (String name : entry.getValue()) {
        if (!file.names().contains(name)) {
          throw new CheckpointException(
              index, "says that " + name + " is in " + entry.getKey() + ", but it is not.");
        }
        all.put(name, file.read(name));
      }
    }
    return all;
  }

  /** A file in the folder of the index, or below. */
  private static Path beside(Path index, String name) throws CheckpointException {
    Path folder = index.toAbsolutePath().normalize().getParent();
    try {
      Path shard = folder.resolve(name).normalize();
      if (shard.startsWith(folder) && Files.isRegularFile(shard)) {
        return shard;
      }
    } catch (InvalidPathException e) {
      throw new CheckpointException(
          index, "speaks of a file whose name none can have: " + e.getMessage() + ".");
    }
    throw new CheckpointException(index, "speaks of " + name + ", which does not lie beside it.");
  }

  private static Map<String, String> places(Path index) throws IOException {
    Object root;
    try {
      root = Json.parse(Files.readString(index));
    } catch (CharacterCodingException e) {
      throw new CheckpointException(index, "is not UTF-8; the file is damaged.");
    } catch (Json.Malformed e) {
      throw new CheckpointException(index, "is no JSON: " + e.getMessage() + ".");
    }
    Map<String, String> places = new TreeMap<>();
    if (root instanceof Map<?, ?> members && members.get("weight_map") instanceof Map<?, ?> map) {
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        if (entry.getValue() instanceof String file) {
          places.put((String) entry.getKey(), file);
        }
      }
      if (places.size() == map.size()) {
        return places;
      }
    }
    throw new CheckpointException(index, "has no weight_map from names to files.");
  }
}
