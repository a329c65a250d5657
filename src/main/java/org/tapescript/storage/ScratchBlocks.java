package org.tapescript.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * What is too much for memory and can be made again, block by block in a temporary file. Its name goes as soon as it is open, so that
 * nothing is left of it whatever becomes of the program. Where the disk has no room, or the file cannot be read, nothing is known of a block.
 * Thread-safe.
 */
public final class ScratchBlocks implements AutoCloseable {
    private final CacheFolder folder;
    private FileChannel channel;
    private long reserved;
    private boolean failed;

    /** @param folder in which the file is made when the first block is written */
    public ScratchBlocks(CacheFolder folder) {
        this.folder = folder;
    }

    /** Room for so many bytes; returns where it begins. */
    public synchronized long reserve(long bytes) {
        long from = reserved;
        reserved += bytes;
        return from;
    }

    /** Keeps a block; returns whether it is kept. */
    public boolean write(long at, byte[] block) {
        try {
            FileChannel file = opened();
            ByteBuffer buffer = ByteBuffer.wrap(block);
            while (file != null && buffer.hasRemaining()) {
                file.write(buffer, at + buffer.position());
            }
            return file != null;
        } catch (IOException e) {
            return false;
        }
    }

    /** A block that was kept, if it can be read. */
    public Optional<byte[]> read(long at, int length) {
        try {
            FileChannel file = opened();
            ByteBuffer buffer = ByteBuffer.allocate(length);
            while (file != null && buffer.hasRemaining() && file.read(buffer, at + buffer.position()) > 0) {
                continue;
            }
            return buffer.hasRemaining() ? Optional.empty() : Optional.of(buffer.array());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private synchronized FileChannel opened() throws IOException {
        if (channel == null && !failed) {
            // Whoever has no room for the file is not asked for each block again.
            failed = true;
            try (Scratch scratch = folder.scratch("blocks")) {
                channel = FileChannel.open(scratch.path(), StandardOpenOption.READ, StandardOpenOption.WRITE);
            }
            failed = false;
        }
        return channel;
    }

    @Override
    public synchronized void close() {
        failed = true;
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                // Nothing of it is wanted any more.
            }
            channel = null;
        }
    }
}
