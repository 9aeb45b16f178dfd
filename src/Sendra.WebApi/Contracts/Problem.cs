using System.Text.Json.Serialization;

namespace Sendra.WebApi.Contracts;

/// <summary>Why a call failed: RFC 9457 problem details with a stable code.</summary>
public sealed record Problem
{
    /// <summary>Always <c>about:blank</c>. <c>code</c> identifies the problem.</summary>
    /// <example>about:blank</example>
    public string Type { get; init; } = "about:blank";

    /// <summary>The status in words.</summary>
    /// <example>Bad Request</example>
    public required string Title { get; init; }

    /// <summary>The HTTP status.</summary>
    /// <example>400</example>
    public required int Status { get; init; }

    /// <summary>A sentence for people.</summary>
    /// <example>Some fields are wrong.</example>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Detail { get; init; }

    /// <summary>The problem's stable name in camelCase, for programs.</summary>
    /// <example>validationFailed</example>
    public required string Code { get; init; }

    /// <summary>Identifies this request in the server's log.</summary>
    /// <example>00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00</example>
    public required string TraceId { get; init; }

    /// <summary>For <c>validationFailed</c>: what is wrong, by JSON field name, such as <c>events[3].email</c>. <c>body</c> means the body as a whole.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, string[]>? Errors { get; init; }
}
