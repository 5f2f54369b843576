/**
 * The grader's side of a worker: starting it, calling it, ending it.
 *
 * <p>Reading order: {@link org.attentionlab.grading.remote.WorkerLauncher}, {@link
 * org.attentionlab.grading.remote.Worker}, {@link
 * org.attentionlab.grading.remote.RemoteSubmission}.
 */
package org.attentionlab.grading.remote;
