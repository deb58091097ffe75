package org.jucai.platform.rounds.answers;

/** How far a member has answered a round. */
public enum ChaseState { NOT_ANSWERED, NOT_CONFIRMED, NOT_SIGNED, ANSWERED, DECLINED }
