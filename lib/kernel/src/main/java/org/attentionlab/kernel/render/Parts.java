package org.attentionlab.kernel.render;

import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What Java's own containers hold, read without trust in them. */
final class Parts {
  private Parts() {}

  /** Stands for a part that could not be read; its text says why. */
  record Unreadable(String why) {
    @Override
    public String toString() {
      return "(cannot be read: " + why + ")";
    }
  }

  static boolean isContainer(Object value) {
    return value instanceof Map<?, ?>
        || value instanceof Collection<?>
        || value instanceof Record
        || value instanceof Optional<?>
        || (value != null && value.getClass().isArray());
  }

  /**
   * Whether the text of a container says no more than what is in it: it was inherited from the JDK,
   * or is the one that every record gets.
   */
  static boolean hasUsualText(Object container) {
    Class<?> type = container.getClass();
    if (type.isArray()) {
      return true;
    }
    try {
      var method = type.getMethod("toString");
      // The compiler makes the text of a record final, people do not.
      return method.getDeclaringClass().getName().startsWith("java.")
          || (container instanceof Record && Modifier.isFinal(method.getModifiers()));
    } catch (NoSuchMethodException e) {
      throw new AssertionError("every object has toString()", e);
    }
  }

  /** The elements of an array or collection, the first ones where there are many. */
  static List<Object> items(Object container, int most) {
    List<Object> items = new ArrayList<>();
    if (container.getClass().isArray()) {
      for (int i = 0; i < Math.min(most, Array.getLength(container)); i++) {
        items.add(Array.get(container, i));
      }
    } else {
      Iterator<?> all = ((Collection<?>) container).iterator();
      while (items.size() < most && all.hasNext()) {
        items.add(all.next());
      }
    }
    return items;
  }

  /** How many parts a container has. */
  static int count(Object container) {
    if (container instanceof Map<?, ?> map) {
      return map.size();
    } else if (container instanceof Collection<?> items) {
      return items.size();
    } else if (container instanceof Optional<?> optional) {
      return optional.isPresent() ? 1 : 0;
    } else if (container instanceof Record parts) {
      return parts.getClass().getRecordComponents().length;
    }
    return Array.getLength(container);
  }

  /** The components of a record by name, in order. */
  static Map<String, Object> components(Record parts) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (RecordComponent component : parts.getClass().getRecordComponents()) {
      values.put(component.getName(), component(parts, component));
    }
    return values;
  }

  private static Object component(Record parts, RecordComponent component) {
    try {
      component.getAccessor().trySetAccessible();
      return component.getAccessor().invoke(parts);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof Error error && !(error instanceof StackOverflowError)) {
        // An interrupted cell is to end here too.
        throw error;
      }
      return new Unreadable(SafeText.thrown(e.getCause()));
    } catch (IllegalAccessException e) {
      return new Unreadable("it is not public");
    }
  }
}
