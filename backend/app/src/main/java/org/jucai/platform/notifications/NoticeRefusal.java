package org.jucai.platform.notifications;

import org.jucai.platform.kernel.Refusal;

/** Why a choice is not taken. */
public enum NoticeRefusal implements Refusal {
    NOTICE_BINDS(422),
    QUIET_ALL_DAY(422),
    WECOM_ROBOT_MISSING(422);

    private final int status;

    NoticeRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
