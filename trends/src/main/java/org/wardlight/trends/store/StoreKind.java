package org.wardlight.trends.store;

/** What speaks at the store's address. */
public enum StoreKind {
    /** InfluxDB, asked in InfluxQL. */
    INFLUXDB,
    /** QuestDB, asked in its SQL. */
    QUESTDB
}
