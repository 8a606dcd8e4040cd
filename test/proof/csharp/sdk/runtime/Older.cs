// What Microsoft.Graph.Core 2 does for the requests of Microsoft.Graph 4: addresses step by step, bodies, errors.
using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Graph;

namespace Guard409.Stubs
{
    internal static class Older
    {
        /// <summary>A builder or request behind another one.</summary>
        public static T At<T>(T made, object from, string segment)
        {
            string address = State.Get<string>(from, "Address");
            return State.With(made, "Address", segment == null ? address : address + "/" + segment, "Client", State.Get<HttpClient>(from, "Client"), "Base", State.Get<string>(from, "Base"));
        }

        public static async Task<T> Send<T>(object request, string method, object body, CancellationToken cancel)
        {
            Answer answer = await Http.Send(State.Get<HttpClient>(request, "Client"), method, State.Get<string>(request, "Address"), body == null ? null : Json.Write(body), new KeyValuePair<string, string>[0], cancel).ConfigureAwait(false);
            if (answer.Failed) throw new ServiceException(ErrorOf(answer.Body), answer.Headers, answer.Status, answer.Body);
            return answer.Body == "" ? default(T) : Json.Read<T>(answer.Body);
        }

        /// <summary>A page of groups, which begins the request for the next one.</summary>
        public static async Task<IGraphServiceGroupsCollectionPage> Page(object request, CancellationToken cancel)
        {
            var members = (Dictionary<string, object>)await Send<object>(request, "GET", null, cancel).ConfigureAwait(false);
            object value, link;
            members.TryGetValue("value", out value);
            members.TryGetValue("@odata.nextLink", out link);
            return new GroupsPage
            {
                CurrentPage = (List<Group>)Json.As(typeof(List<Group>), value),
                NextPageRequest = link == null ? null : State.With(new IGraphServiceGroupsCollectionRequestOverHttp(), "Address", link, "Client", State.Get<HttpClient>(request, "Client"), "Base", State.Get<string>(request, "Base")),
            };
        }

        private static Error ErrorOf(string body)
        {
            var members = body == "" ? null : Json.Parse(body) as Dictionary<string, object>;
            object error;
            return members != null && members.TryGetValue("error", out error) ? (Error)Json.As(typeof(Error), error) : new Error { Code = "generalException" };
        }

        /// <summary>How version 4 refers to an object of the directory.</summary>
        public static object Reference(object request, string id)
        {
            return new Dictionary<string, object> { { "@odata.id", State.Get<string>(request, "Base") + "/directoryObjects/" + id } };
        }
    }
    internal sealed class GroupsPage : IGraphServiceGroupsCollectionPage
    {
        public IList<Group> CurrentPage { get; set; }
        public IGraphServiceGroupsCollectionRequest NextPageRequest { get; set; }
    }
}
