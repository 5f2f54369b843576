package org.attentionlab.kernel;

/**
 * Serves as {@link KernelMain} does and takes its time to end, because the JVM writes the {@link
 * StartupArchive} then.
 */
final class ArchivingMain {
  private ArchivingMain() {}

  /**
   * Serves until the end is asked for.
   *
   * @param arguments the connection file
   */
  public static void main(String[] arguments) throws InterruptedException {
    KernelMain.serve(arguments);
    System.exit(0);
  }
}
