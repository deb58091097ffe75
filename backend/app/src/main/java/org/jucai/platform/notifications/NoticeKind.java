package org.jucai.platform.notifications;

/** What a notice is about; people choose by it what they are told where. */
public enum NoticeKind {
    ROUND, DEMAND, QUESTION, OFFER, OPENING, AWARD, ALLOCATION, CONTRACT, DELIVERY, CALENDAR, INSPECTION, SETTLEMENT, RECALL, MEMBERSHIP, REMEDY, WEBHOOK
}
