package org.attentionlab.checkpoint;

import java.nio.ByteBuffer;

/** How a number stands in a file, and which float it becomes. */
enum Format {
  F64(8) {
    @Override
    float read(ByteBuffer bytes) {
      return (float) bytes.getDouble();
    }
  },
  F32(4) {
    @Override
    float read(ByteBuffer bytes) {
      return bytes.getFloat();
    }
  },
  F16(2) {
    @Override
    float read(ByteBuffer bytes) {
      return half(bytes.getShort());
    }
  },
  BF16(2) {
    @Override
    float read(ByteBuffer bytes) {
      return Float.intBitsToFloat(bytes.getShort() << 16);
    }
  },
  I64(8) {
    @Override
    float read(ByteBuffer bytes) {
      return bytes.getLong();
    }
  },
  I32(4) {
    @Override
    float read(ByteBuffer bytes) {
      return bytes.getInt();
    }
  },
  I16(2) {
    @Override
    float read(ByteBuffer bytes) {
      return bytes.getShort();
    }
  },
  I8(1) {
    @Override
    float read(ByteBuffer bytes) {
      return bytes.get();
    }
  },
  U8(1) {
    @Override
    float read(ByteBuffer bytes) {
      return bytes.get() & 0xFF;
    }
  },
  BOOL(1) {
    @Override
    float read(ByteBuffer bytes) {
      return bytes.get() == 0 ? 0 : 1;
    }
  };

  private final int bytes;

  Format(int bytes) {
    this.bytes = bytes;
  }

  int bytes() {
    return bytes;
  }

  abstract float read(ByteBuffer source);

  /** A number of 16 bits: sign, 5 bits of exponent, 10 of fraction. */
  private static float half(short bits) {
    int sign = (bits & 0x8000) << 16;
    int exponent = bits >> 10 & 0x1F;
    int fraction = bits & 0x3FF;
    if (exponent == 0) { // zero, or too small for the exponent: fraction times 2^-24
      return Math.copySign(fraction * 0x1p-24f, Float.intBitsToFloat(sign | 1));
    }
    int biased = exponent == 0x1F ? 0xFF : exponent - 15 + 127;
    return Float.intBitsToFloat(sign | biased << 23 | fraction << 13);
  }
}
