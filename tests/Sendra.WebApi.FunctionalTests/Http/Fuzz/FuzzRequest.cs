using System.Text;
using System.Text.Json;

namespace Sendra.WebApi.FunctionalTests.Http.Fuzz;

/// <summary>A request that a seed decides wholly, so that a failure can be repeated.</summary>
internal sealed record FuzzRequest(ApiOperation Operation, string Target, byte[]? Body, string? ContentType, IReadOnlyList<(string Name, string Value)> Headers)
{
    private static readonly string[] HostileHeaders = ["Accept", "Accept-Language", "Content-Encoding", "If-Match", "Range", "X-Forwarded-For", "X-HTTP-Method-Override", "traceparent", "baggage", "webhook-id", "Authorization"];

    /// <summary>Makes a request.</summary>
    /// <param name="seed">Decides everything.</param>
    /// <param name="document">The OpenAPI document.</param>
    /// <param name="operations">Its calls.</param>
    /// <param name="known">Texts that mean something to this server.</param>
    public static FuzzRequest Make(int seed, JsonElement document, IReadOnlyList<ApiOperation> operations, Known known)
    {
        var random = new Random(seed);
        var operation = operations[random.Next(operations.Count)];

        // Some requests are good, so that hostile ones find something to act on; a body with all wrong shows little.
        var maker = new JsonMaker(document, random, known, random.Next(3) switch { 0 => 0, 1 => 5, _ => 25 });
        var headers = operation.Parameters.Where(one => one.In == "header" && random.Next(2) == 0).Select(one => (one.Name, maker.MakeText(one.Schema))).ToList();
        if (random.Next(4) == 0)
        {
            headers.Add((HostileHeaders[random.Next(HostileHeaders.Length)], Hostile.Texts[random.Next(Hostile.Texts.Count)]));
        }

        if (random.Next(6) == 0)
        {
            headers.Add(("Idempotency-Key", random.Next(2) == 0 ? $"key-{random.Next(5)}" : Hostile.Texts[random.Next(Hostile.Texts.Count)]));
        }

        var body = operation.Body is not { } schema ? (byte[]?)null
            : random.Next(15) == 0 ? Hostile.Bodies[random.Next(Hostile.Bodies.Count)]
            : Damage(Encoding.UTF8.GetBytes(maker.Make(schema)), random);
        var type = random.Next(15) == 0 ? Hostile.ContentTypes[random.Next(Hostile.ContentTypes.Count)] : "application/json";
        return new FuzzRequest(operation, TargetOf(operation, maker, random), body, type, headers);
    }

    /// <summary>Makes a request that is right but for one parameter.</summary>
    public static FuzzRequest WithQuery(ApiOperation operation, Known known, ApiParameter parameter, string text)
    {
        var path = operation.Parameters.Where(one => one.In == "path").Aggregate(
            operation.Path, (path, one) => path.Replace($"{{{one.Name}}}", known.IdsFor(path).FirstOrDefault("none"), StringComparison.Ordinal));
        return new FuzzRequest(operation, $"{path}?{parameter.Name}={Uri.EscapeDataString(text)}", null, null, []);
    }

    public override string ToString() =>
        $"{Operation.Method} {Target} [{ContentType}] {string.Join(' ', Headers.Select(header => $"{header.Name}: {JsonSerializer.Serialize(header.Value)}"))}\n{(Body is null ? "" : Encoding.UTF8.GetString(Body))}";

    private static string TargetOf(ApiOperation operation, JsonMaker maker, Random random)
    {
        var path = operation.Parameters.Where(one => one.In == "path").Aggregate(
            operation.Path, (path, one) => path.Replace($"{{{one.Name}}}", Uri.EscapeDataString(maker.MakeSegment(path, one.Schema)), StringComparison.Ordinal));
        var query = operation.Parameters.Where(one => one.In == "query" && random.Next(3) == 0)
            .Select(one => $"{one.Name}={Uri.EscapeDataString(maker.MakeText(one.Schema))}").ToList();
        if (random.Next(20) == 0)
        {
            query.Add($"{Uri.EscapeDataString(Hostile.Texts[random.Next(Hostile.Texts.Count)])}={Uri.EscapeDataString(Hostile.Texts[random.Next(Hostile.Texts.Count)])}");
        }

        if (query.Count > 0 && random.Next(10) == 0)
        {
            query.Add(query[0]);
        }

        return query.Count == 0 ? path : $"{path}?{string.Join('&', query)}";
    }

    private static byte[] Damage(byte[] body, Random random)
    {
        if (body.Length == 0 || random.Next(20) > 0)
        {
            return body;
        }

        var at = random.Next(body.Length);
        return random.Next(3) switch
        {
            0 => body[..at],
            1 => [.. body[..at], (byte)random.Next(256), .. body[(at + 1)..]],
            _ => [.. body[..at], (byte)random.Next(256), .. body[at..]],
        };
    }
}
