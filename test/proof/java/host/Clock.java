package proof;

import java.util.ArrayList;
import java.util.List;

/** A clock that makes nobody wait: a little of each wait really passes, and what it was is noted. */
public final class Clock {
    private static final List<Double> waits = new ArrayList<>();
    private static long skipped;

    private Clock() { }

    public static void sleep(long milliseconds) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        synchronized (waits) {
            waits.add((double) milliseconds);
        }
        Thread.sleep(Math.min(milliseconds / 20, 50));
        synchronized (waits) {
            skipped += milliseconds;
        }
    }

    public static void parkNanos(long nanoseconds) {
        try {
            sleep(nanoseconds / 1_000_000);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    public static long nanoTime() {
        synchronized (waits) {
            return System.nanoTime() + skipped * 1_000_000;
        }
    }

    public static double[] waits() {
        synchronized (waits) {
            return waits.stream().mapToDouble(Double::doubleValue).toArray();
        }
    }

    public static long skipped() {
        synchronized (waits) {
            return skipped;
        }
    }

    public static void reset() {
        synchronized (waits) {
            waits.clear();
            skipped = 0;
        }
    }
}
