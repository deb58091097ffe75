package org.jucai.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Many who listen to one round, on one thread, and how long each change took to reach each of them. */
final class Watchers implements AutoCloseable {

    private static final byte[] CHANGE = "CollectingEndMoved".getBytes(StandardCharsets.US_ASCII);

    private final Selector selector = Selector.open();
    private final long[] microseconds;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(16_384);
    private volatile long changedAtNanos;
    private volatile CountDownLatch waited;
    private volatile boolean closed;
    private volatile int heard;

    /** One listener: how much of the change's name it has read, and whether it has begun. */
    private static final class Ear {
        private int matched;
        private boolean begun;
    }

    Watchers(int port, String path, int count) throws Exception {
        microseconds = new long[count * 64];
        waited = new CountDownLatch(count);
        byte[] request = ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
        Thread.ofPlatform().daemon().name("watchers").start(this::listen);
        for (int i = 0; i < count; i++) {
            SocketChannel channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", port));
            channel.write(ByteBuffer.wrap(request));
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ, new Ear());
            if (i % 50 == 0) selector.wakeup();
        }
        if (!waited.await(60, TimeUnit.SECONDS)) throw new IllegalStateException(waited.getCount() + " of " + count + " did not begin to listen");
    }

    /** Carries out a change and waits until everybody has heard of it. */
    void hear(int count, Change change) throws Exception {
        waited = new CountDownLatch(count);
        changedAtNanos = System.nanoTime();
        change.happen();
        if (!waited.await(30, TimeUnit.SECONDS)) throw new IllegalStateException(waited.getCount() + " of " + count + " did not hear of a change");
    }

    /** Something that everybody hears of. */
    interface Change {
        void happen() throws Exception;
    }

    /** From asking for the change to its arrival, over all listeners and changes. */
    double milliseconds(double quantile) {
        long[] sorted = Arrays.copyOf(microseconds, heard);
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(sorted.length * quantile))] / 1000.0;
    }

    private void listen() {
        try {
            while (!closed) {
                selector.select(100);
                for (SelectionKey key : selector.selectedKeys()) read(key);
                selector.selectedKeys().clear();
            }
        } catch (IOException failure) {
            if (!closed) System.err.println("watchers: " + failure.getMessage());
        }
    }

    private void read(SelectionKey key) throws IOException {
        Ear ear = (Ear) key.attachment();
        buffer.clear();
        int length = ((SocketChannel) key.channel()).read(buffer);
        if (length < 0) {
            key.cancel();
            return;
        }
        if (!ear.begun) {
            ear.begun = true;
            waited.countDown();
        }
        for (int i = 0; i < length; i++) {
            byte one = buffer.get(i);
            ear.matched = one == CHANGE[ear.matched] ? ear.matched + 1 : one == CHANGE[0] ? 1 : 0;
            if (ear.matched == CHANGE.length) arrived(ear);
        }
    }

    private void arrived(Ear ear) {
        ear.matched = 0;
        if (heard < microseconds.length) microseconds[heard++] = (System.nanoTime() - changedAtNanos) / 1000;
        waited.countDown();
    }

    @Override
    public void close() throws IOException {
        closed = true;
        for (SelectionKey key : selector.keys()) key.channel().close();
        selector.close();
    }
}
