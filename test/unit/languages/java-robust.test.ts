import { java } from '../../../src/analysis/languages/java.js';
import { describeAnyText } from '../../helpers/any-text.js';

const SEED = `package com.acme.orders;

import com.azure.cosmos.*;
import com.azure.cosmos.models.CosmosItemRequestOptions;
import static java.net.HttpURLConnection.HTTP_CONFLICT;

/** A store. */
@Service("orders")
public class Store<T extends Order> extends Base<T> implements Closeable, AutoCloseable {
    private static final String URL = "https://graph.microsoft.com/v1.0/" + PATH, OTHER;
    @Autowired private CosmosAsyncContainer container;
    enum Code { CONFLICT(409) { int n() { return 1; } }, GONE; private int n; Code(int n) { this.n = n; } Code() {} }
    record Pair(String a, int... b) { Pair { a = a.trim(); } }
    static { init(); }
    { own(); }
    Store(CosmosAsyncContainer c) { super(c); this.container = c; }

    @Retryable(retryFor = {A.class, B.class}, backoff = @Backoff(delay = 100))
    public <U> Mono<List<? super U>> add(final Order item, String... more) throws IOException {
        try (Reader in = open(); other) {
            var r = container.createItem(item, new PartitionKey("a"), options().setIfMatchETag(tag)).block();
            return r != null ? r.getItem() : items[0];
        } catch (CosmosException | java.io.IOException e) {
            if (e instanceof CosmosException ce && ce.getStatusCode() == HTTP_CONFLICT) throw e;
        } finally { log.info("x" + 'c' + 1_0L + 0xFFL + .5f); }
        switch (x) { case 1: case 2: break; case Foo f when f.x > 1: a(); default: b(); }
        int y = switch (z) { case A, B -> 1; case Pair(var a, var b) -> { yield 2; } default -> throw new X(); };
        for (int i = 0, j; i < 3; i++, j--) { outer: while (true) { do { continue outer; } while (a); } }
        for (Order o : orders) synchronized (this) { assert o != null : "x"; }
        Runnable q = new Runnable() { private int k = 1; @Override public void run() { go(); } void go() { } };
        list.forEach(this::save); Supplier<T> s = Store::new; int[][] m = {{1}, {2}}; Object n = new int[3][];
        String block = """
            a "b"
              c\\n""";
        return container.createItem(item).onErrorResume(CosmosException.class, e -> {
            return e.getStatusCode() == 409 ? read(item) : Mono.error(e);
        }).map((a, b) -> (String) a).retryWhen(Retry.backoff(3, Duration.ofMillis(1)).filter((Throwable t) -> !b(t)));
    }
    abstract static class In<K> { abstract K f(); }
}
interface I<T> extends A, B { String K = "v"; int f(String a); default int g() { return I.super.g(); } }
@interface Mark { String value() default "x"; }
`;

const PIECES = '{ } ( ) " """ :: ; -> case class enum record /* // [ ] , < > @ @A( new switch ? : . ++ return try catch'
  .split(' ')
  .concat(['\u{1F600}', '\r\n', 'x = 1;', 'a.b(c)', 'x -> ', 'instanceof X y', '; }', "'", '\\', 'import a.B;']);

describeAnyText(java, SEED, PIECES);
