package org.wardlight.alerting.channel;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A receiver on a raw socket, so that it can do what no proper server would; the protocol is a subclass's. */
public abstract class ScriptedServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ScriptedServer.class);

    /** What came in whole, head and body. */
    public final List<String> received = new CopyOnWriteArrayList<>();

    private final ServerSocket entry;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    public volatile Fault fault = Fault.NONE;

    ScriptedServer(@Nullable SSLContext tls) {
        try {
            ServerSocketFactory sockets = tls == null ? ServerSocketFactory.getDefault() : tls.getServerSocketFactory();
            entry = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    public int port() {
        return entry.getLocalPort();
    }

    /** Connections that somebody still holds open. */
    long held() {
        return open.stream().filter(socket -> !socket.isClosed()).count();
    }

    /** One conversation; returns when it is over. */
    abstract void talk(BufferedReader in, OutputStream out) throws IOException, InterruptedException;

    static void say(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    void hang() throws InterruptedException {
        closed.await();
    }

    void drip(OutputStream out) throws IOException, InterruptedException {
        while (!closed.await(100, TimeUnit.MILLISECONDS)) {
            say(out, "x");
        }
    }

    private void accept() {
        while (!entry.isClosed()) {
            try {
                Socket socket = entry.accept();
                open.add(socket);
                threads.execute(() -> talk(socket));
            } catch (IOException e) {
                LOG.debug("closed", e);
            }
        }
    }

    private void talk(Socket socket) {
        try (socket) {
            talk(
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8)),
                    socket.getOutputStream());
        } catch (IOException e) {
            LOG.debug("the other end has gone", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            entry.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            threads.shutdownNow();
        }
    }
}
