package org.wardlight.alerting.channel;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connections of one attempt to send a mail, so that it can be ended from outside: the mail library bounds each read,
 * and a server that sends a byte now and then would hold it for ever.
 */
final class MailSockets implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MailSockets.class);

    private final List<Socket> opened = new CopyOnWriteArrayList<>();
    private final SSLSocketFactory tls;

    MailSockets(SSLSocketFactory tls) {
        this.tls = tls;
    }

    SocketFactory plain() {
        return new Tracked(SocketFactory.getDefault());
    }

    SSLSocketFactory tls() {
        return new TrackedTls();
    }

    @Override
    public void close() {
        for (Socket socket : opened) {
            try {
                socket.close();
            } catch (IOException e) {
                LOG.debug("part=paging a connection did not close", e);
            }
        }
    }

    private <S extends Socket> S tracked(S socket) {
        opened.add(socket);
        return socket;
    }

    /** The mail library asks for a socket that is not connected yet, and connects it with its own time-outs. */
    private final class Tracked extends SocketFactory {

        private final SocketFactory factory;

        Tracked(SocketFactory factory) {
            this.factory = factory;
        }

        @Override
        public Socket createSocket() throws IOException {
            return tracked(factory.createSocket());
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            return tracked(factory.createSocket(host, port));
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
            return tracked(factory.createSocket(host, port, local, localPort));
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            return tracked(factory.createSocket(host, port));
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
            return tracked(factory.createSocket(host, port, local, localPort));
        }
    }

    private final class TrackedTls extends SSLSocketFactory {

        private final Tracked tracked = new Tracked(tls);

        @Override
        public Socket createSocket() throws IOException {
            return tracked.createSocket();
        }

        @Override
        public Socket createSocket(Socket socket, String host, int port, boolean autoClose) throws IOException {
            return tracked(tls.createSocket(socket, host, port, autoClose));
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            return tracked.createSocket(host, port);
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
            return tracked.createSocket(host, port, local, localPort);
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            return tracked.createSocket(host, port);
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
            return tracked.createSocket(host, port, local, localPort);
        }

        @Override
        public String[] getDefaultCipherSuites() {
            return tls.getDefaultCipherSuites();
        }

        @Override
        public String[] getSupportedCipherSuites() {
            return tls.getSupportedCipherSuites();
        }
    }
}
