package org.attentionlab.grading.protocol;

import java.io.IOException;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.attentionlab.tensor.Tensor;

/**
 * Writes and reads the values of contracts.
 *
 * <pre>
 *   boolean, int, long, float, double, String, Tensor,
 *   List of values, arrays of values, records of values
 * </pre>
 *
 * <p>Both sides follow the type that the contract declares. The bytes carry tags beside, so that a
 * value of another type is refused and not misread.
 */
public final class ValueCodec {

  private static final byte NOTHING = 0;
  private static final byte BOOLEAN = 1;
  private static final byte INT = 2;
  private static final byte LONG = 3;
  private static final byte FLOAT = 4;
  private static final byte DOUBLE = 5;
  private static final byte STRING = 6;
  private static final byte TENSOR = 7;
  private static final byte LIST = 8;
  private static final byte ARRAY = 9;
  private static final byte RECORD = 10;

  private static final int HIGHEST_RANK = 8;
  private static final int DEEPEST = 12;

  private ValueCodec() {}

  /** Encodes one value. */
  public static Payload encode(Type type, Object value) throws IOException {
    WireWriter out = new WireWriter();
    write(out, type, value);
    return new Payload(out.content());
  }

  /**
   * Decodes one value.
   *
   * @throws WireException when the bytes are no value of the type, or hold null
   */
  public static Object decode(Type type, Payload payload) throws WireException {
    WireReader in = new WireReader(payload.bytes());
    Object value = read(in, type);
    in.end();
    return value;
  }

  /** Encodes several values: the arguments of a call. */
  public static Payload encodeAll(Type[] types, Object[] values) throws IOException {
    WireWriter out = new WireWriter();
    for (int i = 0; i < types.length; i++) {
      write(out, types[i], values[i]);
    }
    return new Payload(out.content());
  }

  /** Decodes what {@link #encodeAll} encoded. */
  public static Object[] decodeAll(Type[] types, Payload payload) throws WireException {
    WireReader in = new WireReader(payload.bytes());
    Object[] values = new Object[types.length];
    for (int i = 0; i < types.length; i++) {
      values[i] = read(in, types[i]);
    }
    in.end();
    return values;
  }

  private static void write(WireWriter out, Type type, Object value) throws IOException {
    Class<?> raw = raw(type);
    if (value == null) {
      out.tag(NOTHING);
    } else if (raw == boolean.class || raw == Boolean.class) {
      out.tag(BOOLEAN);
      out.tag((byte) ((Boolean) value ? 1 : 0));
    } else if (raw == int.class || raw == Integer.class) {
      out.tag(INT);
      out.integer((Integer) value);
    } else if (raw == long.class || raw == Long.class) {
      out.tag(LONG);
      out.longInteger((Long) value);
    } else if (raw == float.class || raw == Float.class) {
      out.tag(FLOAT);
      out.single((Float) value);
    } else if (raw == double.class || raw == Double.class) {
      out.tag(DOUBLE);
      out.dual((Double) value);
    } else if (raw == String.class) {
      out.tag(STRING);
      out.text((String) value);
    } else if (raw == Tensor.class) {
      writeTensor(out, (Tensor) value);
    } else if (raw == List.class) {
      writeList(out, element(type), (List<?>) value);
    } else if (raw.isArray()) {
      writeArray(out, element(type), value);
    } else if (raw.isRecord()) {
      writeRecord(out, raw, value);
    } else {
      throw unsupported(type);
    }
  }

  private static Object read(WireReader in, Type type) throws WireException {
    return read(in, type, 0);
  }

  private static Object read(WireReader in, Type type, int depth) throws WireException {
    if (depth > DEEPEST) {
      throw new WireException("values nested deeper than " + DEEPEST);
    }
    Class<?> raw = raw(type);
    byte tag = in.tag();
    if (tag == NOTHING) {
      throw new WireException("null where a " + raw.getSimpleName() + " belongs");
    }
    expect(tag, tagOf(raw, type), raw);
    return switch (tag) {
      case BOOLEAN -> in.tag() != 0;
      case INT -> in.integer();
      case LONG -> in.longInteger();
      case FLOAT -> in.single();
      case DOUBLE -> in.dual();
      case STRING -> in.text();
      case TENSOR -> readTensor(in);
      case LIST -> readList(in, element(type), depth);
      case ARRAY -> readArray(in, element(type), depth);
      default -> readRecord(in, raw, depth);
    };
  }

  private static byte tagOf(Class<?> raw, Type type) {
    if (raw == boolean.class || raw == Boolean.class) {
      return BOOLEAN;
    } else if (raw == int.class || raw == Integer.class) {
      return INT;
    } else if (raw == long.class || raw == Long.class) {
      return LONG;
    } else if (raw == float.class || raw == Float.class) {
      return FLOAT;
    } else if (raw == double.class || raw == Double.class) {
      return DOUBLE;
    } else if (raw == String.class) {
      return STRING;
    } else if (raw == Tensor.class) {
      return TENSOR;
    } else if (raw == List.class) {
      return LIST;
    } else if (raw.isArray()) {
      return ARRAY;
    } else if (raw.isRecord()) {
      return RECORD;
    }
    throw unsupported(type);
  }

  private static void expect(byte got, byte wanted, Class<?> raw) throws WireException {
    if (got != wanted) {
      throw new WireException("tag " + got + " where a " + raw.getSimpleName() + " belongs");
    }
  }

  private static void writeTensor(WireWriter out, Tensor tensor) throws IOException {
    out.tag(TENSOR);
    int[] shape = tensor.shape();
    out.tag((byte) shape.length);
    for (int length : shape) {
      out.integer(length);
    }
    for (float value : tensor.toArray()) {
      out.single(value);
    }
  }

  private static Tensor readTensor(WireReader in) throws WireException {
    int rank = in.tag();
    if (rank < 0 || rank > HIGHEST_RANK) {
      throw new WireException("a tensor of rank " + rank + "; the limit is " + HIGHEST_RANK);
    }
    int[] shape = new int[rank];
    long count = 1;
    for (int axis = 0; axis < rank; axis++) {
      shape[axis] = in.integer();
      count = shape[axis] < 0 ? -1 : count * shape[axis];
      if (count < 0 || count > Frames.LIMIT) {
        throw new WireException("a tensor of shape " + Arrays.toString(shape));
      }
    }
    in.need((int) count, Float.BYTES);
    float[] data = new float[(int) count];
    for (int i = 0; i < data.length; i++) {
      data[i] = in.single();
    }
    try {
      return Tensor.of(data, shape);
    } catch (IllegalArgumentException refused) {
      throw new WireException(refused.getMessage());
    }
  }

  private static void writeList(WireWriter out, Type element, List<?> list) throws IOException {
    Object[] values = list.toArray();
    out.tag(LIST);
    out.integer(values.length);
    for (Object value : values) {
      write(out, element, value);
    }
  }

  private static List<Object> readList(WireReader in, Type element, int depth)
      throws WireException {
    int count = in.count(1);
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      values.add(read(in, element, depth + 1));
    }
    return List.copyOf(values);
  }

  private static void writeArray(WireWriter out, Type element, Object array) throws IOException {
    int length = Array.getLength(array);
    out.tag(ARRAY);
    out.integer(length);
    for (int i = 0; i < length; i++) {
      write(out, element, Array.get(array, i));
    }
  }

  private static Object readArray(WireReader in, Type element, int depth) throws WireException {
    int length = in.count(2);
    Object array = Array.newInstance(raw(element), length);
    for (int i = 0; i < length; i++) {
      Array.set(array, i, read(in, element, depth + 1));
    }
    return array;
  }

  private static void writeRecord(WireWriter out, Class<?> type, Object value) throws IOException {
    out.tag(RECORD);
    for (RecordComponent component : type.getRecordComponents()) {
      try {
        write(out, component.getGenericType(), component.getAccessor().invoke(value));
      } catch (ReflectiveOperationException unreadable) {
        throw new WireException(
            type.getSimpleName() + "." + component.getName() + " is unreadable");
      }
    }
  }

  private static Object readRecord(WireReader in, Class<?> type, int depth) throws WireException {
    RecordComponent[] components = type.getRecordComponents();
    Object[] values = new Object[components.length];
    Class<?>[] types = new Class<?>[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      values[i] = read(in, components[i].getGenericType(), depth + 1);
    }
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException refused) {
      String parts =
          Arrays.stream(components).map(RecordComponent::getName).collect(Collectors.joining(", "));
      throw new WireException(type.getSimpleName() + "(" + parts + ") refuses these values");
    }
  }

  private static Class<?> raw(Type type) {
    if (type instanceof Class<?> raw) {
      return raw;
    }
    if (type instanceof ParameterizedType generic) {
      return raw(generic.getRawType());
    }
    if (type instanceof GenericArrayType array) {
      return raw(array.getGenericComponentType()).arrayType();
    }
    throw unsupported(type);
  }

  private static Type element(Type type) {
    if (type instanceof ParameterizedType generic) {
      return generic.getActualTypeArguments()[0];
    }
    if (type instanceof GenericArrayType array) {
      return array.getGenericComponentType();
    }
    if (type instanceof Class<?> raw && raw.isArray()) {
      return raw.getComponentType();
    }
    throw unsupported(type);
  }

  private static IllegalArgumentException unsupported(Type type) {
    return new IllegalArgumentException(
        "a contract cannot hold a "
            + type.getTypeName()
            + "; use numbers, boolean, String, Tensor, List, arrays or records of them");
  }
}
