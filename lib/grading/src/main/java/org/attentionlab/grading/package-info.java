/** To be written. */
package org.attentionlab.grading;
