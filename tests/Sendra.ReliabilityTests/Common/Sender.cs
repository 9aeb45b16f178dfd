using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Sendra.ReliabilityTests.Common;

/// <summary>
/// A program that uses Sendra as its documentation says: every request has a key, and what was not acknowledged is sent
/// again with the same key, to whichever node answers.
/// </summary>
internal sealed class Sender(string cookie, string webhook, string lists, Ledger ledger) : IDisposable
{
    private const int Contacts = 40;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(20);
    private static readonly string[] Frequencies = ["everyTime", "oncePerContact"];
    private static readonly string[] Exits = ["cancelled"];
    private static readonly string[] Names = ["signUp", "signUp", "cancelled", "viewed"];

    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false, UseCookies = false, ConnectTimeout = TimeSpan.FromSeconds(2) }) { Timeout = Timeout };

    /// <summary>Signs up and makes what events act on: one automation of each frequency, and a source.</summary>
    public static async Task<Sender> SignUpAsync(SendraProcess node, Ledger ledger)
    {
        var cookies = new CookieContainer();
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false, CookieContainer = cookies }) { BaseAddress = node.Address };
        await PostAsync(http, "/api/auth/register", new { email = "owner@example.com", password = "correct horse battery staple", workspaceName = "Faults" });
        foreach (var frequency in Frequencies)
        {
            var automation = await PostAsync(http, "/api/automations", new { name = frequency, trigger = new { eventName = "signUp" }, frequency, exitEvents = Exits });
            await PostAsync(http, $"/api/automations/{automation.GetProperty("id").GetString()}/activate", new { });
        }

        return new Sender(cookies.GetCookieHeader(node.Address), await SourceAsync(null), await SourceAsync("$"), ledger);

        async Task<string> SourceAsync(string? itemsPath)
        {
            var source = await PostAsync(http, "/api/event-sources", new { name = "Shop", itemsPath, emailPath = "email", eventName = new { path = "eventName" } });
            return new Uri(source.GetProperty("url").GetString()!).AbsolutePath;
        }
    }

    /// <summary>Makes an automation with steps that the same events enroll in and drop from.</summary>
    public async Task MakeWorkflowAsync(Uri node, object[]? steps = null, string trigger = "signUp")
    {
        var body = JsonContent.Create(new { name = "steps", trigger = new { eventName = trigger }, exitEvents = Exits, steps = steps ?? StepAudit.Steps });
        using var made = await SendAsync(HttpMethod.Post, new Uri(node, "/api/automations"), body);
        var id = JsonElement.Parse(await made.Content.ReadAsStringAsync()).GetProperty("id").GetString();
        using var live = await SendAsync(HttpMethod.Post, new Uri(node, $"/api/automations/{id}/activate"), null);
        live.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    /// <summary>Makes a template, and answers its id.</summary>
    public async Task<string> MakeTemplateAsync(Uri node)
    {
        var body = JsonContent.Create(new { name = "mail", subject = "Hello", format = "html", source = "<p>Hello {{ contact.email }}</p>" });
        using var made = await SendAsync(HttpMethod.Post, new Uri(node, "/api/templates"), body);
        return JsonElement.Parse(await made.Content.ReadAsStringAsync()).GetProperty("id").GetString()!;
    }

    /// <summary>Sends from several connections until told to stop; then every request begun is acknowledged.</summary>
    public Task RunAsync(Func<Uri> node, int connections, CancellationToken stop) => Task.WhenAll(
        Enumerable.Range(0, connections).Select(connection => Task.Run(() => RunAsync(node, new Random(Run.Seed + connection), stop), CancellationToken.None)));

    /// <summary>Sends an event of each of so many contacts, in batches, until all are acknowledged.</summary>
    public async Task EachAsync(Func<Uri> node, string eventName, int contacts)
    {
        foreach (var some in Enumerable.Range(0, contacts).Chunk(500))
        {
            ledger.Begin();
            var events = some.Select(contact => new { email = $"contact{contact}@example.com", eventName });
            await UntilAcknowledgedAsync(node, "/api/events/batch", JsonSerializer.Serialize(new { events }), $"k-{Guid.NewGuid():N}");
        }
    }

    /// <summary>The status of a call with this sender's session.</summary>
    public async Task<int> StatusAsync(Uri node, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(node, path));
        request.Headers.Add("Cookie", cookie);
        using var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return (int)answer.StatusCode;
    }

    /// <summary>Sends so many events of one contact, each of which enrolls it, and answers the contact's id.</summary>
    public async Task<Guid> FillAsync(Uri node, string email, int events)
    {
        for (var sent = 0; sent < events; sent += 1_000)
        {
            var batch = Enumerable.Range(0, Math.Min(1_000, events - sent)).Select(_ => new { email, eventName = "signUp" });
            using var answer = await SendAsync(HttpMethod.Post, new Uri(node, "/api/events/batch"), JsonContent.Create(new { events = batch }));
            answer.StatusCode.Should().Be(HttpStatusCode.OK);
        }

        return (await ItemsAsync(node, $"/api/contacts?email={email}"))[0].GetProperty("id").GetGuid();
    }

    /// <summary>The status of an erasure; 0 when the node died first.</summary>
    public async Task<int> EraseAsync(Uri node, Guid contact)
    {
        try
        {
            using var answer = await SendAsync(HttpMethod.Delete, new Uri(node, $"/api/contacts/{contact}"), null);
            return (int)answer.StatusCode;
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or TaskCanceledException)
        {
            return 0;
        }
    }

    /// <summary>An answer, as it is.</summary>
    public async Task<string> TextAsync(Uri node, string path)
    {
        using var answer = await SendAsync(HttpMethod.Get, new Uri(node, path), null);
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>The first page of a list.</summary>
    public async Task<JsonElement[]> ItemsAsync(Uri node, string path) => [.. (await PageAsync(node, path)).GetProperty("items").EnumerateArray()];

    /// <summary>A list, page by page.</summary>
    /// <param name="path">With a query.</param>
    public async Task<List<JsonElement>> AllAsync(Uri node, string path)
    {
        var items = new List<JsonElement>();
        for (var cursor = ""; cursor is not null;)
        {
            var page = await PageAsync(node, $"{path}&limit=200{(cursor == "" ? "" : $"&cursor={cursor}")}");
            items.AddRange(page.GetProperty("items").EnumerateArray());
            cursor = page.GetProperty("nextCursor").GetString();
        }

        return items;
    }

    /// <summary>Sends one event of a contact until it is acknowledged, and answers its id.</summary>
    public async Task<Guid> EventAsync(Uri node, string email)
    {
        ledger.Begin();
        var answer = await UntilAcknowledgedAsync(() => node, "/api/events/send", JsonSerializer.Serialize(new { email, eventName = "viewed" }), $"k-{Guid.NewGuid():N}");
        return answer!.Value.GetProperty("eventId").GetGuid();
    }

    /// <summary>Follows a contact's events live.</summary>
    public async Task<Tail> FollowAsync(Uri node, string email)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(node, $"/api/events/stream?email={email}"));
        request.Headers.Add("Cookie", cookie);
        return new Tail(await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead));
    }

    public void Dispose() => _http.Dispose();

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, Uri address, HttpContent? content)
    {
        using var request = new HttpRequestMessage(method, address) { Content = content };
        request.Headers.Add("Cookie", cookie);
        return await _http.SendAsync(request);
    }

    private async Task<JsonElement> PageAsync(Uri node, string path) => JsonElement.Parse(await TextAsync(node, path));

    private static async Task<JsonElement> PostAsync(HttpClient http, string path, object body)
    {
        using var answer = await http.PostAsJsonAsync(path, body);
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode ? JsonElement.Parse(text) : throw new InvalidOperationException($"{path} answered {(int)answer.StatusCode}: {text}");
    }

    private async Task RunAsync(Func<Uri> node, Random random, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested && ledger.Unexpected.IsEmpty)
        {
            var (path, body) = random.Next(10) switch
            {
                0 => ("/api/events/batch", JsonSerializer.Serialize(new { events = Enumerable.Range(0, random.Next(2, random.Next(4) == 0 ? 700 : 20)).Select(_ => Event(random)) })),
                3 => (lists, JsonSerializer.Serialize(Enumerable.Range(0, Audit.ListSize).Select(_ => Event(random)))),
                1 or 2 => (webhook, JsonSerializer.Serialize(Event(random))),
                _ => ("/api/events/send", JsonSerializer.Serialize(Event(random))),
            };
            ledger.Begin(path == lists ? Audit.ListSize : 1);
            await UntilAcknowledgedAsync(node, path, body, $"k-{Guid.NewGuid():N}");
        }
    }

    private static object Event(Random random) => new { email = $"contact{random.Next(Contacts)}@example.com", eventName = Names[random.Next(Names.Length)] };

    private async Task<JsonElement?> UntilAcknowledgedAsync(Func<Uri> node, string path, string body, string key)
    {
        for (var waited = Stopwatch.StartNew(); ;)
        {
            try
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(node(), path)) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
                request.Headers.Add(path == webhook || path == lists ? "webhook-id" : "Idempotency-Key", key);
                request.Headers.Add("Cookie", cookie);
                using var answer = await _http.SendAsync(request);
                var text = await answer.Content.ReadAsStringAsync();
                if (answer.StatusCode == HttpStatusCode.OK)
                {
                    var acknowledged = JsonElement.Parse(text);
                    Acknowledge(acknowledged);
                    return acknowledged;
                }

                if (answer.StatusCode != HttpStatusCode.ServiceUnavailable)
                {
                    ledger.Unexpected.Add($"{path} answered {(int)answer.StatusCode}: {text}");
                    return null;
                }
            }
            catch (Exception exception) when (exception is HttpRequestException or IOException or TaskCanceledException)
            {
                // No answer: it may have happened or not.
            }

            if (waited.Elapsed > Patience)
            {
                ledger.Unexpected.Add($"{path} was not acknowledged in {Patience}");
                return null;
            }

            ledger.Retry();
            await Task.Delay(20);
        }
    }

    private void Acknowledge(JsonElement answer)
    {
        var results = answer.TryGetProperty("results", out var list) || answer.TryGetProperty("items", out list) ? [.. list.EnumerateArray()] : new[] { answer };
        var duplicate = answer.TryGetProperty("duplicate", out var flag) ? flag.GetBoolean() : answer.TryGetProperty("status", out var status) && status.GetString() == "duplicate";
        if (duplicate)
        {
            ledger.Duplicate();
        }

        foreach (var result in results)
        {
            if (!result.TryGetProperty("eventId", out var id))
            {
                Interlocked.Increment(ref ledger.UnknownEvents);
            }
            else if (!ledger.Acknowledged.TryAdd(id.GetGuid(), result.TryGetProperty("enrolled", out var enrolled) ? (enrolled.GetInt32(), result.GetProperty("exited").GetInt32()) : null))
            {
                ledger.Unexpected.Add($"Event {id} was acknowledged twice, for different requests.");
            }
        }
    }
}
