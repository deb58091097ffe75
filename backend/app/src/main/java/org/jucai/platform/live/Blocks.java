package org.jucai.platform.live;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jucai.platform.journal.Cursors;
import org.jucai.platform.journal.Position;

/** Writes the blocks of a stream of server-sent events. */
final class Blocks {

    /** A comment: keeps proxies from taking the stream for dead, and tells nothing. */
    static final byte[] HEARTBEAT = ":\n\n".getBytes(StandardCharsets.UTF_8);

    private final Cursors cursors;
    private final EventWriter writer;

    Blocks(Cursors cursors, EventWriter writer) {
        this.cursors = cursors;
        this.writer = writer;
    }

    /** The first block: a place to resume from before anything is heard, and the wait before doing so. */
    byte[] opening(Position position) {
        return ("retry: 2000\nid: " + cursors.seal(position) + "\n\n").getBytes(StandardCharsets.UTF_8);
    }

    byte[] event(Position position, Said said) {
        ByteArrayOutputStream block = new ByteArrayOutputStream(256);
        block.writeBytes(("id: " + cursors.seal(position) + "\ndata: ").getBytes(StandardCharsets.UTF_8));
        block.writeBytes(writer.write(said));
        block.writeBytes("\n\n".getBytes(StandardCharsets.UTF_8));
        return block.toByteArray();
    }

    Cursors cursors() {
        return cursors;
    }
}
