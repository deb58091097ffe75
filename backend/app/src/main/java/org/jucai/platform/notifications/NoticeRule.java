package org.jucai.platform.notifications;

import java.util.List;
import java.util.Set;
import org.jucai.platform.kernel.Role;

/**
 * Which event makes which notice for whom.
 *
 * @param roles whom of the parties' people it is for
 * @param manners how it differs from a plain notice
 * @param facts what of the event's body may be said, by path; nothing else of it leaves the event
 * @param only which of the events of this type; mostly all
 */
record NoticeRule(String stream, String type, NoticeKind kind, Whom whom, Set<Role> roles, NoticePage page, Set<Manner> manners, List<String> facts, Only only) {

    /**
     * One of several things that an event of one type says, or one of several ways to say it.
     *
     * @param words what sets its words apart from the others'; empty where there is one way
     * @param value what the body's {@code field} must be; empty where nothing is asked
     */
    record Only(String words, String field, String value) {

        static final Only ALL = new Only("", "", "");
    }

    NoticeRule(String stream, String type, NoticeKind kind, Whom whom, Set<Role> roles, NoticePage page, Set<Manner> manners, List<String> facts) {
        this(stream, type, kind, whom, roles, page, manners, facts, Only.ALL);
    }

    NoticeRule only(String field, String value) {
        return new NoticeRule(stream, type, kind, whom, roles, page, manners, facts, new Only("." + value, field, value));
    }

    /** The same event in other words, for others. */
    NoticeRule saying(String words) {
        return new NoticeRule(stream, type, kind, whom, roles, page, manners, facts, new Only("." + words, "", ""));
    }

    /** What the notice is called: its words are under this name. */
    String said() {
        return type + only.words();
    }

    boolean isOf(Happening one) {
        return only.field().isEmpty() || one.text(only.field()).filter(only.value()::equals).isPresent();
    }

    /** How a notice differs. */
    enum Manner {
        /** It binds its reader, and cannot be switched off in the inbox. */
        BINDS,
        /** Of several in one step, a reader gets one about the round. */
        ONCE_A_STEP,
        /** Whoever did it gets it too, as a receipt. */
        A_RECEIPT,
        /** It is about the round, whatever it happened to. */
        OF_THE_ROUND
    }

    boolean is(Manner manner) {
        return manners.contains(manner);
    }

    String key() {
        return stream + "/" + type;
    }
}
