package org.attentionlab.kernel.session;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where the session's variables are kept: JShell makes each a static field of a class of its own,
 * and a new class whenever it declares the variable anew.
 *
 * <p>The fields of before are remembered: to carry a value over, and because code that was compiled
 * against them, such as a lambda, still reads them.
 */
final class Variables {
  /** A class that JShell wraps around a variable; those declared in it have one more $. */
  private static final Pattern WRAPPER = Pattern.compile("REPL\\.\\$JShell\\$\\w+");

  private static final int OLD_FIELDS = 8;

  private final Map<String, Field> current = new HashMap<>();
  private final Map<String, Deque<Field>> old = new HashMap<>();
  private final Map<String, Field> atStart = new HashMap<>();

  /** Remembers how things stand, for {@link #before}. */
  synchronized void begin() {
    atStart.clear();
  }

  /** Takes note of a class that was loaded. */
  synchronized void loaded(Class<?> type) {
    if (!WRAPPER.matcher(type.getName()).matches()) {
      return;
    }
    for (Field field : type.getDeclaredFields()) {
      if (Modifier.isStatic(field.getModifiers()) && !field.isSynthetic()) {
        field.setAccessible(true);
        Field last = current.put(field.getName(), field);
        if (last != null) {
          atStart.putIfAbsent(field.getName(), last);
          old.computeIfAbsent(field.getName(), name -> new ArrayDeque<>()).addFirst(last);
        }
      }
    }
  }

  /** The field of a variable now. */
  synchronized Optional<Field> now(String name) {
    return Optional.ofNullable(current.get(name));
  }

  /** The field of a variable at the last {@link #begin}. */
  synchronized Optional<Field> before(String name) {
    return Optional.ofNullable(atStart.getOrDefault(name, current.get(name)));
  }

  /**
   * Gives the old fields of all variables declared anew the value of now, so that old lambdas see
   * it and the old value can be collected.
   */
  synchronized void settle() {
    for (String name : atStart.keySet()) {
      Deque<Field> fields = old.get(name);
      Object value = get(current.get(name));
      fields.forEach(field -> release(field, value));
      while (fields.size() > OLD_FIELDS) {
        release(fields.removeLast(), null);
      }
    }
    atStart.clear();
  }

  /** Forgets a variable and its value. */
  synchronized void remove(String name) {
    Field last = current.remove(name);
    if (last != null) {
      release(last, null);
    }
    old.remove(name);
    atStart.remove(name);
  }

  private static void release(Field field, Object value) {
    if (field.getType().isPrimitive()) {
      if (value != null && get(field).getClass().equals(value.getClass())) {
        set(field, value);
      }
    } else {
      set(field, field.getType().isInstance(value) ? value : null);
    }
  }

  /** The value of a field; null if its class cannot be used. */
  static Object get(Field field) {
    try {
      return field.get(null);
    } catch (IllegalAccessException | LinkageError e) {
      return null;
    }
  }

  static void set(Field field, Object value) {
    try {
      field.set(null, value);
    } catch (IllegalAccessException | LinkageError e) {
      // A class that cannot be used holds nothing either.
    }
  }
}
