using Sendra.Application.Workflows;

namespace Sendra.Application.Automations.TestAutomation;

/// <summary>A call as it would be sent, without the headers that identify and sign each call.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Url">The URL.</param>
/// <param name="Headers">The step's headers by name, and the content type of a body.</param>
/// <param name="Body">The body; null if there is none.</param>
public sealed record RenderedCall(string Method, string Url, IReadOnlyDictionary<string, string> Headers, string? Body)
{
    internal static RenderedCall Of(OutgoingCall call) =>
        new(call.Method, call.Url, call.Headers.ToDictionary(header => header.Name, header => header.Value), call.Body);

    /// <summary>How many characters it has.</summary>
    internal int Size => Url.Length + (Body?.Length ?? 0) + Headers.Sum(header => header.Value.Length);
}
