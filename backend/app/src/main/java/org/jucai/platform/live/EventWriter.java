package org.jucai.platform.live;

/** Writes what is told as JSON in the specification's words. */
public interface EventWriter {

    byte[] write(Said said);
}
