package org.jucai.platform.recovery.swaps;

/** What happened to a swap. */
sealed interface SwapEvent {

    record SwapOffered(String code, String lotCode, long massKg) implements SwapEvent {}

    record SwapAccepted(String code, long massKg) implements SwapEvent {}

    /** By who offered, or by the supplier. */
    record SwapAgreed(String code) implements SwapEvent {}

    record SwapDone(String code, long massKg) implements SwapEvent {}

    record SwapEnded(String code, String reason) implements SwapEvent {}
}
