package org.jucai.platform.live.web;

import java.util.List;
import org.jucai.platform.live.EventWriter;
import org.jucai.platform.live.Said;
import org.jucai.platform.rounds.pool.PoolView;
import org.jucai.platform.rounds.web.PoolViews;
import org.jucai.spec.model.LiveEvent;
import org.jucai.spec.model.PoolCell;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Says events in the specification's words. */
@Component
class LiveViews implements EventWriter {

    private final JsonMapper json;

    LiveViews(JsonMapper json) {
        this.json = json;
    }

    @Override
    public byte[] write(Said said) {
        LiveEvent event = new LiveEvent(said.topic(), said.type(), said.at());
        said.subject().ifPresent(event::setSubjectId);
        said.pool().ifPresent(pool -> event.setCells(cells(pool, said)));
        return json.writeValueAsBytes(event);
    }

    /** Shared by everybody of an audience, so nobody's own share is in it. */
    private static List<PoolCell> cells(PoolView pool, Said said) {
        List<PoolCell> cells = PoolViews.show(pool, said.at()).getCells();
        cells.forEach(cell -> cell.setOwnKg(null));
        return cells;
    }
}
