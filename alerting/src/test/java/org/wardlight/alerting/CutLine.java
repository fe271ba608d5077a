package org.wardlight.alerting;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A line to a server that can be cut as a network is: connections stay open, and nothing comes through until it is mended.
 */
public final class CutLine implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CutLine.class);

    private final ServerSocket entry;
    private final int target;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final Object gate = new Object();
    private boolean isCut;

    public CutLine(int target) {
        this.target = target;
        try {
            entry = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    public int port() {
        return entry.getLocalPort();
    }

    public void cut() {
        synchronized (gate) {
            isCut = true;
        }
    }

    public void mend() {
        synchronized (gate) {
            isCut = false;
            gate.notifyAll();
        }
    }

    private void accept() {
        while (!entry.isClosed()) {
            try {
                Socket near = entry.accept();
                Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
                sockets.addAll(List.of(near, far));
                threads.execute(() -> carry(near, far));
                threads.execute(() -> carry(far, near));
            } catch (IOException e) {
                LOG.debug("closed, or the target is gone: the next connection is tried anew", e);
            }
        }
    }

    private void carry(Socket from, Socket to) {
        byte[] buffer = new byte[8_192];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                awaitMended();
                out.write(buffer, 0, n);
            }
        } catch (IOException e) {
            LOG.debug("an end was closed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitMended() throws InterruptedException {
        synchronized (gate) {
            while (isCut) {
                gate.wait();
            }
        }
    }

    @Override
    public void close() {
        try {
            entry.close();
            for (Socket socket : sockets) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            threads.shutdownNow();
        }
    }
}
