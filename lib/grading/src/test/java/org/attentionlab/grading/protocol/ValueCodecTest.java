package org.attentionlab.grading.protocol;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;
import org.attentionlab.tensor.Tensor;
import org.junit.jupiter.api.Test;

class ValueCodecTest {

  /** A record of everything that a contract may hold. */
  public record Everything(
      boolean flag,
      int count,
      long large,
      float single,
      double dual,
      String text,
      Tensor tensor,
      List<List<Integer>> lists) {}

  /** Carries the generic types that the tests need. */
  public interface Shapes {
    /** All arguments come back as one. */
    Everything call(Everything all, float[][] matrix, List<String> words, String[] names);
  }

  private static final Type[] TYPES = ContractMethod.of(Shapes.class).getGenericParameterTypes();

  private static Object[] values() {
    Tensor tensor = Tensor.of(new float[] {1, -2, Float.NaN, 0, 5, 6}, 2, 3);
    Everything all =
        new Everything(
            true, -7, 1L << 40, 1.5f, -0.1, "猫吃鱼", tensor, List.of(List.of(1, 2), List.of()));
    return new Object[] {all, new float[][] {{1, 2}, {}}, List.of("a", ""), new String[] {"x"}};
  }

  @Test
  void everyTypeComesBackAsItWas() throws IOException {
    Object[] back = ValueCodec.decodeAll(TYPES, ValueCodec.encodeAll(TYPES, values()));
    Everything all = (Everything) back[0];
    Everything sent = (Everything) values()[0];
    assertArrayEquals(sent.tensor().toArray(), all.tensor().toArray());
    assertArrayEquals(sent.tensor().shape(), all.tensor().shape());
    assertEquals(sent.lists(), all.lists());
    assertEquals(sent.text(), all.text());
    assertEquals(sent.large(), all.large());
    assertArrayEquals((float[][]) values()[1], (float[][]) back[1]);
    assertEquals(values()[2], back[2]);
    assertArrayEquals((String[]) values()[3], (String[]) back[3]);
  }

  @Test
  void valueOfAnotherTypeIsRefused() throws IOException {
    Payload text = ValueCodec.encode(String.class, "one");
    WireException refused =
        assertThrows(WireException.class, () -> ValueCodec.decode(int.class, text));
    assertEquals("tag 6 where a int belongs", refused.getMessage());
  }

  @Test
  void nullIsRefusedByTheReader() throws IOException {
    Payload nothing = ValueCodec.encode(Tensor.class, null);
    WireException refused =
        assertThrows(WireException.class, () -> ValueCodec.decode(Tensor.class, nothing));
    assertEquals("null where a Tensor belongs", refused.getMessage());
  }

  @Test
  void tensorThatAnnouncesMoreThanItBringsIsRefusedBeforeItIsAllocated() {
    ByteBuffer bytes = ByteBuffer.allocate(18);
    bytes.put((byte) 7).put((byte) 4);
    bytes.putInt(8).putInt(1024).putInt(1024).putInt(2);
    Payload forged = new Payload(bytes.array());
    WireException refused =
        assertThrows(WireException.class, () -> ValueCodec.decode(Tensor.class, forged));
    assertTrue(refused.getMessage().contains("announced"), refused.getMessage());
  }

  @Test
  void negativeAndOverflowingShapesAreRefused() {
    for (int[] shape : new int[][] {{-1, -1}, {1 << 30, 1 << 30}, {Integer.MIN_VALUE, 2}}) {
      ByteBuffer bytes = ByteBuffer.allocate(10);
      bytes.put((byte) 7).put((byte) 2).putInt(shape[0]).putInt(shape[1]);
      Payload forged = new Payload(bytes.array());
      assertThrows(WireException.class, () -> ValueCodec.decode(Tensor.class, forged));
    }
  }

  @Test
  void listThatAnnouncesMoreThanItBringsIsRefused() {
    byte[] bytes = ByteBuffer.allocate(5).put((byte) 8).putInt(Integer.MAX_VALUE).array();
    assertThrows(WireException.class, () -> ValueCodec.decode(TYPES[2], new Payload(bytes)));
  }

  @Test
  void randomBytesNeverGiveMoreThanARefusal() {
    Random random = new Random(1);
    int refused = 0;
    for (int round = 0; round < 20_000; round++) {
      byte[] bytes = new byte[random.nextInt(60)];
      random.nextBytes(bytes);
      if (bytes.length > 0) {
        bytes[0] = 10;
      }
      try {
        ValueCodec.decodeAll(TYPES, new Payload(bytes));
      } catch (WireException expected) {
        refused++;
      }
    }
    assertEquals(20_000, refused);
  }

  @Test
  void frameOfAForgedLengthIsRefusedBeforeItIsAllocated() {
    byte[] bytes = ByteBuffer.allocate(4).putInt(Integer.MAX_VALUE).array();
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    assertThrows(WireException.class, () -> Frames.read(in));
  }

  @Test
  void contractWithAnotherTypeIsNamed() {
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class, () -> ValueCodec.encode(Thread.class, new Thread()));
    assertTrue(refused.getMessage().startsWith("a contract cannot hold a java.lang.Thread"));
  }
}
