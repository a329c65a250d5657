package org.tapescript.support;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file on a disk that fills up: writes what there is room for, then fails, until there is room again. */
public final class FaultyChannel extends FileChannel {
    /** The disk. */
    public static final class Disk {
        private long room = Long.MAX_VALUE;
        private boolean cutsFail;

        /** @param bytes that can still be written @param cutsFail whether files cannot be cut either */
        public void leave(long bytes, boolean cutsFail) {
            this.room = bytes;
            this.cutsFail = cutsFail;
        }

        public void clear() {
            leave(Long.MAX_VALUE, false);
        }

        public FileChannel open(Path file) throws IOException {
            return new FaultyChannel(FileChannel.open(file, StandardOpenOption.WRITE), this);
        }
    }

    private final FileChannel real;
    private final Disk disk;

    private FaultyChannel(FileChannel real, Disk disk) {
        this.real = real;
        this.disk = disk;
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        if (disk.room <= 0 && source.hasRemaining()) {
            throw new IOException("No space left on device");
        }
        int some = (int) Math.min(disk.room, source.remaining());
        ByteBuffer part = source.slice().limit(some);
        int written = real.write(part);
        source.position(source.position() + written);
        disk.room -= written;
        return written;
    }

    @Override
    public FileChannel truncate(long size) throws IOException {
        if (disk.cutsFail && size < real.size()) {
            throw new IOException("Input/output error");
        }
        real.truncate(size);
        return this;
    }

    @Override
    public long size() throws IOException {
        return real.size();
    }

    @Override
    public long position() throws IOException {
        return real.position();
    }

    @Override
    public FileChannel position(long position) throws IOException {
        real.position(position);
        return this;
    }

    @Override
    public void force(boolean metaData) throws IOException {
        real.force(metaData);
    }

    @Override
    protected void implCloseChannel() throws IOException {
        real.close();
    }

    @Override
    public int read(ByteBuffer target) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long read(ByteBuffer[] targets, int offset, int length) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int read(ByteBuffer target, long position) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long write(ByteBuffer[] sources, int offset, int length) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int write(ByteBuffer source, long position) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long transferTo(long position, long count, WritableByteChannel target) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long transferFrom(ReadableByteChannel source, long position, long count) {
        throw new UnsupportedOperationException();
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long position, long size) {
        throw new UnsupportedOperationException();
    }

    @Override
    public FileLock lock(long position, long size, boolean shared) {
        throw new UnsupportedOperationException();
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) {
        throw new UnsupportedOperationException();
    }
}
