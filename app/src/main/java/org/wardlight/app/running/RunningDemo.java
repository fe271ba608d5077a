package org.wardlight.app.running;

import java.util.Properties;

/**
 * Where the parts of a running demonstration are.
 *
 * @param kafka bootstrap servers, {@code 127.0.0.1:9092}
 * @param mqtt {@code tcp://127.0.0.1:1883}
 * @param station base address of the board, {@code http://127.0.0.1:8080}
 * @param operations base address of metrics and health
 * @param log path of the log file
 * @param password what its staff sign in with, for this run
 */
public record RunningDemo(String kafka, String mqtt, String station, String operations, String log, String password) {

    Properties toProperties() {
        Properties properties = new Properties();
        properties.setProperty("kafka", kafka);
        properties.setProperty("mqtt", mqtt);
        properties.setProperty("station", station);
        properties.setProperty("operations", operations);
        properties.setProperty("log", log);
        properties.setProperty("password", password);
        return properties;
    }

    static RunningDemo of(Properties properties) {
        return new RunningDemo(
                properties.getProperty("kafka", ""),
                properties.getProperty("mqtt", ""),
                properties.getProperty("station", ""),
                properties.getProperty("operations", ""),
                properties.getProperty("log", ""),
                properties.getProperty("password", ""));
    }
}
