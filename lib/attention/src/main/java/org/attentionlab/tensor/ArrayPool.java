package org.attentionlab.tensor;

import java.util.Arrays;

/**
 * Arrays that are used again and again, kept by their length. Belongs to one thread.
 *
 * <p>The array that was given back last is handed out first: it is the likeliest to be in the
 * processor's cache still.
 */
final class ArrayPool {
  /** After so many rounds a length that was not asked for meanwhile is forgotten. */
  private static final int PATIENCE = 64;

  private static final int FIRST_CAPACITY = 64;

  /** All arrays of one length. */
  private static final class Shelf {
    final int length;
    float[][] all = new float[4][];
    float[][] free = new float[4][];
    int count;
    int freeCount;
    long lastUsed;

    Shelf(int length) {
      this.length = length;
    }
  }

  /** Open addressing: a shelf stands at the first place from its length's hash on that is free. */
  private Shelf[] shelves = new Shelf[FIRST_CAPACITY];

  private int shelfCount;
  private long rounds;

  /** An array with undefined contents. */
  float[] take(int length) {
    Shelf shelf = shelf(length);
    shelf.lastUsed = rounds;
    if (shelf.freeCount > 0) {
      return shelf.free[--shelf.freeCount];
    }
    if (shelf.count == shelf.all.length) {
      shelf.all = Arrays.copyOf(shelf.all, 2 * shelf.count);
      shelf.free = Arrays.copyOf(shelf.free, 2 * shelf.count);
    }
    float[] array = new float[length];
    shelf.all[shelf.count++] = array;
    return array;
  }

  /** Gives back an array that {@link #take} handed out and that nobody else gives back. */
  void give(float[] array) {
    Shelf shelf = shelf(array.length);
    shelf.free[shelf.freeCount++] = array;
  }

  /** Whether an array was handed out and not given back; takes as long as there are such arrays. */
  boolean isOut(float[] array) {
    Shelf shelf = shelf(array.length);
    return contains(shelf.all, shelf.count, array) && !contains(shelf.free, shelf.freeCount, array);
  }

  /** Takes everything back that was handed out. */
  void endRound() {
    rounds++;
    boolean tidy = rounds % PATIENCE == 0;
    Shelf[] old = shelves;
    if (tidy) {
      shelves = new Shelf[old.length];
      shelfCount = 0;
    }
    for (Shelf shelf : old) {
      if (shelf != null) {
        System.arraycopy(shelf.all, 0, shelf.free, 0, shelf.count);
        shelf.freeCount = shelf.count;
        if (tidy && rounds - shelf.lastUsed <= PATIENCE) {
          insert(shelf);
        }
      }
    }
  }

  private Shelf shelf(int length) {
    int mask = shelves.length - 1;
    for (int at = hash(length) & mask; shelves[at] != null; at = (at + 1) & mask) {
      if (shelves[at].length == length) {
        return shelves[at];
      }
    }
    Shelf shelf = new Shelf(length);
    if (2 * (shelfCount + 1) > shelves.length) {
      Shelf[] old = shelves;
      shelves = new Shelf[2 * old.length];
      shelfCount = 0;
      for (Shelf moved : old) {
        if (moved != null) {
          insert(moved);
        }
      }
    }
    insert(shelf);
    return shelf;
  }

  private void insert(Shelf shelf) {
    int mask = shelves.length - 1;
    int at = hash(shelf.length) & mask;
    while (shelves[at] != null) {
      at = (at + 1) & mask;
    }
    shelves[at] = shelf;
    shelfCount++;
  }

  private static int hash(int length) {
    int mixed = length * 0x9E3779B9;
    return mixed ^ (mixed >>> 16);
  }

  private static boolean contains(float[][] arrays, int count, float[] array) {
    for (int i = count - 1; i >= 0; i--) {
      if (arrays[i] == array) {
        return true;
      }
    }
    return false;
  }
}
