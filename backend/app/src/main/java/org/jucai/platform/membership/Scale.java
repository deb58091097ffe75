package org.jucai.platform.membership;

/** Above the statistical scale (规上) or below it (规下). */
public enum Scale { ABOVE, BELOW }
