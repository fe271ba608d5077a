package org.wardlight.simulators.connection;

/**
 * What a device shows to the broker.
 *
 * @param userName name of the credential
 * @param password its secret; never printed
 */
public record Credentials(String userName, String password) {

    @Override
    public String toString() {
        return "Credentials[userName=" + userName + "]";
    }
}
