package org.jucai.platform.notifications.web;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.CommonRefusal;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.notifications.ChoiceDesk;
import org.jucai.platform.notifications.Choices;
import org.jucai.platform.notifications.Notice;
import org.jucai.platform.notifications.NoticeBoard;
import org.jucai.platform.notifications.NoticeKind;
import org.jucai.spec.model.ChooseNotices;
import org.jucai.spec.model.ChosenPlaces;
import org.jucai.spec.model.InboxNotice;
import org.jucai.spec.model.NoticeChoices;
import org.jucai.spec.model.NoticeKindName;
import org.jucai.spec.model.NoticeLanguage;
import org.jucai.spec.model.NoticePlaces;
import org.jucai.spec.model.UnreadCount;

/** Notices and choices as they leave and come by HTTP. */
final class NoticeViews {

    private NoticeViews() {}

    static @Nullable NoticeKind maybe(@Nullable NoticeKindName kind) {
        return kind == null ? null : NoticeKind.valueOf(kind.name());
    }

    static InboxNotice view(NoticeBoard.Worded worded) {
        Notice notice = worded.notice();
        return new InboxNotice(notice.id(), NoticeKindName.valueOf(notice.kind().name()), notice.type(), worded.words(), worded.path(), notice.at(), notice.notedAt())
                .readAt(notice.readAt());
    }

    static UnreadCount count(long unread) {
        return new UnreadCount(Math.toIntExact(unread), unread >= NoticeBoard.MOST_COUNTED);
    }

    static NoticeChoices view(ChoiceDesk.Kept kept) {
        Choices choices = kept.choices();
        NoticeChoices view = new NoticeChoices(kept.version(), Arrays.stream(NoticeKind.values()).map(kind -> places(choices, kind)).toList(),
                choices.timing().workingDaysOnly(), NoticeLanguage.valueOf(choices.language().name()), kept.robotSealed() != null);
        choices.timing().quiet().ifPresent(quiet -> view.quietFromMinute(quiet.fromMinute()).quietToMinute(quiet.toMinute()));
        choices.timing().digestAtMinute().ifPresent(view::setDigestAtMinute);
        return view;
    }

    private static ChosenPlaces places(Choices choices, NoticeKind kind) {
        Choices.Places places = choices.of(kind);
        return new ChosenPlaces(NoticeKindName.valueOf(kind.name()), places.inbox(), places.sms(), places.weCom(), ChoiceDesk.bindsWholly(kind));
    }

    static ChoiceDesk.Wanted wanted(ChooseNotices form) {
        Map<NoticeKind, Choices.Places> kinds = new EnumMap<>(NoticeKind.class);
        for (NoticePlaces places : form.getKinds()) {
            if (kinds.put(NoticeKind.valueOf(places.getKind().name()), new Choices.Places(places.getInbox(), places.getSms(), places.getWeCom())) != null) throw new RefusedException(CommonRefusal.BAD_REQUEST);
        }
        Integer from = form.getQuietFromMinute();
        Integer to = form.getQuietToMinute();
        if ((from == null) != (to == null)) throw new RefusedException(CommonRefusal.BAD_REQUEST);
        Optional<Choices.Quiet> quiet = from == null || to == null ? Optional.empty() : Optional.of(new Choices.Quiet(from, to));
        Choices.Timing timing = new Choices.Timing(quiet, Optional.ofNullable(form.getDigestAtMinute()), form.getWorkingDaysOnly());
        return new ChoiceDesk.Wanted(new Choices(kinds, timing, Choices.Language.valueOf(form.getLanguage().name())), Optional.ofNullable(form.getWeComRobotKey()));
    }
}
