import com.microsoft.graph.models.Subscription;
import com.microsoft.graph.models.odataerrors.ODataError;
import com.microsoft.graph.serviceclient.GraphServiceClient;

class Watcher {
    private final GraphServiceClient graph;

    Watcher(GraphServiceClient graph) {
        this.graph = graph;
    }

    Subscription watch(Subscription subscription) {
        try {
            return graph.subscriptions().post(subscription);
        } catch (ODataError error) {
            if (isConflict(error)) return null;
            throw error;
        }
    }

    private static boolean isConflict(ODataError error) {
        return error.getResponseStatusCode() == 409;
    }
}
