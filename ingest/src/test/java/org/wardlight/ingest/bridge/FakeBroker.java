package org.wardlight.ingest.bridge;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The least of an MQTT 5 broker on a real socket: grants what is asked for, publishes what the test says and notes which
 * packet ids were acknowledged. One client at a time.
 */
final class FakeBroker implements Closeable {

    private static final int CONNECT = 1;
    private static final int PUBACK = 4;
    private static final int SUBSCRIBE = 8;
    private static final int PINGREQ = 12;

    private final ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final BlockingQueue<Integer> acknowledged = new LinkedBlockingQueue<>();
    private final BlockingQueue<Boolean> subscribed = new LinkedBlockingQueue<>();
    private final List<Boolean> cleanStarts = new CopyOnWriteArrayList<>();
    private volatile Socket client = new Socket();

    FakeBroker() throws IOException {
        Thread thread = new Thread(this::serve, "fake-broker");
        thread.setDaemon(true);
        thread.start();
    }

    URI uri() {
        return URI.create("tcp://127.0.0.1:" + server.getLocalPort());
    }

    List<Boolean> cleanStarts() {
        return cleanStarts;
    }

    boolean awaitSubscription() throws InterruptedException {
        return subscribed.poll(5, TimeUnit.SECONDS) != null;
    }

    /** The next packet id that was acknowledged; -1 when there is none in time. */
    int awaitAcknowledgement(long millis) throws InterruptedException {
        Integer packetId = acknowledged.poll(millis, TimeUnit.MILLISECONDS);
        return packetId == null ? -1 : packetId;
    }

    void publish(int packetId, String topic, String payload) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(body);
        out.writeUTF(topic);
        out.writeShort(packetId);
        out.writeByte(0); // no properties
        out.write(payload.getBytes(StandardCharsets.UTF_8));
        send(0x32, body.toByteArray());
    }

    void cut() throws IOException {
        client.close();
    }

    @Override
    public void close() throws IOException {
        server.close();
        client.close();
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                client = server.accept();
                client.setTcpNoDelay(true);
                converse(new DataInputStream(client.getInputStream()));
            } catch (IOException e) {
                // The client went; the next may come.
            }
        }
    }

    private void converse(DataInputStream in) throws IOException {
        while (true) {
            int type = in.readUnsignedByte() >> 4;
            byte[] body = in.readNBytes(length(in));
            switch (type) {
                case CONNECT -> {
                    cleanStarts.add((body[7] & 0x02) != 0);
                    send(0x20, new byte[] {0, 0, 0});
                }
                case SUBSCRIBE -> {
                    send(0x90, new byte[] {body[0], body[1], 0, 1});
                    subscribed.add(true);
                }
                case PUBACK -> acknowledged.add((body[0] & 0xff) << 8 | (body[1] & 0xff));
                case PINGREQ -> send(0xd0, new byte[0]);
                default -> {
                    // DISCONNECT: the client closes the socket
                }
            }
        }
    }

    private static int length(DataInputStream in) throws IOException {
        int length = 0;
        for (int shift = 0; ; shift += 7) {
            int part = in.readUnsignedByte();
            length |= (part & 0x7f) << shift;
            if (part < 0x80) {
                return length;
            }
        }
    }

    private synchronized void send(int header, byte[] body) throws IOException {
        ByteArrayOutputStream packet = new ByteArrayOutputStream();
        packet.write(header);
        int rest = body.length;
        do {
            packet.write(rest < 0x80 ? rest : (rest & 0x7f) | 0x80);
            rest >>= 7;
        } while (rest > 0);
        packet.write(body);
        client.getOutputStream().write(packet.toByteArray());
    }
}
