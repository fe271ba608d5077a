package org.wardlight.trends.store;

/** A store cannot be made ready at the moment. */
final class StoreTrouble extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient StoreAnswer.TryAgain answer;

    StoreTrouble(StoreAnswer.TryAgain answer, Throwable cause) {
        super(answer.why(), cause);
        this.answer = answer;
    }

    StoreTrouble(StoreAnswer.TryAgain answer) {
        super(answer.why());
        this.answer = answer;
    }

    StoreAnswer.TryAgain answer() {
        return answer;
    }
}
