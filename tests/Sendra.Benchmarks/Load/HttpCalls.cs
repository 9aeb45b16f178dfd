using System.Text;

namespace Sendra.Benchmarks.Load;

/// <summary>Calls as bytes, made before the clock runs.</summary>
/// <param name="server">Where to.</param>
/// <param name="cookie">The session.</param>
/// <param name="webhook">The path of an event source.</param>
/// <param name="key">An API key to call with instead of the session, or null.</param>
internal sealed class HttpCalls(Uri server, string cookie, string webhook, string? key = null)
{
    public const int PerBatch = 500;

    /// <summary>One event a call.</summary>
    public byte[][] Send(EventBodies bodies, int events) =>
        [.. Enumerable.Range(0, events).Select(_ => Post("/api/events/send", bodies.Next()))];

    /// <summary>One delivery a call, to the event source.</summary>
    public byte[][] Deliver(EventBodies bodies, int events) =>
        [.. Enumerable.Range(0, events).Select(_ => Post(webhook, bodies.Next()))];

    /// <summary>Lists of events, to an event source that reads them.</summary>
    /// <param name="lists">The path of that source.</param>
    /// <param name="bodies">The events.</param>
    /// <param name="events">How many.</param>
    /// <param name="perList">How many a delivery.</param>
    public byte[][] DeliverLists(string lists, EventBodies bodies, int events, int perList) =>
        [.. Enumerable.Range(0, events / perList).Select(_ => Post(lists, bodies.NextBatch(perList)))];

    /// <summary><see cref="PerBatch"/> events a call.</summary>
    /// <param name="bodies">The events.</param>
    /// <param name="events">How many.</param>
    /// <param name="perCall">How many a call.</param>
    public byte[][] SendBatches(EventBodies bodies, int events, int perCall = PerBatch) => SendBatches([bodies], events, perCall);

    /// <summary>The same of several senders in turn.</summary>
    public byte[][] SendBatches(EventBodies[] senders, int events, int perCall = PerBatch) =>
        [.. Enumerable.Range(0, events / perCall).Select(call => Post("/api/events/batch", senders[call % senders.Length].NextBatch(perCall)))];

    /// <summary>One event.</summary>
    public byte[] Event(string body) => Post("/api/events/send", body);

    /// <summary>One batch.</summary>
    public byte[] Batch(string body) => Post("/api/events/batch", body);

    /// <summary>Events with large properties, one a call.</summary>
    /// <param name="events">How many.</param>
    /// <param name="characters">How long the properties are.</param>
    public IEnumerable<byte[]> SendLarge(int events, int characters)
    {
        var filler = new string('x', characters);
        return Enumerable.Range(0, events).Select(number => Post(
            "/api/events/send", $$"""{"email":"large-{{number}}@example.com","eventName":"large","eventProperties":"{{filler}}"}"""));
    }

    /// <summary>Any call that sends something.</summary>
    public byte[] To(string path, string body) => Post(path, body);

    /// <summary>A query.</summary>
    public byte[] Get(string pathAndQuery) => Encoding.UTF8.GetBytes(Head("GET", pathAndQuery) + "\r\n");

    private byte[] Post(string path, string body) => Encoding.UTF8.GetBytes(
        $"{Head("POST", path)}Content-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}");

    private string Head(string method, string pathAndQuery) =>
        $"{method} {pathAndQuery} HTTP/1.1\r\nHost: {server.Authority}\r\n{(key is null ? $"Cookie: {cookie}" : $"Authorization: Bearer {key}")}\r\n";
}
