using System.Text.Json;
using Sendra.Domain.Liquid;

namespace Sendra.Domain.Automations.Steps;

/// <summary>Makes one HTTP call and goes on by what comes of it.</summary>
public sealed record CallUrlStep : Step
{
    public const string TypeName = "callUrl";

    /// <summary>What visits call the way of calls that failed for good.</summary>
    public const string FailedPath = "failed";

    /// <summary>The most headers of a call.</summary>
    public const int MaxHeaders = 20;

    /// <summary>The content type of a body for which none is written.</summary>
    public const string DefaultContentType = "application/json";

    private static readonly string[] Methods = ["GET", "POST", "PUT", "PATCH", "DELETE"];

    private CallUrlStep(StepHead head, string method, CallUrl url, IReadOnlyList<CallHeader> headers, LiquidText? body, StepId? next, StepId? failed)
        : base(head.Id, head.Name)
    {
        Method = method;
        Url = url;
        Headers = headers;
        Body = body;
        Next = next;
        Failed = failed;
        Exits = [new StepExit("next", next), new StepExit("failed", failed, FailedPath)];
    }

    /// <summary>In capitals.</summary>
    public string Method { get; }

    public CallUrl Url { get; }

    /// <summary>In the order in which they are written; each name once.</summary>
    public IReadOnlyList<CallHeader> Headers { get; }

    public LiquidText? Body { get; }

    /// <summary>Where runs go on after an answer that says yes; null when they complete.</summary>
    public StepId? Next { get; }

    /// <summary>Where runs go on when the call failed for good; null when they complete.</summary>
    public StepId? Failed { get; }

    public override string Type => TypeName;

    public override IReadOnlyList<StepExit> Exits { get; }

    // A walk does not: the event is read when the call is rendered.
    public override bool ReadsTrigger => false;

    public override bool ReachesOut => true;

    internal static CallUrlStep? Read(StepHead head, DefinitionReader reader)
    {
        var method = ReadMethod(reader);
        var url = reader.RequiredText("url") is { } text ? CallUrl.Read(text, "url", reader) : null;
        var headers = reader.Optional("headers") is { } json ? ReadHeaders(json, reader) : [];
        var body = reader.Liquid("body");
        if (body is not null && method == "GET")
        {
            reader.Refuse("body", "can't be sent with GET");
        }

        var (next, failed) = (reader.Step("next"), reader.Step("failed"));
        return method is null || url is null ? null : new CallUrlStep(head, method, url, headers, body, next, failed);
    }

    private static string? ReadMethod(DefinitionReader reader)
    {
        if (reader.RequiredText("method") is not { } text)
        {
            return null;
        }

        var method = Array.Find(Methods, known => known.Equals(text, StringComparison.OrdinalIgnoreCase));
        if (method is null)
        {
            reader.Refuse("method", $"must be one of {string.Join(", ", Methods)}");
        }

        return method;
    }

    private static CallHeader[] ReadHeaders(JsonElement headers, DefinitionReader reader)
    {
        if (headers.ValueKind != JsonValueKind.Object || headers.GetPropertyCount() > MaxHeaders)
        {
            reader.Refuse("headers", $"must be a JSON object with at most {MaxHeaders} headers");
            return [];
        }

        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var read = new List<CallHeader>();
        foreach (var property in headers.EnumerateObject())
        {
            var field = $"headers.{property.Name}";
            if (!seen.Add(property.Name))
            {
                reader.Refuse(field, "is there twice");
            }
            else if (CallHeader.Read(property, field, reader) is { } header)
            {
                read.Add(header);
            }
        }

        return [.. read];
    }
}
