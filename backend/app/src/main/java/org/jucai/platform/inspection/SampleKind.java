package org.jucai.platform.inspection;

/** Which of a batch's samples it is (GB/T 17617): one is tested, one kept for a second look, one sealed for the umpire. */
public enum SampleKind { MAIN, DUPLICATE, UMPIRE }
