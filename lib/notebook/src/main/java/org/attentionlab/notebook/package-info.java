/** To be written. */
package org.attentionlab.notebook;
