using System.Net.Http.Headers;
using Sendra.Client.Automations;
using Sendra.Client.Common;
using Sendra.Client.Contacts;
using Sendra.Client.Enrollments;
using Sendra.Client.EventPatterns;
using Sendra.Client.Events;
using Sendra.Client.EventSources;
using Sendra.Client.Http;
using Sendra.Client.Messages;
using Sendra.Client.Status;
using Sendra.Client.Suppressions;
using Sendra.Client.Workspaces;

namespace Sendra.Client;

/// <summary>
/// Calls Sendra's API. Safe to use from several threads at once. Get it by dependency injection after
/// <see cref="SendraServices.AddSendra"/>, or make one with <see cref="Create"/>.
/// </summary>
public sealed class SendraClient : IDisposable
{
    private readonly HttpClient _http;

    /// <summary>Makes one that sends through an HTTP client of your own, which knows the base URL and sends the key.</summary>
    /// <param name="http">The HTTP client.</param>
    /// <param name="clock">Tells the time; null for the system's clock.</param>
    public SendraClient(HttpClient http, TimeProvider? clock = null)
    {
        var api = new ApiConnection(_http = http, clock ?? TimeProvider.System);
        Events = new EventsApi(api);
        Contacts = new ContactsApi(api);
        Automations = new AutomationsApi(api);
        EventPatterns = new EventPatternsApi(api);
        EventSources = new EventSourcesApi(api);
        Enrollments = new EnrollmentsApi(api);
        Messages = new MessagesApi(api);
        Suppressions = new SuppressionsApi(api);
        Workspace = new WorkspaceApi(api);
        Status = new StatusApi(api);
    }

    /// <summary>Events on their way in, and the log of those that arrived.</summary>
    public EventsApi Events { get; }

    /// <summary>People, one for each address.</summary>
    public ContactsApi Contacts { get; }

    /// <summary>Automations enroll contacts when events arrive.</summary>
    public AutomationsApi Automations { get; }

    /// <summary>Declared names of events, with their schemas.</summary>
    public EventPatternsApi EventPatterns { get; }

    /// <summary>URLs that receive webhooks, and what they received.</summary>
    public EventSourcesApi EventSources { get; }

    /// <summary>Contacts' runs through automations.</summary>
    public EnrollmentsApi Enrollments { get; }

    /// <summary>Emails that steps of automations make.</summary>
    public MessagesApi Messages { get; }

    /// <summary>Addresses that get no email, or no marketing.</summary>
    public SuppressionsApi Suppressions { get; }

    /// <summary>The workspace of the key.</summary>
    public WorkspaceApi Workspace { get; }

    /// <summary>Whether the key works, and how the server is.</summary>
    public StatusApi Status { get; }

    /// <summary>Makes a client without dependency injection. Make one and keep it: it holds the connections.</summary>
    /// <param name="options">Where Sendra is, and the key.</param>
    /// <param name="clock">Tells the time; null for the system's clock.</param>
    /// <exception cref="ArgumentException">An option is missing or wrong.</exception>
    public static SendraClient Create(SendraOptions options, TimeProvider? clock = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Problem is { } problem)
        {
            throw new ArgumentException(problem, nameof(options));
        }

        var handler = new RetryHandler(options, clock ?? TimeProvider.System) { InnerHandler = SendraServices.NewSockets() };
        var http = new HttpClient(handler);
        Prepare(http, options);
        return new SendraClient(http, clock);
    }

    /// <summary>Closes the connections of a client that was made with <see cref="Create"/>.</summary>
    public void Dispose() => _http.Dispose();

    internal static void Prepare(HttpClient http, SendraOptions options)
    {
        var url = options.BaseUrl!.AbsoluteUri;
        http.BaseAddress = new Uri(url.EndsWith('/') ? url : url + "/");

        // Each try has its own; streams have none.
        http.Timeout = Timeout.InfiniteTimeSpan;
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", options.ApiKey);
        if (http.DefaultRequestHeaders.UserAgent.Count == 0)
        {
            http.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("Sendra.Client", typeof(SendraClient).Assembly.GetName().Version?.ToString(3) ?? "0"));
        }
    }
}
