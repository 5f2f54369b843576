package org.attentionlab.attention;

/** Leaves queries, keys and scores as they are. */
enum NoPosition implements AttentionPosition {
  INSTANCE;

  @Override
  public boolean onlyTurns() {
    return true;
  }
}
