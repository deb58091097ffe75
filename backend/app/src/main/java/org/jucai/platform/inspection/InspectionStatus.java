package org.jucai.platform.inspection;

/** Where the inspection of a batch stands (lifecycle: inspection). */
public enum InspectionStatus {
    REQUESTED, SAMPLED, IN_TEST, VERIFIED, ISSUED,
    /** 异议: the duplicate is tested, where that was asked for. */
    CONTESTED,
    /** 仲裁检验. */
    UMPIRE,
    FINAL
}
