package org.jucai.platform.kernel;

/** Is told that something was committed, and must not take time: a hint that the feed may have grown, no more. */
@FunctionalInterface
public interface AfterCommit {

    void committed();
}
